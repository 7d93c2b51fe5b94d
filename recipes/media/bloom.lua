-- Footage for the gallery: lights that wander past one another.
canvas { width = 960, height = 540, fps = 30, background = "#0d1024" }

local length = 6
local dice = rng(11)
local picture = gradient("#141a3d", "#2b1240", { angle = 120 })

for light = 1, 14 do
  local hue = ({ "#ff5f6d", "#ffc371", "#5f9dff", "#7dffcf", "#d98bff" })[light % 5 + 1]
  local x, y = dice:number(), dice:number()
  local size = 0.15 + 0.35 * dice:number()
  local pace, phase = 0.4 + dice:number(), 6.28 * dice:number()
  picture = picture:layer(
    gradient(hue .. "cc", hue .. "55", hue .. "00", { shape = "radial" })
      :scale(size * 0.5625, size)
      :at(
        function(t) return x + 0.12 * math.cos(t * pace + phase) end,
        function(t) return y + 0.16 * math.sin(t * pace * 1.3 + phase) end))
end

return picture:lasting(length)
