-- A ball rolls into a box that lies open, and stays.
local control = param.toggle { "control", default = false, hint = "The box is shut, and the ball comes back." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local function board(size, at) return { shape = "box", size = size, at = at, material = "concrete" } end
local parts = {
  board({ 0.8, 0.04, 0.6 }, { 0.4, 0.58, 0 }), board({ 0.04, 0.56, 0.6 }, { 0.78, 0.28, 0 }),
  board({ 0.8, 0.56, 0.04 }, { 0.4, 0.28, -0.28 }), board({ 0.8, 0.56, 0.04 }, { 0.4, 0.28, 0.28 }),
}
if control then parts[5] = board({ 0.04, 0.56, 0.6 }, { 0.02, 0.28, 0 }) end
return world {
  seconds = 1.8, sound = sound, place = "studio",
  things = {
    box = { parts = parts, fixed = true, at = { 0.3, 0, 0 } },
    ball = {
      shape = "sphere", radius = 0.12, color = "red", bounce = 0.4, at = { -1.5, 0, 0 }, velocity = { 2, 0, 0 },
      spin = { 0, 0, -16.7 },
    },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
