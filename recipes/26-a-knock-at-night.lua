-- A voice, a storm, music that gives way to the voice, and captions that light up as words are said. All of it is made
-- here: there is no file beside this recipe.

canvas { width = 1280, height = 720, fps = 30, loudness = -16 }

local teller = say("It was a dark and stormy night. Then, somebody knocked.", { voice = "rms", rate = 0.9, at = 2 })
local guest = say("Is anybody home?", { voice = "slt", at = teller.duration + 2.2 })
local length = guest.duration + 2.5

-- What is heard.
local storm = sound.ambience("rain", { activity = 0.7 }):volume(0.25)
  :layer(sound.ambience("wind", { activity = 0.4 }):volume(0.2))
local flash = 0.8
local thunder = sound.thunder { 0.8, strength = 1 }
local knocks = sound.knock { "wood", count = 3, strength = 0.9 }:reverb { 1.2, mix = 0.25 }
local voices = stack(teller, guest:reverb { 0.6, mix = 0.3 })
local score = music { length, mood = "dark", seed = 7 }:volume(0.7):duck_under(voices, { by = 10 })

-- What is seen: a house with one lit window. Lightning shows it, and the window's light follows the voice inside.
local function sky(t)
  local since = t - flash
  return (since > 0 and since < 0.5 and (since * 20 % 2 < 1)) and 0.9 * (0.5 - since) * 2 or 0
end
local loud = teller:envelope(30)
local function glow(t) return 0.45 + 0.55 * math.min(1, 3 * (loud[math.floor(t * 30) + 1] or 0)) end

local wall = polygon({ { 0, 200 }, { 210, 0 }, { 420, 200 }, { 420, 480 }, { 0, 480 } }, { fill = "#05070f" })
local window = rectangle { width = 70, height = 90, fill = "#ffcf7a" }
local door = rectangle { width = 76, height = 150, fill = "#0c1020" }
local night = gradient("#0a0f24", "#1e2a4a", { angle = 180 }):lasting(length)
  :layer(solid("#aebfff"):opacity(sky))
  :layer(wall:at(0.72, 0.66))
  :layer(window:opacity(glow):glow(24):at(0.66, 0.66))
  :layer(door:at(0.78, 0.86))

return night
  :layer(storm):layer(thunder, { from = flash + 0.3 }):layer(score):layer(voices)
  :layer(knocks, { from = teller.duration + 0.4 })
  :layer(teller:captions { karaoke = "gold", size = 40 })
  :layer(guest:captions { size = 40, italic = true, color = "#cfe3ff" })
