-- A lamp throws the shadow of a block on a wall, away from the lamp.
local control = param.toggle { "control", default = false, hint = "The lamp stands on the other side, and so does the shadow." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local side = control and 1.2 or -1.2
return world {
  seconds = 0.5, sound = sound, place = "studio", time = "night",
  light = { elevation = -90, sky = 0, lamps = { { at = { side, 1, 1.6 }, strength = 300, radius = 0.02 } } },
  things = {
    wall = { shape = "box", size = { 5, 3, 0.1 }, color = "white", material = "paper", fixed = true, at = { 0, 0, -0.85 } },
    block = { shape = "box", size = { 0.3, 0.6, 0.1 }, color = "blue", fixed = true, at = { 0, 0.7, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
