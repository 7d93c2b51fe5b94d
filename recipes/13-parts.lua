-- Parts are what a remix may take hold of; `reprise params` lists them.
canvas { width = 960, height = 540 }

local film = video("media/tide.mp4"):trim(0, 3):part "film"
local title = text("Evening", { size = 110 }):fade(0.5):part "title"
local card = text("the end", { size = 60, weight = "regular" }):lasting(1):part "card"

return film:layer(title, { from = 0.5, to = 2.5 }) .. card
