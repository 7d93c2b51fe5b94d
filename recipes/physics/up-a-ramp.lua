-- A ball is fast enough for a ramp, and flies off its end.
local control = param.toggle { "control", default = false, hint = "It is slower, and rolls back." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local speed = control and 2 or 4
return world {
  seconds = control and 2 or 1.5, sound = sound, place = "studio",
  things = {
    ramp = {
      shape = "box", size = { 1.2, 0.04, 0.6 }, material = "marble", turn = { 0, 0, 20 }, fixed = true, at = { 0.2, -0.04, 0 },
    },
    ball = {
      shape = "sphere", radius = 0.12, color = "red", at = { -1.6, 0, 0 }, velocity = { speed, 0, 0 },
      spin = { 0, 0, -speed / 0.12 },
    },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
