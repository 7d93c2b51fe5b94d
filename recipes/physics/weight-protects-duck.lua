-- A heavy weight stands between a rolling ball and a duck, which is a light box here.
local control = param.toggle { "control", default = false, hint = "The weight is gone, and the duck is hit." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = {
  ball = {
    shape = "sphere", radius = 0.15, color = "red", at = { -1.5, 0, 0 }, velocity = { 2, 0, 0 }, spin = { 0, 0, -13 },
  },
  duck = { shape = "box", size = { 0.2, 0.3, 0.3 }, color = "yellow", mass = 0.3, friction = 0.2, at = { 0.6, 0, 0 } },
}
if not control then things.weight = { shape = "box", size = { 0.3, 0.4, 0.4 }, material = "iron", at = { 0.1, 0, 0 } } end
return world {
  seconds = 1.6, sound = sound, place = "studio", things = things,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
