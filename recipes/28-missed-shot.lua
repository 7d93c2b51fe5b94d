-- A scene that is simulated: who throws what is said here, what becomes of it is physics. `reprise world "A player shoots a
-- basketball at sunset and misses…"` wrote the first of it. Change `outcome` to "hits", or push the ball on its way.

local line = param.text { "line", default = "I meant to do that.", max = 60 }

local court = world {
  seconds = 7, quality = "draft",
  place = "court", time = "sunset",
  things = {
    ball = { "basketball", held_by = "player" },
    hoop = { "basketball hoop", at = { 2.1, 0, 0 }, facing = "player" },
  },
  figures = { player = { "player", at = { -2.7, 0, 0 }, facing = "hoop", voice = "rms" } },
  actions = {
    { at = 0.4, "player throws ball", to = "hoop", outcome = "misses" },
    { at = 4.6, "player says", line },
  },
  camera = { { at = 0, shot = "wide" }, { at = 4.3, shot = "close", of = "player" } },
}

-- The first thing that the ball meets is what it was aimed at.
local rim
for _, contact in ipairs(court.contacts) do
  if contact.first == "ball" or contact.second == "ball" then rim = contact break end
end

local clank = text("CLANK!", { size = 64, weight = "black", color = "gold" }):rotate(-8):at(0.7, 0.2):lasting(0.5)
return court:part "court":layer(clank:part "clank", { from = rim.at })
