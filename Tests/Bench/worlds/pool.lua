local quality = param.choice { "quality", default = "draft", options = { "draft", "standard" } }

return world {
  seconds = 2, seed = 7, quality = quality, place = "pool", time = "noon",
  things = {
    ducks = { "rubber duck", at = { -1.2, 0.6, 0 }, count = 6, step = { 0.5, 0.1, 0.1 } },
    balls = { "beach ball", at = { -1, 1.5, -1 }, count = 6, step = { 0.45, 0.2, 0 } },
    crates = { "crate", at = { -0.8, 1, 1 }, count = 4, step = { 0.6, 0, 0 } },
    buoys = { "buoy", at = { -1.5, 0.2, -2 }, count = 4, step = { 1, 0, 0 } },
  },
  camera = { { at = 0, eye = { 1.5, 2.2, 5 }, target = { 0, 0, 0 } } },
}
