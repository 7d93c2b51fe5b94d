-- Sound is a layer too. Its volume may move: here the music steps back while the beeps are heard.
canvas { width = 960, height = 540 }

local music = audio("media/chords.m4a"):volume { [0] = 1, [1] = 1, [1.3] = 0.25, [3] = 0.25, [3.5] = 1 }
local beeps = audio("media/beeps.m4a"):trim(0, 2):volume(0.6)

return video("media/bloom.mp4"):trim(0, 5)
  :layer(music:fade(0, 1))
  :layer(beeps, { from = 1 })
