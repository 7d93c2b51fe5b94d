-- A stone falls into water and sinks.
local control = param.toggle { "control", default = false, hint = "It is of cork, and swims." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 3, sound = sound, place = "sea", water = { level = 0, waves = 0 }, weather = "calm",
  things = {
    ball = { shape = "sphere", radius = 0.25, color = "red", mass = control and 16 or 160, at = { 0, 0.6, 0 } },
  },
  camera = { { eye = { 0, 0.8, 8 }, target = { 0, 0.2, 0 }, angle = 14 } },
}
