-- Music that is composed for the length that is asked for, pictures that change on its beats, and bars that follow its
-- bands.

canvas { width = 1280, height = 720, fps = 30, loudness = -14 }

local song = music { 10, mood = "chiptune", seed = 11 }
local beats = song:beats()
local bands = song:bands(12, 30)

-- A colour for every second beat.
local colors = { "#ff5f6d", "#ffc371", "#3ddc97", "#4ea8de", "#9b5de5" }
local scenes, last = {}, 0
for i = 3, #beats, 2 do
  scenes[#scenes + 1] = solid(colors[#scenes % #colors + 1]):lasting(beats[i] - last)
  last = beats[i]
end
scenes[#scenes + 1] = solid(colors[#scenes % #colors + 1]):lasting(song.duration - last)
local show = sequence(table.unpack(scenes))

for band = 1, 12 do
  local function height(t)
    local levels = bands[math.min(#bands, math.floor(t * 30) + 1)]
    return 0.04 + math.min(1, 6 * levels[band])
  end
  local bar = rectangle { width = 64, height = 520, fill = "#ffffffd0", radius = 12 }
  show = show:layer(bar:at((band + 0.1) / 13.2, 0.9, { anchor = "bottom" }):scale(1, height))
end

return show:layer(text(("%.0f beats a minute"):format(song:tempo() or 0), { size = 44, shadow = true }):at(0.5, 0.1))
  :layer(song)
