// What has no end or stands for the place itself: the ground, the basin of the water, and the walls of a room.
#pragma once

#include "world.h"

constexpr uint32_t land_owner = 0xffffffff, water_owner = 0xfffffffe;

inline bool has_water(const CRSet &s) { return s.water_depth > 0; }
inline float basin_floor(const CRSet &s) { return s.water_level - s.water_depth; }

/// Whether a place's column has water in it.
inline bool wet(const CRSet &s, f3 p) {
  if (!has_water(s)) return false;
  if (s.water_half.x <= 0) return true;
  return __builtin_fabsf(p.x - s.water_center.x) < s.water_half.x && __builtin_fabsf(p.z - s.water_center.z) < s.water_half.z;
}

inline void meet_land(Hit &hit, f3 o, f3 d, float t, f3 normal, const CRSurface &surface) {
  hit.kind = Kind::land;
  hit.t = t;
  hit.local = hit.place = o + d * t;
  hit.flat = hit.normal = normal;
  hit.surface = &surface;
  hit.owner = land_owner;
  hit.standing = -1;
  hit.blurs = false;
}

/// The inside of a box, where a ray leaves it.
struct Way_out {
  float t;
  f3 normal;  // inwards
  Way_out(f3 o, f3 d, f3 low, f3 high) {
    d = nonzero(d);
    f3 far = vec(d.x > 0 ? high.x : low.x, d.y > 0 ? high.y : low.y, d.z > 0 ? high.z : low.z), ts = (far - o) / d;
    t = least(ts.x, least(ts.y, ts.z));
    if (t == ts.x) normal = vec(d.x > 0 ? -1 : 1, 0, 0);
    else if (t == ts.y) normal = vec(0, d.y > 0 ? -1 : 1, 0);
    else normal = vec(0, 0, d.z > 0 ? -1 : 1);
  }
};

inline void meet_basin(const CRSet &s, f3 o, f3 d, float start, Hit &hit) {
  float floor = basin_floor(s);
  if (s.water_half.x <= 0) {
    float t = d.y < 0 ? (floor - o.y) / d.y : -1;
    if (t > start && t < hit.t) meet_land(hit, o, d, t, vec(0, 1, 0), s.ground);
    return;
  }
  f3 center = vec(s.water_center), half = vec(s.water_half);
  Way_out out(o, d, vec(center.x - half.x, floor, center.z - half.z), vec(center.x + half.x, 0, center.z + half.z));
  if (out.normal.y < 0 || out.t <= start || out.t >= hit.t) return;
  meet_land(hit, o, d, out.t, out.normal, s.enclosure == CRRoom || s.wall.pattern == CRTiles ? s.wall : s.ground);
}

inline void meet_ground(const CRSet &s, f3 o, f3 d, float start, Hit &hit) {
  bool basin = has_water(s) && basin_floor(s) < 0;
  if (o.y <= 0) {
    if (basin && wet(s, o)) meet_basin(s, o, d, start, hit);
    return;
  }
  if (d.y >= -1e-9f) return;
  float t = -o.y / d.y;
  if (t >= hit.t) return;
  if (basin && wet(s, o + d * t)) return meet_basin(s, o, d, start, hit);
  if (t > start) meet_land(hit, o, d, t, vec(0, 1, 0), s.ground);
}

/// Three high windows in the wall to the left.
inline bool is_window(const CRSet &s, f3 p) {
  float along = __builtin_fabsf(p.z / s.room.z * 1.5f), part = along - static_cast<float>(floored(along + 0.5f));
  return p.y > s.room.y * 0.33f && p.y < s.room.y * 0.83f && along < 1.3f && __builtin_fabsf(part) < 0.3f;
}

/// Walls are seen from inside only, so that a camera may stand behind them.
inline void meet_room(const CRSet &s, f3 o, f3 d, float start, Hit &hit) {
  f3 low = vec(-s.room.x, -1e6f, -s.room.z), high = vec(s.room.x, s.room.y, s.room.z);
  Way_out out(o, d, low, high);
  f3 p = o + d * out.t;
  bool crosses = __builtin_fabsf(p.x) < s.room.x + 1e-2f && __builtin_fabsf(p.z) < s.room.z + 1e-2f && p.y < s.room.y + 1e-2f;
  if (out.t <= start || out.t >= hit.t || !crosses || (out.normal.x > 0 && is_window(s, p))) return;
  meet_land(hit, o, d, out.t, out.normal, s.wall);
}

/// Whether a way towards the sun leaves a room through a window.
inline bool leaves(const CRSet &s, f3 o, f3 d) {
  if (s.enclosure != CRRoom) return true;
  Hit hit;
  meet_room(s, o, d, 0, hit);
  return hit.kind == Kind::sky;
}

inline void meet_water(const CRSet &s, f3 o, f3 d, float start, Hit &hit) {
  if (!has_water(s) || __builtin_fabsf(d.y) < 1e-9f) return;
  float t = (s.water_level - o.y) / d.y;
  if (t <= start || t >= hit.t || !wet(s, o + d * t)) return;
  meet_land(hit, o, d, t, vec(0, 1, 0), s.ground);
  hit.kind = Kind::water;
  hit.owner = water_owner;
}

inline Hit nearest_land(const CRSet &set, f3 o, f3 d, float start) {
  Hit hit;
  if (set.enclosure == CRRoom) meet_room(set, o, d, start, hit);
  if (set.enclosure != CRVoid) meet_ground(set, o, d, start, hit);
  meet_water(set, o, d, start, hit);
  return hit;
}

/// What a ray meets first of all there is.
inline Hit nearest(const Stage &stage, f3 o, f3 d, float start, float time) {
  Hit hit = nearest_land(stage.world->set, o, d, start);
  nearest_body(stage, o, d, start, time, hit);
  return hit;
}

/// The same for a ray from the eye through a pixel.
inline Hit nearest_seen(const Stage &stage, int x, int y, f3 o, f3 d, float time) {
  if (!stage.eye.works()) return nearest(stage, o, d, 0, time);
  Hit hit = nearest_land(stage.world->set, o, d, 0);
  nearest_body(stage, stage.eye.at(x / Stage::cell, y / Stage::cell), o, d, 0, time, hit);
  return hit;
}
