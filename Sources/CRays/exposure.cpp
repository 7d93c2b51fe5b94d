// How bright a picture is printed, and what light rooms and looks have of their own.
#include "world.h"

namespace {

/// The even light that walls throw to and fro: flux · ρ / (area · (1 − ρ)), as in a sphere that integrates.
f3 thrown_by_walls(const CRWorld &world) {
  const CRSet &s = world.set;
  f3 room = vec(s.room), flux = 0;
  float area = 8 * room.x * room.z + 4 * room.y * (room.x + room.z), windows = 0.5f * room.z * room.y * 0.5f;
  for (const Lamp &lamp : world.lamps) flux += lamp.light * (4 * pi);
  f3 day = world.light.ambient.irradiance(vec(-1, 0.3f, 0)) + world.light.sun * held(-world.light.way.x);
  flux += day * (windows * 3);
  f3 albedo = least((vec(s.wall.color) + vec(s.ground.color)) * 0.5f, 0.8f);
  f3 even = flux * albedo / ((1 - albedo) * area);
  // A room whose lamps are out and whose windows are dark still shows itself to eyes that got used to it.
  return most(even, 0.02f);
}

void furnish(CRWorld &world) {
  f3 even = thrown_by_walls(world) * (1 / pi), window = world.light.horizon * 0.5f;
  Harmonics all{};
  constexpr int count = 512;
  for (int i = 0; i < count; i++) {
    float y = 1 - (2 * static_cast<float>(i) + 1) / count, r = root(1 - y * y), turn = static_cast<float>(i) * 0.61803399f;
    f3 d = vec(r * sine_of_turns(turn + 0.25f), y, r * sine_of_turns(turn));
    f3 from = even * (0.9f + 0.3f * y) + window * eased(0.6f, 0.95f, -d.x);
    all.add(d, from * (4 * pi / count));
  }
  world.light.ambient = all;
}

void scale(Light &light, float sun, float around) {
  light.sun *= sun;
  for (f3 &c : light.ambient.c) c *= around;
  for (auto &row : light.dome.light)
    for (f3 &c : row) c *= around;
  light.horizon *= around;
  light.ground *= around;
}

/// Low key, or a night that is lit by its own colours.
void follow_look(CRWorld &world) {
  if (world.set.look == CRLookNoir) scale(world.light, 2.2f, 0.5f);
  if (world.set.look == CRLookPaper) world.light.radius = 0.14f;
  if (world.set.look == CRLookClay) world.light.radius = most(world.light.radius, 0.08f);
}

float lamps_on_ground(const CRWorld &world) {
  float sum = 0;
  for (const Lamp &lamp : world.lamps) {
    float height = most(1.5f, lamp.place.y);
    sum += luma(lamp.light) / (height * height);
  }
  return sum;
}

}  // namespace

/// The eye gets used to light, but not wholly: night stays darker than day.
void expose(CRWorld &world) {
  if (world.set.enclosure == CRRoom) furnish(world);
  const Light &light = world.light;
  float sun = luma(light.sun) * most(light.way.y, 0.3f) * (world.set.enclosure == CRRoom ? 0.06f : 0.8f);
  float key = most(1e-3f, sun + luma(light.ambient.irradiance(vec(0, 1, 0))) + 0.22f * lamps_on_ground(world));
  constexpr float day = 20;
  world.light.exposure = 0.25f * pi / (0.4f * day) * power(day / key, 0.9f);
  follow_look(world);
}
