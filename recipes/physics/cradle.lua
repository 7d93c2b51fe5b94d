-- Two balls of a cradle are let go. Two leave at the other end.
local control = param.toggle { "control", default = false, hint = "One is let go, and one leaves." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local colors, radius, length, top = { "red", "yellow", "lime", "cyan", "blue" }, 0.12, 1.4, 2
local lifted, angle = control and 1 or 2, 0.5
local things, links = {}, {}
for n, color in ipairs(colors) do
  local hook, tilt = (n - 3) * 2 * radius, n <= lifted and angle or 0
  local at = { hook - length * math.sin(tilt), top - length * math.cos(tilt) - radius, 0 }
  things[color] = { shape = "sphere", radius = radius, material = "steel", color = color, friction = 0, bounce = 1, at = at }
  links[n] = { "rope", color, "world", at = { 0, 0, 0 }, to = { hook, top, 0 }, length = length, thickness = 0.008 }
end
return world {
  seconds = 1.3, sound = sound, place = "studio", things = things, links = links,
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
