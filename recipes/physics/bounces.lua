-- Three balls of one height, that keep 0.9, 0.7 and 0.5 of their speed. They come up again by the square of that.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1.75, sound = sound, place = "studio",
  things = {
    lively = { shape = "sphere", radius = 0.12, color = "red", bounce = 0.9, at = { -0.8, 1.8, 0 } },
    usual = { shape = "sphere", radius = 0.12, color = "lime", bounce = 0.7, at = { 0, 1.8, 0 } },
    dull = { shape = "sphere", radius = 0.12, color = "blue", bounce = 0.5, at = { 0.8, 1.8, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
