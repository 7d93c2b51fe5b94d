// Lines on the ground, in the measures of their sports: FIBA's court, the Laws of the Game, a road of two lanes.
#pragma once

#include "patterns.h"

struct Marking {
  float footprint, paint = 0;
  /// A band of `width` metres about `away` = 0.
  void stroke(float away, float width) {
    float soft = most(footprint, 1e-3f), shown = held((width / 2 - __builtin_fabsf(away)) / soft + 0.5f);
    paint = most(paint, soft > width ? least(shown, width / soft) : shown);
  }
  void stroke(float away, float width, bool here) {
    if (here) stroke(away, width);
  }
  void box(f2 p, float half, float near, float far, float width) {
    float u = __builtin_fabsf(p.x);
    stroke(u - half, width, p.y > near && p.y < far);
    stroke(p.y - far, width, u < half);
    stroke(p.y - near, width, u < half);
  }
};

/// `p`: across, and away from the end line's ring.
inline float court(f2 p, float footprint, bool &key) {
  Marking m{footprint};
  float u = __builtin_fabsf(p.x), around = length(p);
  m.box(p, 7.5f, -1.575f, 26.425f, 0.05f);
  m.box(p, 2.45f, -1.575f, 4.225f, 0.05f);
  m.stroke(p.y - 12.425f, 0.05f, u < 7.5f);
  m.stroke(length(p - f2{0, 12.425f}) - 1.8f, 0.05f);
  m.stroke(length(p - f2{0, 4.225f}) - 1.8f, 0.05f, p.y > 4.225f);
  m.stroke(around - 1.25f, 0.05f, p.y > 0);
  m.stroke(around - 6.75f, 0.05f, p.y > 1.415f);
  m.stroke(u - 6.6f, 0.05f, p.y > -1.575f && p.y < 1.415f);
  key = u < 2.45f && p.y > -1.575f && p.y < 4.225f;
  return m.paint;
}

/// `p`: across, and away from the middle of the goal.
inline float pitch(f2 p, float footprint) {
  Marking m{footprint};
  m.box(p, 34, 0, 105, 0.12f);
  m.box(p, 20.16f, 0, 16.5f, 0.12f);
  m.box(p, 9.16f, 0, 5.5f, 0.12f);
  m.stroke(p.y - 52.5f, 0.12f, __builtin_fabsf(p.x) < 34);
  m.stroke(length(p - f2{0, 52.5f}) - 9.15f, 0.12f);
  m.stroke(length(p - f2{0, 11}) - 9.15f, 0.12f, p.y > 16.5f);
  m.stroke(length(p - f2{0, 11}), 0.22f);
  return m.paint;
}

inline float road(f2 p, float footprint) {
  Marking m{footprint};
  float dash = p.y / 6 - static_cast<float>(floored(p.y / 6));
  m.stroke(p.x, 0.13f, dash < 0.5f);
  m.stroke(__builtin_fabsf(p.x) - 3.4f, 0.13f);
  return m.paint;
}

inline Finish marked(const CRSet &set, f3 place, float footprint, Finish ground) {
  f3 along = vec(set.marks_heading), from = place - vec(set.marks_place);
  f2 p{from.x * along.z - from.z * along.x, from.x * along.x + from.z * along.z};
  float paint = 0, worn = 0.82f + 0.18f * noise(place.x * 6, place.z * 6);
  bool key = false;
  if (set.marks == CRCourt) paint = court(p, footprint, key);
  if (key) ground.color = vec(set.marks_color) * (0.8f + 0.4f * noise(place.x * 30, place.z * 30));
  if (set.marks == CRPitch) {
    paint = pitch(p, footprint);
    ground.color *= mix(0.86f, 1.12f, line(p.y / 10, 0.25f, footprint / 10));
  }
  if (set.marks == CRRoad) {
    paint = road(p, footprint);
    float off = __builtin_fabsf(p.x) - 4.0f;
    float slab = most(line(p.y / 2, 0.008f, footprint / 2), line((off + 0.02f) / 2, 0.008f, footprint / 2));
    f3 walk = vec(0.36f, 0.35f, 0.33f) * (0.75f + 0.35f * octaves(f2{place.x * 3, place.z * 3}, 3, footprint * 3)) * (1 - 0.5f * slab);
    ground.color = mix(ground.color, walk, side(off, footprint));
  }
  if (set.marks == CRLane) {
    float off = __builtin_fabsf(p.x) - 0.53f;
    ground.color *= 1 - 0.85f * held((0.12f - __builtin_fabsf(off - 0.12f)) / most(footprint, 1e-3f) + 0.5f);
    Marking foul{footprint};
    foul.stroke(p.y, 0.05f, off < 0);
    ground.color *= 1 - foul.paint * 0.8f;
  }
  ground.color = mix(ground.color, vec(0.82f, 0.82f, 0.8f), paint * worn * 0.92f);
  return ground;
}
