-- A drawing (SVG) is sharp at any scale: from the whole compass to the point of its needle.
canvas { width = 640, height = 360, background = "#10243e" }

local compass = image("media/compass.svg")
  :scale { [0.4] = 1.5, [2.4] = 12, ease = "inOutCubic" }
  :rotate { [0.4] = 0, [2.4] = -28, ease = "inOutCubic" }
  :at(0.5, { [0.4] = 0.5, [2.4] = 2.65, ease = "inOutCubic" })

return stack(compass):lasting(3)
