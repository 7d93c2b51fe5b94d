-- A transition goes over into the next clip. Its function, if it has one, makes what shows meanwhile.
canvas { width = 640, height = 360 }

local function scene(clip, name)
  return clip:lasting(1.6):layer(text(name, { size = 28, shadow = true }):at(0.5, 0.9))
end

local tide = video("media/tide.mp4"):fit "cover"
local bloom = video("media/bloom.mp4"):fit "cover"
local dusk = gradient("#ff5f6d", "#ffc371")
local night = gradient("#1d2b64", "#f8cdda", { angle = 45 })

return scene(tide, "wipe")
  :transition(scene(dusk, "push"), "wipe", 0.8, { direction = "right", soft = 0.3 })
  :transition(scene(bloom, "iris"), "push", 0.8, { direction = "up", ease = "inOutCubic" })
  :transition(scene(night, "clock"), "iris", 0.8)
  :transition(scene(tide, "zoom"), "clock", 0.8, { soft = 0.02 })
  :transition(scene(dusk, "dip"), "zoom", 0.8)
  :transition(scene(bloom, "luma"), "dip", 0.8, { color = "white" })
  :transition(scene(night, "own"), "luma", 0.8, { matte = gradient("black", "white", "black", { angle = 60 }) })
  :transition(scene(tide, "end"), function(a, b, p)
    return stack(b, a:pin { { 0, 0 }, { 1 - p, 0.2 * p }, { 1 - p, 1 - 0.2 * p }, { 0, 1 } })
  end, 0.8)
