local quality = param.choice { "quality", default = "draft", options = { "draft", "standard" } }

return world {
  seconds = 2, seed = 7, quality = quality, place = "street", time = "dusk",
  things = {
    car = { "car", at = { -3, 0, -1.4 }, velocity = { 5, 0, 0 } },
    boxes = { "box", at = { 1, 0, 0.4 }, count = { 3, 3, 1 }, step = { 0.42, 0.42, 0.42 } },
    cones = { "cone", at = { -1, 0, 1.6 }, count = 5, step = { 0.7, 0, 0 } },
    bin = { "bin", at = { 3.4, 0, 0.8 } },
    ball = { "football", at = { -2, 0.2, 0.5 }, velocity = { 4, 2, 0 } },
  },
  light = { lamps = { { at = { -2, 3.4, -2.5 }, strength = 300, radius = 0.2 }, { at = { 3, 3.4, -2.5 }, strength = 300, radius = 0.2 } } },
  camera = { { at = 0, eye = { 0.5, 1.7, 6 }, target = { 0.3, 0.8, 0 } } },
}
