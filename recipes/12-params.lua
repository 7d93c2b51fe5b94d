-- Params are what others may turn: `reprise render 12-params.lua --set line="See you" --set ink=gold -o mine.mp4`
local line = param.text { "line", default = "Back in five minutes", max = 40, hint = "What the card says." }
local ink = param.color { "ink", default = "white" }
local pause = param.seconds { "pause", default = 2, min = 0.5, max = 10 }
local mood = param.choice { "mood", default = "dusk", options = { "dawn", "dusk" } }

canvas { width = 960, height = 540 }
local colors = { dawn = gradient("#ffecd2", "#fcb69f"), dusk = gradient("#141e30", "#243b55") }

return text(line, { color = ink, size = 72, width = 800 }):fade(0.4):over(colors[mood]):lasting(pause)
