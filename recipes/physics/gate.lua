-- A gate of three blocks carries a fourth.
local control = param.toggle { "control", default = false, hint = "One of its posts is gone, and it comes down." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = {
  left = { shape = "box", size = { 0.3, 0.8, 0.4 }, color = "blue", at = { -0.5, 0, 0 } },
  beam = { shape = "box", size = { 1.4, 0.2, 0.4 }, color = "yellow", at = { 0, 0.8, 0 } },
  block = { shape = "box", size = { 0.3, 0.3, 0.3 }, color = "red", at = { 0.2, 1.05, 0 } },
}
if not control then things.right = { shape = "box", size = { 0.3, 0.8, 0.4 }, color = "blue", at = { 0.5, 0, 0 } } end
return world {
  seconds = 1.2, sound = sound, place = "studio", things = things,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
