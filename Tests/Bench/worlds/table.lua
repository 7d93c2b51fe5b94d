local quality = param.choice { "quality", default = "draft", options = { "draft", "standard" } }

return world {
  seconds = 2, seed = 7, quality = quality, place = "kitchen",
  things = {
    table = { "table", at = { 0, 0, 0 }, size = 1.4, fixed = true },
    bottles = { "bottle", at = { -0.6, 1.05, 0 }, count = 6, step = { 0.24, 0, 0 } },
    glasses = { "glass", at = { -0.5, 1.05, 0.25 }, count = 5, step = { 0.24, 0, 0 } },
    mugs = { "mug", at = { -0.5, 1.05, -0.3 }, count = 5, step = { 0.25, 0, 0 } },
    apples = { "apple", at = { 0.3, 1.05, 0.35 }, count = 2, step = { 0.15, 0, 0 } },
    ball = { "ball", at = { -0.9, 1.2, 0 }, size = 0.5, velocity = { 3, 0, 0 } },
  },
  camera = { { at = 0, eye = { 0.6, 1.9, 2.2 }, target = { 0, 1.1, 0 }, blur = 0.04 } },
}
