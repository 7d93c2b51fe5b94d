-- Footage for the gallery: a sun goes down behind a sea of soft bands.
canvas { width = 960, height = 540, fps = 30 }

local length = 6
local sky = gradient("#1b2a6b", "#c2427a", "#ff9a5a", "#ffe0a3")
local sun = gradient("#fffbe8", "#fff3cf", "#ffe2a0", "#ffb35c00", { shape = "radial" })
  :scale(0.25, 0.45)
  :at(0.62, { [0] = 0.38, [length] = 0.62, ease = "inOutSine" })

local sea = solid("#123a66"):scale(1, 0.42):at(0.5, 0.8)
local picture = sky:layer(sun):layer(sea)

-- Each band of light drifts on its own, farther and slower towards the horizon.
for band = 1, 9 do
  local depth = band / 9
  local y = 0.6 + 0.38 * depth * depth
  local swing = 0.01 + 0.05 * depth
  local light = gradient("#ffd9a000", "#ffd9a0", "#ffd9a000", { angle = 90 })
    :scale(0.5 + 0.4 * depth, 0.006 + 0.02 * depth)
    :at(function(t) return 0.6 + swing * math.sin(t * (2.2 - depth) + band * 1.7) end, y)
    :opacity(function(t) return 0.5 + 0.25 * math.sin(t * 2 + band) end)
  picture = picture:layer(light)
end

return picture:lasting(length)
