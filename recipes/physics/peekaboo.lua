-- A basket comes down over a ball and goes up again. The ball is still there.
local control = param.toggle { "control", default = false, hint = "The basket is of glass, and the ball is seen all the time." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local matter = control and "glass" or "concrete"
local function board(size, at) return { shape = "box", size = size, at = at, material = matter } end
local basket = {
  board({ 0.8, 0.04, 0.8 }, { 0, 0.58, 0 }), board({ 0.04, 0.56, 0.8 }, { -0.38, 0.28, 0 }),
  board({ 0.04, 0.56, 0.8 }, { 0.38, 0.28, 0 }), board({ 0.72, 0.56, 0.04 }, { 0, 0.28, -0.38 }),
  board({ 0.72, 0.56, 0.04 }, { 0, 0.28, 0.38 }),
}
return world {
  seconds = 2.2, sound = sound, place = "studio",
  things = {
    ball = { shape = "sphere", radius = 0.15, color = "red", at = { 0, 0, 0 } },
    basket = {
      parts = basket, at = { 0, 1.3, 0 },
      path = { { 0.2, { 0, 1.3, 0 } }, { 0.9, { 0, 0.02, 0 } }, { 1.3, { 0, 0.02, 0 } }, { 2, { 0, 1.3, 0 } } },
    },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
