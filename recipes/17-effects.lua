-- Effects follow one another in the order in which they are said. Each number may move.
canvas { width = 640, height = 360 }

local tide = video("media/tide.mp4"):fit "cover":trim(0, 1)
local logo = image("media/logo.png")

local function named(clip, name)
  return clip:layer(text(name, { size = 28, shadow = true }):at(0.5, 0.9))
end

return sequence(
  named(tide:adjust { exposure = 0.4, contrast = 1.2, saturation = 1.3, temperature = 0.3 }, "adjust"),
  named(tide:grade "media/dusk.cube", "grade"),
  named(tide:vignette { amount = 0.8 }:grain(0.04), "vignette, grain"),
  named(text("NEON", { size = 150, color = "#7df9ff" }):glow(18):over(solid "#101020"):lasting(1), "glow"),
  named(gradient("#f8cdda", "#1d2b64"):layer(logo:scale(1.5):shadow { y = 14, blur = 12 }):lasting(1), "shadow"),
  named(tide:pixelate { [0] = 60, [1] = 1 }, "pixelate"),
  named(tide:displace(gradient("red", "lime", { shape = "radial" }), 60, 40), "displace"),
  named(stack(gradient("tomato", "gold"), stack(solid "#00b140", logo:scale(1.5)):chromakey "#00b140"):lasting(1), "chromakey")
)
