local quality = param.choice { "quality", default = "draft", options = { "draft", "standard" } }

return world {
  seconds = 2, seed = 7, quality = quality, place = "snowfield", time = "night", weather = "snow",
  things = {
    firs = { "fir", at = { -4, 0, -4 }, count = 5, step = { 2, 0, -0.5 } },
    snowman = { "snowman", at = { 0, 0, 0 } },
    crates = { "crate", at = { 1.2, 0, 0.5 }, count = { 3, 2, 1 }, step = { 0.62, 0.62, 0.62 } },
    balls = { "ball", at = { -2, 1.5, 0.5 }, count = 6, step = { 0.3, 0.2, 0 } },
    lamp = { "streetlamp", at = { -1.5, 0, -1 } },
    rock = { "rock", at = { -2, 0, 1.4 } },
  },
  light = { lamps = { { at = { -1.5, 2.8, -0.6 }, strength = 300, radius = 0.2 } } },
  camera = { { at = 0, eye = { 0.5, 1.6, 6 }, target = { 0, 0.8, 0 } } },
}
