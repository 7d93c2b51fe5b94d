-- Pictures come together: a blend mixes colours, a mask lets through, a blur softens, a pin puts corners anywhere.
canvas { width = 640, height = 360 }

local tide = video("media/tide.mp4"):fit "cover":trim(0, 1)
local photo = image("media/photo.jpg"):fit "cover":lasting(1)

local function named(clip, name)
  return clip:layer(text(name, { size = 28, shadow = true }):at(0.5, 0.9))
end

return sequence(
  named(stack(photo, gradient("gold", "navy"):blend "screen"), "blend"),
  named(tide:mask(text("TIDE", { size = 220, weight = "black" })):over(solid "white"), "mask"),
  named(tide:blur { [0] = 30, [1] = 0, ease = "outCubic" }, "blur"),
  named(tide:layer(photo:pin { {0.2, 0.1}, {0.7, 0.25}, {0.65, 0.7}, {0.15, 0.85} }), "pin"),
  named(stack(text("HOLIDAY", { size = 120, weight = "black" }), tide:composite "source-in"):isolate()
    :over(gradient("#ff5f6d", "#ffc371")), "composite"),
  named(solid("#1b2838"):lasting(1):layer(image("media/logo.png"):at(function(t) return t, 0.4 end):motionblur()), "motion blur")
)
