-- Text in several scripts, blur, turns, curves, functions of time, chance, and sound that is bent.
canvas { width = 540, height = 360, fps = 29.97, background = "#123" }
local dice = rng(11)
local sky = gradient("#ff5f6d", "#ffc371", { angle = 33 }):lasting(2.5)
local words = text("Wetter, καιρός, الطقس 🌦", { size = 44, weight = "bold", outline = { width = 2 }, shadow = { blur = 5, x = 2, y = 3 } })
  :rotate(function(t) return 12 * math.sin(3 * t) + t ^ 1.7 end)
  :at(function(t) return 0.5 + 0.1 * math.cos(5 * t), 0.4 + dice:number() / 50 end)
  :opacity({ [0] = 0, [0.7] = 1, [2.5] = 0.3, ease = "inOutCubic" })
local film = video("tide.mp4"):trim(0.5, 2.5)
local small = film:speed(0.77):scale({ [0] = 0.3, [2] = 0.61, ease = "outBack" }):rotate(-8):at(0.7, 0.7):lasting(2.5)
local tune = audio("chords.m4a"):speed(1.13):volume(function(t) return 0.5 + 0.4 * math.sin(9 * t) end)
return sky:layer(small):layer(words):layer(tune:lasting(2.5)):crossfade(film:scale(1.3):rotate(3), 0.6)
  :transition(film:speed { [0] = 0.4, [1] = 3, ease = "inOutBack" }, "clock", 0.5, { soft = 0.3, ease = "inOutCirc" })
