-- A ball falls before a mirror, and so does its image.
local control = param.toggle { "control", default = false, hint = "The mirror is a wall of stone." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 0.6, sound = sound, place = "studio",
  things = {
    glass = {
      shape = "box", size = { 3, 2.2, 0.1 }, material = control and "stone" or "mirror", turn = { 0, -12, 0 }, fixed = true,
      at = { 0.6, 0, -1.2 },
    },
    ball = { shape = "sphere", radius = 0.12, color = "red", at = { -0.7, 1.8, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
