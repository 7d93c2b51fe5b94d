-- A ball that is thrown keeps its speed to the side, and falls as if it had none.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 0.9, sound = sound, place = "studio",
  things = { ball = { shape = "sphere", radius = 0.12, color = "red", at = { -1.6, 0.4, 0 }, velocity = { 3.4, 5, 0 } } },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
