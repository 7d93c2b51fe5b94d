-- A canvas says how large the video is and how many pictures a second it has. Sizes are pixels of the canvas.
canvas { width = 1080, height = 1920, fps = 30 }

local title = text("Made for\nphones", { size = 190, weight = "black", spacing = 1.05 })
return title:over(gradient("#355c7d", "#6c5b7b", "#c06c84")):lasting(2)
