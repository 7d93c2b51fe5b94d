-- A ball falls into a basket and is not seen again.
local control = param.toggle { "control", default = false, hint = "The basket stands aside." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local function board(size, at) return { shape = "box", size = size, at = at, material = "concrete" } end
local basket = {
  board({ 0.7, 0.04, 0.7 }, { 0, 0.02, 0 }), board({ 0.04, 0.6, 0.7 }, { -0.33, 0.3, 0 }),
  board({ 0.04, 0.6, 0.7 }, { 0.33, 0.3, 0 }), board({ 0.7, 0.6, 0.04 }, { 0, 0.3, -0.33 }),
  board({ 0.7, 0.6, 0.04 }, { 0, 0.3, 0.33 }),
}
return world {
  seconds = 1.5, sound = sound, place = "studio",
  things = {
    basket = { parts = basket, at = { control and 1 or 0, 0, 0 } },
    ball = { shape = "sphere", radius = 0.12, color = "red", bounce = 0.3, at = { 0, 1.9, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
