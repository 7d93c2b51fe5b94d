-- A ball hangs from a rope. The rope is cut, and it falls.
local control = param.toggle { "control", default = false, hint = "Nobody cuts the rope." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1.2, sound = sound, place = "studio",
  things = { ball = { shape = "sphere", radius = 0.15, color = "red", bounce = 0.2, at = { 0, 1.3, 0 } } },
  links = { { "rope", "ball", "world", to = { 0, 2.6, 0 }, cut = not control and 0.4 or nil } },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
