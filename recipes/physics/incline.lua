-- A ball that rolls down a slope spends two sevenths of its fall on turning: 5/7 g sin θ.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
local slope = param.number { "slope", default = 20, min = 1, max = 40, hint = "In degrees." }
canvas { width = width, height = width * 9 / 16, fps = fps }

local angle, radius, thick, long = math.rad(slope), 0.12, 0.1, 4
local low = long / 2 * math.sin(angle) + thick / 2 * math.cos(angle)
local off, back = thick / 2 + radius, -1.5
local start = {
  off * math.sin(angle) + back * math.cos(angle), low + off * math.cos(angle) - back * math.sin(angle) - radius, 0,
}
return world {
  seconds = 1.4, sound = sound, place = "studio",
  things = {
    plank = {
      shape = "box", size = { long, thick, 1 }, material = "ceramic", turn = { 0, 0, -slope }, fixed = true, at = { 0, 0, 0 },
    },
    ball = { shape = "sphere", radius = radius, material = "ceramic", color = "red", at = start },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
