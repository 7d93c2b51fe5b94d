-- A layer lies over a clip. It may come and go, and a picture with soft edges keeps them.
canvas { width = 960, height = 540 }

local logo = image("media/logo.png"):scale(0.6):at(0.92, 0.14)
local caption = text("Low tide, 6 pm", { size = 44 }):at(0.5, 0.88)

return video("media/tide.mp4"):trim(0, 4)
  :layer(logo)
  :layer(caption, { from = 1, to = 3 })
