-- A ball on a rope of a metre swings once in 2 π √(l / g), and a four hundredth longer for swinging 0.2 to each side.
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }

local length, angle, top, radius = 1, 0.2, 2, 0.12
return world {
  seconds = 3, sound = sound, place = "studio",
  things = {
    bob = {
      shape = "sphere", radius = radius, color = "red",
      at = { length * math.sin(angle), top - length * math.cos(angle) - radius, 0 },
    },
  },
  links = { { "rope", "bob", "world", at = { 0, 0, 0 }, to = { 0, top, 0 }, length = length, thickness = 0.008 } },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
