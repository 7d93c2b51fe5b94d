-- The pieces of a text can look different, come one after another, and be sung along to.
canvas { width = 960, height = 540, background = "#1b1035" }

local title = text({ "Words that ", { "dance", color = "gold", weight = "black", italic = true } }, { size = 80, outline = { width = 4, color = "#000000a0" } })
local typed = text("letter by letter…", { size = 40, weight = "regular", color = "lightcyan" })
local swing = text("wave", { size = 60, color = "aquamarine" })
local song = text("Row, row, row your boat", { size = 56, shadow = true })

return stack(
  title:animate { "rise", by = "word", each = 0.15, seconds = 0.5, ease = "outBack" }:at(0.5, 0.2),
  typed:animate { "typewriter", each = 0.06 }:at(0.5, 0.4),
  swing:animate { "wave", reach = 0.2 }:at(0.5, 0.6),
  song:animate { "pop", by = "word", each = 0.2 }:karaoke { 0.8, 1.2, 1.6, 2, 2.3, 2.8 }:at(0.5, 0.82)
):lasting(3)
