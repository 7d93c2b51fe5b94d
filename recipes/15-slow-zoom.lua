-- A photograph comes alive when the frame moves over it.
canvas { width = 960, height = 540 }

local photo = image("media/photo.jpg"):fit "cover"
local zoom = photo:scale { [0] = 1, [4] = 1.25, ease = "inOutSine" }
local drift = zoom:at({ [0] = 0.5, [4] = 0.46, ease = "inOutSine" }, 0.5)

return drift:lasting(4):fade(0.5)
