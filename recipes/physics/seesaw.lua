-- Two weights on a seesaw: the heavier one goes down.
local control = param.toggle { "control", default = false, hint = "They change places." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local function weight(color, mass, x) return { shape = "box", size = { 0.25, 0.25, 0.25 }, color = color, mass = mass, at = { x, 0.54, 0 } } end
local side = control and -0.9 or 0.9
return world {
  seconds = 1.2, sound = sound, place = "studio",
  things = { board = { "seesaw", color = "silver", at = { 0, 0, 0 } }, heavy = weight("red", 10, side), light = weight("blue", 2, -side) },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
