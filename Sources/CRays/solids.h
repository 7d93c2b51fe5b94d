// Where a ray meets a solid about the origin. Rays start outside or inside: the nearest crossing after `start` counts.
#pragma once

#include "elementary.h"

struct Crossing {
  float t;
  f3 normal;  // outwards
};

struct Ray {
  f3 o, d;
  float start, end;
  f3 at(float t) const { return o + d * t; }
};

inline bool among(const Ray &ray, float t) { return t > ray.start && t < ray.end; }

/// The two places where a line comes within `radius` of a point; written with the nearest point of the line, which keeps
/// digits when the sphere is small and far (Haines et al., "Precision Improvements for Ray/Sphere Intersection", 2019).
inline bool sphere(const Ray &ray, float radius, Crossing &found) {
  float b = dot(ray.o, ray.d);
  f3 nearest = ray.o - ray.d * b;
  float rest = radius * radius - dot(nearest, nearest);
  if (rest < 0) return false;
  float half = root(rest), t = -b - half;
  if (!among(ray, t)) t = -b + half;
  if (!among(ray, t)) return false;
  found = {t, (nearest + ray.d * (t + b)) * (1 / radius)};
  return true;
}

inline f3 nonzero(f3 d) {
  auto kept = [](float x) { return __builtin_fabsf(x) < 1e-9f ? (x < 0 ? -1e-9f : 1e-9f) : x; };
  return vec(kept(d.x), kept(d.y), kept(d.z));
}

inline bool box(const Ray &ray, f3 half, Crossing &found) {
  f3 inverse = 1 / nonzero(ray.d), middle = -ray.o * inverse, reach = half * absolute(inverse);
  f3 in = middle - reach, out = middle + reach;
  float first = largest(in), last = least(out.x, least(out.y, out.z));
  if (first > last) return false;
  bool enters = among(ray, first);
  float t = enters ? first : last;
  if (!among(ray, t)) return false;
  f3 side = enters ? in : out;
  f3 axis = side.x == t ? vec(1, 0, 0) : side.y == t ? vec(0, 1, 0) : vec(0, 0, 1);
  bool along = dot(axis, ray.d) > 0;
  found = {t, along != enters ? axis : -axis};
  return true;
}

/// The nearer of two crossings.
inline bool nearer(Crossing a, bool hasA, Crossing b, bool hasB, Crossing &found) {
  if (hasA && (!hasB || a.t < b.t)) found = a;
  else found = b;
  return hasA || hasB;
}

/// A level disc at a height.
inline bool disc(const Ray &ray, float height, float radius, Crossing &found) {
  if (__builtin_fabsf(ray.d.y) < 1e-9f) return false;
  float t = (height - ray.o.y) / ray.d.y;
  f3 p = ray.at(t);
  if (!among(ray, t) || p.x * p.x + p.z * p.z > radius * radius) return false;
  found = {t, vec(0, height < 0 ? -1 : 1, 0)};
  return true;
}

/// The upright wall whose radius is `radius + slope · y`, for |y| ≤ half.
inline bool wall(const Ray &ray, float radius, float slope, float half, Crossing &found) {
  float r = radius + slope * ray.o.y, dr = slope * ray.d.y;
  float a = ray.d.x * ray.d.x + ray.d.z * ray.d.z - dr * dr;
  float b = ray.o.x * ray.d.x + ray.o.z * ray.d.z - r * dr;
  float c = ray.o.x * ray.o.x + ray.o.z * ray.o.z - r * r, rest = b * b - a * c;
  if (rest < 0 || __builtin_fabsf(a) < 1e-12f) return false;
  float s = root(rest), first = (-b - s) / a, second = (-b + s) / a;
  float ts[2] = {least(first, second), most(first, second)};
  for (float t : ts) {
    f3 p = ray.at(t);
    if (!among(ray, t) || __builtin_fabsf(p.y) > half) continue;
    float here = radius + slope * p.y;
    if (here < 0) continue;
    found = {t, normalized(vec(p.x, -slope * here, p.z))};
    return true;
  }
  return false;
}

inline bool cylinder(const Ray &ray, float radius, float height, Crossing &found) {
  Crossing side, lid;
  bool hasSide = wall(ray, radius, 0, height / 2, side);
  // One lid can be nearer than the other only on the side that the ray comes from.
  float near = ray.d.y < 0 ? height / 2 : -height / 2;
  bool hasLid = disc(ray, near, radius, lid) || disc(ray, -near, radius, lid);
  return nearer(side, hasSide, lid, hasLid, found);
}

inline bool cone(const Ray &ray, float radius, float height, Crossing &found) {
  Crossing side, base;
  bool hasSide = wall(ray, radius / 2, -radius / height, height / 2, side);
  bool hasBase = disc(ray, -height / 2, radius, base);
  return nearer(side, hasSide, base, hasBase, found);
}

inline bool capsule(const Ray &ray, float radius, float height, Crossing &found) {
  Crossing best;
  bool has = wall(ray, radius, 0, height / 2, best);
  for (float y : {height / 2, -height / 2}) {
    Ray moved{ray.o - vec(0, y, 0), ray.d, ray.start, has ? least(ray.end, best.t) : ray.end};
    // A ball's surface inside the wall is no surface: both of its crossings are tried.
    for (int tries = 0; tries < 2; tries++) {
      Crossing cap;
      if (!sphere(moved, radius, cap)) break;
      if (moved.at(cap.t).y * y >= 0) {
        best = cap;
        has = true;
        break;
      }
      moved.start = cap.t;
    }
  }
  found = best;
  return has;
}

/// A torus about y, by walking along the ray as far as its distance allows (Hart, "Sphere tracing", 1996).
inline bool ring(const Ray &ray, float radius, float tube, Crossing &found) {
  float wide = radius + tube, b = dot(ray.o, ray.d);
  f3 nearest = ray.o - ray.d * b;
  float rest = wide * wide - dot(nearest, nearest);
  if (rest < 0) return false;
  float half = root(rest), t = most(ray.start, -b - half), last = least(ray.end, -b + half);
  float near = tube * 1e-3f;
  for (int step = 0; step < 64 && t < last; step++) {
    f3 p = ray.at(t);
    float around = root(p.x * p.x + p.z * p.z);
    f3 hub = around > 0 ? vec(p.x, 0, p.z) * (radius / around) : vec(radius, 0, 0);
    f3 out = p - hub;
    float away = length(out) - tube;
    if (__builtin_fabsf(away) < near && dot(out, ray.d) * (away >= 0 ? 1.0f : -1.0f) <= 0) {
      found = {t, normalized(out)};
      return t > ray.start;
    }
    t += most(__builtin_fabsf(away), near);
  }
  return false;
}
