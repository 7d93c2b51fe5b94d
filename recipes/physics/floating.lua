-- Boxes of a quarter, a half and three quarters of the water's density float as deep as that part of their height.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local function box(part, color, x)
  return {
    shape = "box", size = { 0.6, 0.3, 0.6 }, color = color, mass = part * 1000 * 0.6 * 0.3 * 0.6,
    at = { x, 0.05 - part * 0.3, 0 },
  }
end
return world {
  seconds = 10, sound = sound, place = "sea", water = { level = 0, waves = 0 }, weather = "calm",
  things = { light = box(0.25, "red", -0.72), half = box(0.5, "yellow", 0), heavy = box(0.75, "magenta", 0.72) },
  camera = { { eye = { 0, 0.1, 14 }, target = { 0, 0.1, 0 }, angle = 5 } },
}
