local quality = param.choice { "quality", default = "draft", options = { "draft", "standard" } }

return world {
  seconds = 2, seed = 7, quality = quality, place = "court", time = "sunset",
  things = {
    hoop = { "basketball hoop", at = { 2.1, 0, 0 }, facing = "player" },
    ball = { "basketball", held_by = "player" },
    balls = { "basketball", at = { -1, 1, -1.5 }, count = 8, step = { 0.5, 0.3, -0.1 } },
    cones = { "cone", at = { -1.5, 0, 1 }, count = 6, step = { 0.6, 0, 0.1 } },
    crate = { "crate", at = { 1, 0, -2 }, count = 3, step = { 0.8, 0, 0 } },
  },
  figures = { player = { "player", at = { -2.7, 0, 0 }, facing = "hoop" } },
  actions = { { at = 0.4, "player throws ball", to = "hoop", outcome = "misses" } },
  camera = { { at = 0, shot = "wide" } },
}
