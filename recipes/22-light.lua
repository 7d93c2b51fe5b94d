-- Light adds up, as before a camera: where pictures fade, glow and blur. Curves bend tones.
canvas { width = 640, height = 360, light = "linear" }

local tide = video("media/tide.mp4"):fit "cover":trim(0, 1.5)
local bloom = video("media/bloom.mp4"):fit "cover":trim(1, 2.5)

local film = bloom:curves {
  master = { { 0, 0.05 }, { 0.25, 0.2 }, { 0.75, 0.83 }, { 1, 0.97 } },
  blue = { { 0, 0.12 }, { 1, 0.9 } },
}
local sign = text("OPEN", { size = 120, color = "#ff4d6d" }):glow(16, { threshold = 0.2 })

return tide:crossfade(film, 1):layer(sign:opacity { [0] = 0, [1] = 1 })
