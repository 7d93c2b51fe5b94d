-- A stone falls into still water, and rings run out.
local control = param.toggle { "control", default = false, hint = "Nothing falls." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = { float = { shape = "sphere", radius = 0.15, color = "yellow", mass = 7, at = { 1.6, -0.15, 0 } } }
if not control then things.stone = { shape = "sphere", radius = 0.2, material = "stone", at = { -0.4, 1.2, 0 } } end
return world {
  seconds = 1.6, sound = sound, place = "sea", water = { level = 0, waves = 0 }, weather = "calm", things = things,
  camera = { { eye = { 0, 3, 8 }, target = { 0, 0, 0 }, angle = 16 } },
}
