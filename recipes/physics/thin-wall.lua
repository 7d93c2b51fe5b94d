-- A fast ball does not go through a wall of a centimetre.
local control = param.toggle { "control", default = false, hint = "There is no wall." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = {
  ball = { shape = "sphere", radius = 0.08, color = "red", bounce = 0.3, at = { -1.8, 1, 0 }, velocity = { 12, 1, 0 } },
}
if not control then
  things.wall = { shape = "box", size = { 0.01, 2, 2 }, material = "marble", fixed = true, at = { 0.2, 0, 0 } }
end
return world {
  seconds = 0.4, sound = sound, place = "studio", things = things,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
