-- Captions come from a file beside the recipe; each is a text of its own, so changing one draws its seconds anew.
canvas { width = 960, height = 540 }

return video("media/bloom.mp4"):trim(0, 4):layer(captions("media/bloom.srt", { weight = "bold", shadow = true }))
