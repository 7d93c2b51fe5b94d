// Light that air scattered once (Nishita et al., "Display of the Earth Taking into Account Atmospheric Scattering", 1993), with
// the air of Bruneton and of Hillaire ("A Scalable and Production Ready Sky and Atmosphere Rendering Technique", 2020).
// What is scattered more than once is taken as even in all directions; ozone makes the blue hour blue.
#include "light.h"

namespace {

constexpr float earth = 6360, top = 6460;  // km
const f3 rayleigh = vec(0.005802f, 0.013558f, 0.0331f), ozone = vec(0.00065f, 0.001881f, 0.000085f);  // 1/km
constexpr float haze = 0.003996f, haze_lost = 0.00444f;
constexpr float strength = 22;  // the sun above the air, in the units of the picture

struct Air {
  f3 scattered, lost;
  float dust;
};

Air air(float height) {
  float thin = exp(-height / 8), dust = exp(-height / 1.2f);
  float layer = most(0, 1 - __builtin_fabsf(height - 25) / 15);
  return {rayleigh * thin, rayleigh * thin + haze_lost * dust + ozone * layer, haze * dust};
}

/// How far a line from inside the air goes until it leaves it, or meets the ground.
float reach(f3 o, f3 d, bool &ground) {
  float b = dot(o, d), c = dot(o, o) - earth * earth, rest = b * b - c;
  ground = rest > 0 && b < 0;
  if (ground) return most(0, -b - root(rest));
  return -b + root(b * b - (dot(o, o) - top * top));
}

f3 lost_on_the_way(f3 o, f3 d) {
  bool ground;
  float far = reach(o, d, ground);
  if (ground) return vec(1e3f, 1e3f, 1e3f);
  f3 sum = 0;
  constexpr int steps = 10;
  for (int i = 0; i < steps; i++) {
    // Steps grow with distance: most of the air is near.
    float a = static_cast<float>(i) / steps, b = static_cast<float>(i + 1) / steps, at = (a * a + b * b) / 2;
    sum += air(length(o + d * (far * at)) - earth).lost * (far * (b * b - a * a));
  }
  return sum;
}

float dust_phase(float c) {
  constexpr float g = 0.8f;  // Cornette and Shanks
  float base = 1 + g * g - 2 * g * c;
  return 3 / (8 * pi) * (1 - g * g) * (1 + c * c) / ((2 + g * g) * base * root(base));
}

f3 scattered(f3 d, f3 sun) {
  f3 o = vec(0, earth + 0.1f, 0), sum = 0, lost = 0;
  bool ground;
  float far = reach(o, d, ground), c = dot(d, sun), phase = 3 / (16 * pi) * (1 + c * c), dust = dust_phase(c);
  constexpr int steps = 20;
  for (int i = 0; i < steps; i++) {
    float a = static_cast<float>(i) / steps, b = static_cast<float>(i + 1) / steps;
    float step = far * (b * b - a * a);
    f3 p = o + d * (far * (a * a + b * b) / 2);
    Air here = air(length(p) - earth);
    f3 sunlight = exp(-(lost + here.lost * (step / 2) + lost_on_the_way(p, sun)));
    f3 again = exp(-(lost + here.lost * (step / 2))) * (0.018f * eased(-0.2f, 0.25f, sun.y));
    sum += (sunlight * (here.scattered * phase + here.dust * dust) + again * (here.scattered + here.dust)) * step;
    lost += here.lost * step;
  }
  // Light that was scattered many times doubles what one time gives, on a clear day (Hillaire, figure 5).
  return sum * (strength * 1.8f);
}

/// Clouds take the blue, and make the sky an even grey.
f3 covered(f3 sky, f3 d, f3 grey, float clouds) {
  float part = clouds * clouds;
  return mix(sky, grey * (0.75f + 0.5f * held(d.y)), part * 0.92f);
}

f3 night_sky(f3 d) { return vec(0.012f, 0.02f, 0.045f) * (0.35f + 0.65f * (1 - held(d.y))); }

/// A backdrop is lit from above, and falls off to its edges.
f3 studio(f3 d) { return mix(vec(1.0f, 0.99f, 0.97f) * 1.25f, vec(0.86f, 0.9f, 1.0f) * 1.5f, held(d.y)); }

f3 grey_of(const Dome &dome) {
  f3 sum = 0;
  for (int c = 0; c < Dome::columns; c++) sum += dome.light[Dome::rows / 2][c];
  return vec(1, 1, 1) * (luma(sum) / Dome::columns * 1.1f);
}

void fill(Dome &dome, const CRSet &set, f3 sun, float night) {
  for (int r = 0; r < Dome::rows; r++)
    for (int c = 0; c < Dome::columns; c++) {
      f3 d = Dome::direction(r, c);
      f3 light = set.enclosure == CRVoid ? vec(0, 0, 0) : set.enclosure == CRBackdrop ? studio(d) : scattered(d, sun);
      if (set.enclosure == CROpen || set.enclosure == CRRoom) light += night_sky(d) * night;
      dome.light[r][c] = light;
    }
  if (set.enclosure != CROpen && set.enclosure != CRRoom) return;
  f3 grey = grey_of(dome);
  for (int r = 0; r < Dome::rows; r++)
    for (int c = 0; c < Dome::columns; c++)
      dome.light[r][c] = covered(dome.light[r][c], Dome::direction(r, c), grey, set.clouds) * set.sky;
}

/// The mean of many directions that lie evenly on the sphere (a spiral of Fibonacci).
void gather(Light &light, f3 albedo) {
  constexpr int count = 1024;
  light.ambient = {};
  light.horizon = 0;
  for (int c = 0; c < Dome::columns; c++) light.horizon += light.dome.light[1][c] * (1.0f / Dome::columns);
  f3 up = 0;
  for (int pass = 0; pass < 2; pass++) {
    for (int i = 0; i < count; i++) {
      float y = 1 - (2 * static_cast<float>(i) + 1) / count, r = root(1 - y * y), turn = static_cast<float>(i) * 0.61803399f;
      f3 d = vec(r * sine_of_turns(turn + 0.25f), y, r * sine_of_turns(turn));
      f3 from = y >= 0 ? light.dome(d) : light.ground;
      if (pass == 0 && y >= 0) up += from * (y * 4 * pi / count);
      if (pass == 1) light.ambient.add(d, from * (4 * pi / count));
    }
    light.ground = albedo * (up + light.sun * held(light.way.y)) * (1 / pi);
  }
}

}  // namespace

