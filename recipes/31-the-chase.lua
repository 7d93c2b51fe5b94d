-- A dog after a ball, seen by somebody who stands beside the way. `reprise world "A dog that chases a red ball across a park."`
-- wrote the first of it. A faster ball gets away; a slow one is pushed along.

local time = param.choice { "time", default = "day", options = { "day", "sunset", "dawn" } }
local speed = param.number { "speed", default = 2.95, min = 1, max = 5 }

local park = world {
  seconds = 6, quality = "draft",
  place = "park", time = time,
  things = { ball = { "ball", at = { -3.8, 0, 0 }, color = "#d0342c", velocity = { speed, 0, 0 } } },
  figures = { dog = { "dog", at = { -5, 0, 0 }, facing = "ball" } },
  actions = {
    { at = 0, "dog runs", to = { 4.7, 0, 0 } },
    { at = 4.4, "dog jumps", height = 0.5 },
  },
  camera = { { at = 0, shot = "tracking", of = { "dog", "ball" }, follow = "dog" } },
}

return park:part "park"
