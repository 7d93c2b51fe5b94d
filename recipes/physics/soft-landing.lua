-- A ball falls on a block of jelly, and hardly comes up again.
local control = param.toggle { "control", default = false, hint = "It falls on the hard ground, and bounces." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = { ball = { shape = "sphere", radius = 0.12, color = "red", mass = 1, bounce = 0.8, at = { 0, 1.7, 0 } } }
if not control then things.pillow = { "jelly", size = 2.5, color = "blue", stiffness = 0, at = { 0, 0, 0 } } end
return world {
  seconds = 1.4, sound = sound, place = "studio", things = things,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
