// The sieves of one picture: for what is seen, for what the sun and the lamps light, and for what is near.
#include <algorithm>

#include "geometry.h"
#include "land.h"

namespace {

std::vector<Outline> outlines(const Stage &stage) {
  std::vector<Outline> all;
  for (size_t i = 0; i < stage.standing.size(); i++) {
    const Standing &s = stage.standing[i];
    bool is_mesh = s.body >= 0 && body_of(stage, s).form == CRMeshed;
    all.push_back({s.hull, is_mesh ? -1 : static_cast<int>(i)});
  }
  for (const Bent &bent : stage.bent) {
    f3 low = 1e6f, high = -1e6f;
    for (const auto *vertices : {&bent.opening, &bent.closing})
      for (f3 v : *vertices) {
        low = least(low, v);
        high = most(high, v);
      }
    all.push_back({Hull::upright(low, high), -1});
  }
  return all;
}

/// How far a hull reaches along a direction: from `middle − reach` to `middle + reach`.
float reach_along(const Hull &h, f3 d) {
  return __builtin_fabsf(dot(h.axes[0], d)) * h.half.x + __builtin_fabsf(dot(h.axes[1], d)) * h.half.y + __builtin_fabsf(dot(h.axes[2], d)) * h.half.z;
}

/// Cells of eight by eight pixels.
void sift_eye(Stage &stage, const CRCamera &camera, const std::vector<Outline> &all) {
  const CRSet &set = stage.world->set;
  float h = static_cast<float>(set.height), scale = h / (2 * camera.slope) / Stage::cell;
  Window seen{vec(camera.eye), vec(camera.right), -vec(camera.up), -vec(camera.back)};
  seen.columns = (set.width + Stage::cell - 1) / Stage::cell;
  seen.rows = (set.height + Stage::cell - 1) / Stage::cell;
  seen.scale_x = seen.scale_y = scale;
  seen.shift_x = static_cast<float>(set.width) / 2 / Stage::cell;
  seen.shift_y = h / 2 / Stage::cell;
  // From a place on the lens a ray comes to the line through the lens's middle where all is sharp.
  stage.eye.fill(seen, all, [&](const Hull &hull) {
    float away = dot(hull.middle - seen.place, seen.ahead), reach = reach_along(hull, seen.ahead);
    float first = 1 - most(away - reach, 0) / camera.focus, last = 1 - (away + reach) / camera.focus;
    return camera.lens * most(__builtin_fabsf(first), __builtin_fabsf(last));
  });
}

/// A window that holds all bodies, each with some room around it.
template <typename Slack> Window window_of(const std::vector<Outline> &all, f3 right, f3 down, f3 ahead, int cells, Slack slack) {
  Window window{vec(0, 0, 0), right, down, ahead, true};
  f3 low = vec(1e6f, 1e6f, 0), high = vec(-1e6f, -1e6f, 0);
  for (const Outline &o : all) {
    float room = slack(o.hull);
    for (int i = 0; i < 2; i++) {
      f3 axis = i == 0 ? right : down;
      float at = dot(o.hull.middle, axis), reach = reach_along(o.hull, axis) + room;
      low[i] = least(low[i], at - reach);
      high[i] = most(high[i], at + reach);
    }
  }
  window.spread(low, high, cells);
  return window;
}

void sift_sun(Stage &stage, const std::vector<Outline> &all) {
  const Light &light = stage.world->light;
  const CRSet &set = stage.world->set;
  // Beside a sun this low, shadows are too long for cells.
  float steep = light.way.y - light.radius;
  if (steep < 0.02f) return;
  float lowest = set.enclosure == CRVoid ? 1e6f : has_water(set) ? least(0, basin_floor(set)) : 0;
  for (const Outline &o : all) lowest = least(lowest, o.hull.middle.y - reach_along(o.hull, vec(0, 1, 0)));
  // A ray to the edge of the sun's disc goes aside, the more the farther a body is from the lowest place that it may shade.
  auto slack = [&](const Hull &hull) {
    return light.radius * (hull.middle.y + reach_along(hull, vec(0, 1, 0)) - lowest) / steep;
  };
  Basis basis(light.way);
  stage.sun.fill(window_of(all, basis.x, basis.y, light.way, 128, slack), all, slack);
}

}  // namespace

void sift(Stage &stage, const CRCamera &camera) {
  std::vector<Outline> all = outlines(stage);
  sift_eye(stage, camera, all);
  sift_sun(stage, all);
  for (const Lamp &lamp : stage.world->lamps) stage.lanterns.emplace_back(lamp.place, lamp.radius, all);
  // Drops are too small to take light from what is near.
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Outline &o) {
    return o.standing >= 0 && stage.standing[static_cast<size_t>(o.standing)].body < 0;
  }), all.end());
  auto near = [&](const Hull &) { return Stage::nearby; };
  stage.around.fill(window_of(all, vec(1, 0, 0), vec(0, 0, 1), vec(0, 1, 0), 64, near), all, near);
}
