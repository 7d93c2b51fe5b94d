-- A plank reaches over its foot by less than half, with a block on its inner end. It stays.
local control = param.toggle { "control", default = false, hint = "The block lies on the outer end: the middle of both is out over the edge, and they fall." }
local fps = param.number { "fps", default = 30, min = 1, max = 60 }
local width = param.number { "width", default = 640, min = 32, max = 1920, hint = "A multiple of 32." }
local sound = param.toggle { "sound", default = true }
canvas { width = width, height = width * 9 / 16, fps = fps }
return world {
  seconds = 1.2, sound = sound, place = "studio",
  things = {
    foot = { shape = "box", size = { 0.8, 0.8, 0.5 }, color = "blue", at = { -0.4, 0, 0 } },
    plank = { shape = "box", size = { 1.2, 0.12, 0.4 }, color = "yellow", at = { -0.1, 0.8, 0 } },
    block = { shape = "box", size = { 0.3, 0.3, 0.3 }, color = "red", at = { control and 0.35 or -0.55, 0.92, 0 } },
  },
  camera = { { eye = { 0, 1.1, 14 }, target = { 0, 1.1, 0 }, angle = 10 } },
}
