-- A crossfade dissolves picture and sound into the next clip.
canvas { width = 960, height = 540 }

local sunset = video("media/tide.mp4"):trim(0, 3):layer(audio("media/beeps.m4a"))
local lights = video("media/bloom.mp4"):trim(0, 3):layer(audio("media/chords.m4a"))

return sunset:crossfade(lights, 1)
