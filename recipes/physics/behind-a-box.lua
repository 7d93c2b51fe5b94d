-- A ball rolls behind a box, and comes out again when it must.
local control = param.toggle { "control", default = false, hint = "It rolls before the box." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 2.4, sound = sound, place = "studio",
  things = {
    box = { shape = "box", size = { 1, 0.9, 0.4 }, material = "concrete", fixed = true, at = { 0, 0, 0 } },
    ball = {
      shape = "sphere", radius = 0.12, color = "red", at = { -1.6, 0, control and 0.6 or -0.6 }, velocity = { 1.5, 0, 0 },
      spin = { 0, 0, -12.5 },
    },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
