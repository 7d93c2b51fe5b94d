-- A cloth falls over a ball and hides it.
local control = param.toggle { "control", default = false, hint = "The cloth is held by its corners, and hangs behind." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 0.8, sound = sound, place = "studio",
  things = {
    ball = { shape = "sphere", radius = 0.3, color = "red", fixed = true, at = { 0, 0, 0 } },
    cloth = control and { "cloth", color = "white", at = { 0, 0.4, -0.8 } }
      or { "cloth", color = "white", turn = { 90, 0, 0 }, at = { 0, 0.8, 0 }, held = "none" },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
