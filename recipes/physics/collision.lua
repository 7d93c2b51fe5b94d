-- A ball of 3 kg runs into one of 1 kg, without gravity and without loss: momentum and energy stay.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1.5, sound = sound, place = "studio", gravity = 0,
  things = {
    large = {
      shape = "sphere", radius = 0.2, color = "red", mass = 3, bounce = 1, at = { -1.4, 0.9, 0 }, velocity = { 1.5, 0, 0 },
    },
    small = { shape = "sphere", radius = 0.14, color = "blue", mass = 1, bounce = 1, at = { 0, 0.96, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
