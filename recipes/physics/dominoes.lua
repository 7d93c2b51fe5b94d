-- A row of dominoes falls up to a gap that is wider than they are high.
local control = param.toggle { "control", default = false, hint = "There is no gap, and all fall." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
local things = {}
for n = 1, 8 do
  local gap = n > 4 and not control and 0.5 or 0
  things["stone" .. n] = {
    shape = "box", size = { 0.08, 0.5, 0.3 }, color = n > 4 and "blue" or "red", mass = 1, at = { -1.5 + 0.28 * n + gap, 0, 0 },
  }
end
return world {
  seconds = 2.2, sound = sound, place = "studio", things = things,
  actions = { { at = 0.1, push = "stone1", impulse = { 0.9, 0, 0 }, on = { 0, 0.25, 0 } } },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
