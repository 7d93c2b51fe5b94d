-- Pixels by a formula. The function is followed once, while the recipe runs; what it says is done to all pixels.
canvas { width = 640, height = 360 }

local tide = video("media/tide.mp4"):fit "cover":trim(0, 1)

local function named(clip, name)
  return clip:layer(text(name, { size = 28, shadow = true }):at(0.5, 0.9)):lasting(1)
end

local plasma = shade(function(p, t)
  local uv = p / resolution.y * 4
  local v = sin(uv.x + t) + sin(uv.y * 1.3 - t) + sin(length(uv - vec2(3.5, 2)) * 3 - t * 2)
  return 0.5 + 0.5 * cos(v + vec3(0, 2, 4))
end)

local ripples = tide:shade(function(p, t, s)
  local away = p - resolution / 2
  local far = length(away)
  return s(p + away / max(far, 1) * 12 * sin(far / 18 - t * 9) * smoothstep(0, 60, far))
end)

local clouds = shade(function(p, t)
  local at, light, share = p / 160 + vec2(t * 0.4, 0), 0, 0.5
  for _ = 1, 5 do
    light = light + share * noise(at)
    at, share = at * 2.03, share / 2
  end
  return mix(vec3(0.2, 0.45, 0.8), vec3(1), smoothstep(0.4, 0.75, light))
end)

-- A ball on a floor: the ray goes on as far as nothing can be in its way.
local function far(q) return min(length(q) - 1 + 0.06 * sin(9 * q.x) * sin(9 * q.y) * sin(9 * q.z), q.y + 1) end

local ball = shade(function(p, t)
  local uv = (2 * p - resolution) / resolution.y
  local eye, ray, way = vec3(0, 0.3, -3.2), normalize(vec3(uv.x, -uv.y, 1.6)), 0
  for _ = 1, 20 do way = way + far(eye + ray * way) end
  local q, e = eye + ray * way, vec2(0.002, 0)
  local normal = normalize(vec3(far(q + e.xyy), far(q + e.yxy), far(q + e.yyx)) - far(q))
  local light = max(dot(normal, normalize(vec3(cos(t * 2), 1, -0.8))), 0)
  local paint = select(greaterThan(length(q), 1.07), 0.3 + 0.4 * mod(floor(q.x) + floor(q.z), 2), vec3(0.95, 0.5, 0.3))
  return mix(paint * (0.15 + light), vec3(0.6, 0.75, 0.9), smoothstep(4, 14, way))
end)

local rings = solid("#203040"):layer(tide:shade(function(p, t, s)
  local ring = fract(length(p / resolution - 0.5) * 8 - t)
  return s(p) * vec4(1, 1, 1, smoothstep(0.45, 0.5, ring))
end))

return sequence(
  named(plasma, "plasma"), named(ripples, "ripples"), named(clouds, "noise"), named(ball, "a ray"), named(rings, "holes"))
