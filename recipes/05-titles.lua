-- Texts have a size, a weight, a colour; a shadow, an outline or a box sets them off from the picture.
canvas { width = 960, height = 540 }

local title = text("The long way home", { size = 84, weight = "bold", shadow = true })
local below = text("a film in six seconds", { size = 34, weight = "regular", background = { color = "#00000080", padding = 14, radius = 10 } })

return video("media/bloom.mp4"):trim(0, 4)
  :layer(title:fade(0.5):at(0.5, 0.45), { from = 0.5, to = 3.5 })
  :layer(below:fade(0.3):at(0.5, 0.62), { from = 1, to = 3.5 })
