-- A clip can be cut, held, slowed, turned round and repeated; a ramp goes from one speed to another.
canvas { width = 960, height = 540 }

local tide = video("media/tide.mp4")
local start = tide:trim(0, 1)

return start
  .. tide:freeze(1):lasting(0.5)
  .. start:reverse()
  .. tide:trim(1, 2):speed(2)
  .. tide:trim(2, 2.25):loop(3)
  .. tide:trim(2.5, 4):speed { [0] = 2, [1] = 0.25, ease = "inOutSine" }
  .. tide:trim(4, 4.5):framerate(8):pingpong()