f3 Dome::direction(int row, int column) {
  float v = (static_cast<float>(row) + 0.5f) / rows, y = v * v, turn = (static_cast<float>(column) + 0.5f) / columns;
  float r = root(1 - y * y);
  return vec(r * sine_of_turns(turn + 0.25f), y, r * sine_of_turns(turn));
}

f3 Dome::operator()(f3 d) const {
  float v = held(root(most(d.y, 0)) * rows - 0.5f, 0, rows - 1.001f);
  float u = (turns(d.z, d.x) + 1) * columns - 0.5f;
  int r = static_cast<int>(v), c = static_cast<int>(u);
  float fv = v - static_cast<float>(r), fu = u - static_cast<float>(c);
  int a = c % columns, b = (c + 1) % columns;
  return mix(mix(light[r][a], light[r][b], fu), mix(light[r + 1][a], light[r + 1][b], fu), fv);
}

void Harmonics::add(f3 d, f3 light) {
  const float basis[9] = {
    0.282095f, 0.488603f * d.y, 0.488603f * d.z, 0.488603f * d.x, 1.092548f * d.x * d.y, 1.092548f * d.y * d.z,
    0.315392f * (3 * d.z * d.z - 1), 1.092548f * d.x * d.z, 0.546274f * (d.x * d.x - d.y * d.y)};
  for (int i = 0; i < 9; i++) c[i] += light * basis[i];
}

f3 Harmonics::irradiance(f3 n) const {
  f3 sum = c[8] * (0.429043f * (n.x * n.x - n.y * n.y)) + c[6] * (0.743125f * n.z * n.z - 0.247708f) + c[0] * 0.886227f;
  sum += (c[4] * (n.x * n.y) + c[7] * (n.x * n.z) + c[5] * (n.y * n.z)) * 0.858086f;
  sum += (c[3] * n.x + c[1] * n.y + c[2] * n.z) * 1.023328f;
  return most(sum, 0);
}

void kindle(Light &light, const CRSet &set) {
  f3 sun = normalized(vec(set.sun));
  bool inside = set.enclosure == CRBackdrop || set.enclosure == CRVoid;
  light.night = inside ? 0 : eased(-0.06f, -0.22f, sun.y);
  // The moon stands where it is seen well, towards the sun's side, high enough for long soft shadows.
  f3 moon = normalized(vec(sun.x * 0.8f, 0.62f, sun.z * 0.8f));
  light.way = light.night > 0.5f ? moon : inside ? normalized(vec(sun.x, most(sun.y, 0.5f), sun.z)) : sun;
  light.radius = set.enclosure == CRBackdrop ? 0.055f : mix(0.0093f, 0.06f, set.clouds);
  f3 through = exp(-lost_on_the_way(vec(0, earth + 0.1f, 0), normalized(vec(sun.x, most(sun.y, -0.02f), sun.z))));
  f3 day = through * (strength * eased(-0.045f, 0.02f, sun.y));
  light.sun = light.night > 0.5f ? vec(0.11f, 0.15f, 0.24f) * light.night : day;
  if (set.enclosure == CRBackdrop) light.sun = vec(1, 0.96f, 0.9f) * 5;
  if (set.enclosure == CRVoid) light.sun = vec(1, 0.98f, 0.95f) * strength;
  light.sun *= (1 - 0.96f * set.clouds * set.clouds) * (set.enclosure == CRRoom ? 1 : set.sky);
  light.ridges.raise(set);
  fill(light.dome, set, sun, light.night);
  light.ground = 0;
  gather(light, vec(set.ground.color) * 0.8f);
}
