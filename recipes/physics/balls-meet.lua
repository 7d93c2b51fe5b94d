-- Two balls roll at one another and go back.
local control = param.toggle { "control", default = false, hint = "They roll in lanes of their own, and pass." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local aside = control and 0.2 or 0
local function ball(color, x, z)
  return {
    shape = "sphere", radius = 0.12, color = color, bounce = 0.95, at = { x, 0, z }, velocity = { x < 0 and 1.5 or -1.5, 0, 0 },
    spin = { 0, 0, x < 0 and -12.5 or 12.5 },
  }
end
return world {
  seconds = 2.2, sound = sound, place = "studio", things = { one = ball("red", -1.5, aside), other = ball("blue", 1.5, -aside) },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
