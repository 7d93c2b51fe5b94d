-- Two dots put clips after one another. Names are files beside the recipe.
canvas { width = 960, height = 540 }

local tide = video("media/tide.mp4"):trim(0, 1.5)
local bloom = video("media/bloom.mp4"):trim(0, 1.5)
local words = text("and then"):lasting(0.5)

return tide .. words .. bloom
