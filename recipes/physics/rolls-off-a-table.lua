-- A ball rolls off a table, and lands as far out as it rolls in the time of the fall.
local control = param.toggle { "control", default = false, hint = "A rim ends the table." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = {
  top = { shape = "box", size = { 2, 0.08, 0.8 }, material = "marble", fixed = true, at = { -1, 0.92, 0 } },
  ball = { shape = "sphere", radius = 0.12, color = "red", at = { -1.5, 1, 0 }, velocity = { 1.8, 0, 0 }, spin = { 0, 0, -15 } },
}
if control then
  things.rim = { shape = "box", size = { 0.06, 0.15, 0.8 }, material = "marble", fixed = true, at = { -0.03, 1, 0 } }
end
return world {
  seconds = 1.6, sound = sound, place = "studio", things = things,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
