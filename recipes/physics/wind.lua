-- Wind carries a beach ball away, and leaves a ball of iron.
local control = param.toggle { "control", default = false, hint = "The air is still." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1, sound = sound, place = "studio", weather = { wind = control and { 0, 0, 0 } or { 9, 0, 0 }, gusts = 0 },
  things = {
    light = { shape = "sphere", radius = 0.2, color = "red", mass = 0.1, at = { -1, 0, 0 } },
    heavy = { shape = "sphere", radius = 0.2, color = "blue", mass = 60, at = { -0.3, 0, 0.5 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
