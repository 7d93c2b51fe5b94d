-- A plastic ball, and one of iron with the same size. In a fall they stay side by side: s = g t² / 2.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 0.6, sound = sound, place = "studio",
  things = {
    light = { shape = "sphere", radius = 0.12, color = "red", at = { -0.5, 2, 0 } },
    heavy = { shape = "sphere", radius = 0.12, material = "iron", color = "blue", at = { 0.5, 2, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
