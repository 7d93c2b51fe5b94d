// Chance that depends on a place alone: value noise on a lattice, sums of its octaves, and scattered cells.
#pragma once

#include "elementary.h"

/// All bits of a number mixed (Wellons, "Prospecting for Hash Functions", 2018: lowbias32).
inline uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  return x ^ x >> 16;
}
inline uint32_t mixed(int x, int y, int z = 0) {
  return mixed(static_cast<uint32_t>(x) * 0x9e3779b1U ^ static_cast<uint32_t>(y) * 0x85ebca77U ^ static_cast<uint32_t>(z) * 0xc2b2ae3dU);
}
/// From 0 to below 1.
inline float unit(uint32_t bits) { return static_cast<float>(bits >> 8) * 0x1p-24f; }
inline float chance(int x, int y, int z = 0) { return unit(mixed(x, y, z)); }

inline float quintic(float f) { return f * f * f * (f * (f * 6 - 15) + 10); }

inline float noise(float x, float y) {
  int i = floored(x), j = floored(y);
  float u = quintic(x - static_cast<float>(i)), v = quintic(y - static_cast<float>(j));
  return mix(mix(chance(i, j), chance(i + 1, j), u), mix(chance(i, j + 1), chance(i + 1, j + 1), u), v);
}

inline float noise(f3 p) {
  int i = floored(p.x), j = floored(p.y), k = floored(p.z);
  float u = quintic(p.x - static_cast<float>(i)), v = quintic(p.y - static_cast<float>(j));
  float w = quintic(p.z - static_cast<float>(k));
  auto layer = [&](int k) {
    return mix(mix(chance(i, j, k), chance(i + 1, j, k), u), mix(chance(i, j + 1, k), chance(i + 1, j + 1, k), u), v);
  };
  return mix(layer(k), layer(k + 1), w);
}

/// Octaves of noise from 0 to 1; those finer than `footprint` (in units of the first) are left at their mean.
template <typename P> inline float octaves(P p, int count, float footprint) {
  float sum = 0, weight = 0.5f, total = 0;
  for (int n = 0; n < count; n++, p = p * 2.03f + 17.3f, weight *= 0.5f, footprint *= 2) {
    float kept = 1 - held(footprint * 2 - 0.5f);
    sum += weight * (kept > 0 ? mix(0.5f, noise(p), kept) : 0.5f);
    total += weight;
  }
  return sum / total;
}

struct f2 {
  float x, y;
  f2 operator*(float f) const { return {x * f, y * f}; }
  f2 operator+(float f) const { return {x + f, y + f}; }
  f2 operator+(f2 o) const { return {x + o.x, y + o.y}; }
  f2 operator-(f2 o) const { return {x - o.x, y - o.y}; }
};
inline float noise(f2 p) { return noise(p.x, p.y); }
inline float length(f2 p) { return root(p.x * p.x + p.y * p.y); }

/// The nearest of points that are scattered one to a square (Worley, 1996): distances to it and to the next, and its number.
struct Cell {
  float nearest = 9, next = 9;
  uint32_t number = 0;
  explicit Cell(f2 p) {
    int i = floored(p.x), j = floored(p.y);
    for (int y = j - 1; y <= j + 1; y++)
      for (int x = i - 1; x <= i + 1; x++) meet(p, x, y);
  }

private:
  void meet(f2 p, int x, int y) {
    uint32_t bits = mixed(x, y, 77);
    f2 point{static_cast<float>(x) + unit(bits), static_cast<float>(y) + unit(mixed(bits))};
    float away = length(p - point);
    if (away < nearest) {
      next = nearest;
      nearest = away;
      number = bits;
    } else {
      next = least(next, away);
    }
  }
};
