-- A picture of another shape is fitted: all of it, or so that no edge is bare. A crop keeps a part.
canvas { width = 540, height = 540 }

local tide = video("media/tide.mp4"):trim(0, 1)

return tide:layer(text("contain", { size = 40 }):at(0.5, 0.12))
  .. tide:fit "cover":layer(text("cover", { size = 40 }):at(0.5, 0.12))
  .. tide:crop { width = 270, height = 270, x = { [0] = 300, [1] = 600 } }:layer(text("crop", { size = 40 }):at(0.5, 0.12))
