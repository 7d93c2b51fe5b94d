-- A block stays on a slope, for friction holds it.
local control = param.toggle { "control", default = false, hint = "The slope is of ice, and it slides down." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1.4, sound = sound, place = "studio",
  things = {
    slope = {
      shape = "box", size = { 3.4, 0.1, 1 }, material = control and "ice" or "marble", turn = { 0, 0, -20 }, fixed = true,
      at = { 0, 0, 0 },
    },
    block = { shape = "box", size = { 0.4, 0.25, 0.4 }, color = "red", friction = 0.5, turn = { 0, 0, -20 }, at = { -0.92, 0.95, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
