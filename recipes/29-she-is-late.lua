-- A film noir in two shots. `reprise world "Film noir. A man waits under a streetlamp at night in the rain…"` wrote the first of
-- it. The lamp lights him: move it, and his face goes dark. Try look = "neon", or let somebody else wait.

local line = param.text { "line", default = "She is late.", max = 60 }
local who = param.choice { "who", default = "man", options = { "man", "woman", "robot" } }

local street = world {
  seconds = 6, quality = "draft",
  place = "street", time = "night", weather = "rain", look = "noir",
  things = { lamp = { "streetlamp", at = { 0, 0, 0 } } },
  figures = { waiting = { who, at = { 0.5, 0, -0.35 }, voice = "rms" } },
  actions = {
    { at = 0.6, "waiting looks", to = { -4, 1.6, 1 } },
    { at = 2.6, "waiting says", line },
    { at = 4.6, "waiting nods" },
  },
  camera = {
    { at = 0, shot = "wide" },
    { at = 2.2, shot = "close", of = "waiting" },
  },
}

return street:part "street"
