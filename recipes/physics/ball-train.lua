-- A ball runs into a row of two that touch. The last one leaves.
local control = param.toggle { "control", default = false, hint = "The row stands aside, and nothing is hit." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local aside = control and -0.5 or 0
return world {
  seconds = 1.8, sound = sound, place = "studio",
  things = {
    ball = {
      shape = "sphere", radius = 0.12, color = "red", bounce = 0.95, at = { -1.5, 0, 0 }, velocity = { 1.8, 0, 0 },
      spin = { 0, 0, -15 },
    },
    middle = { shape = "sphere", radius = 0.12, color = "lime", bounce = 0.95, at = { -0.2, 0, aside } },
    last = { shape = "sphere", radius = 0.12, color = "blue", bounce = 0.95, at = { 0.04, 0, aside } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
