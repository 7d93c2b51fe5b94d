-- Anything that moves may follow a function of time, in seconds.
canvas { width = 960, height = 540 }

local ring = image("media/logo.png")
  :at(function(t) return 0.5 + 0.3 * math.cos(t * 2), 0.5 + 0.3 * math.sin(t * 2) end)
  :rotate(function(t) return t * 120 end)
  :scale(function(t) return 1 + 0.3 * math.sin(t * 6) end)

return ring:over(gradient("#232526", "#414345", { angle = 135 })):lasting(3)
