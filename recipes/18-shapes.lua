-- Shapes are drawn at the size that they have, with a colour or a gradient, and a line around them.
canvas { width = 960, height = 540, background = "#12203a" }

local sun = circle(90, { fill = { "#fff3b0", "#ff9f1c", shape = "radial" } }):at(0.5, { [0] = 0.75, [2] = 0.35, ease = "outCubic" })
local hills = path("M0 120 C160 0 320 0 480 90 S800 160 960 40 V200 H0Z", { fill = { "#2a9d8f", "#1b4332" } }):at(0.5, 1, "bottom")
local frame = rectangle { width = 900, height = 480, radius = 40, fill = "transparent", stroke = { width = 6, color = { "gold", "tomato", angle = 90 } } }
local star = star { points = 5, radius = 34, fill = "gold", stroke = { width = 4, color = "#00000080", join = "round" } }
local trail = line({ { 0, 0 }, { 120, 40 }, { 240, 10 } }, { width = 8, dash = { 1, 16 }, cap = "round" })

return stack(sun, hills, trail:at(0.3, 0.25), star:rotate(function(t) return t * 60 end):at(0.44, 0.26), frame):lasting(2)
