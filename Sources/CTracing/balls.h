// The seams and panels of balls, on the directions from the middle of one.
#pragma once

#include "patterns.h"

/// Two great circles that cross, and two ovals that bend towards them: eight panels. Between the seams are pebbles.
inline Finish basketball(const Spot &s, const CTSurface &m, float footprint) {
  f3 q = normalized(s.p);
  float oval = (__builtin_fabsf(q.z) - 0.4f - 0.36f * q.y * q.y) * 0.85f;
  float away = least(__builtin_fabsf(oval), least(__builtin_fabsf(q.y), __builtin_fabsf(q.z)));
  float seam = held((0.019f - away) / most(footprint, 0.004f) + 0.5f);
  float kept = fading(footprint * 34);
  Cell pebble(f2{q.x * 34 + q.y * 7, q.z * 34 + q.y * 31});
  f3 bump = kept > 0 ? roughened(q, 60, 0.35f, footprint) : vec(0, 0, 0);
  f3 color = mix(vec(m.color) * (1 - 0.25f * held(pebble.nearest * 1.4f - 0.3f) * kept), vec(m.second), seam);
  return {color, m.roughness, bump * (1 - seam)};
}

/// Twelve pentagons and twenty hexagons: the nearest face's plane is the one that a line from the middle meets first.
inline Finish football(const Spot &s, const CTSurface &m, float footprint) {
  f3 q = normalized(s.p);
  constexpr float g = 1.61803399f, five = 1 / (1.90211303f * 2.32744f), six = 1 / (1.73205081f * 2.26728f);
  float best = 0, next = 0;
  bool black = false;
  auto meet = [&](float along, bool pentagon) {
    if (along > best) {
      next = best;
      best = along;
      black = pentagon;
    } else {
      next = most(next, along);
    }
  };
  for (int i = 0; i < 3; i++) {
    float x = q[i], y = q[(i + 1) % 3], z = q[(i + 2) % 3];
    for (float a : {y, -y})
      for (float b : {z, -z}) {
        meet((a + b * g) * five, true);
        meet((a / g + b * g) * six, false);
        if (i == 0) {
          meet((x + a + b) * six, false);
          meet((-x + a + b) * six, false);
        }
      }
  }
  float seam = held((0.006f - (best - next)) / most(footprint * 0.4f, 0.002f) + 0.5f);
  f3 panel = black ? vec(m.second) : vec(m.color);
  return {panel * (1 - 0.55f * seam), m.roughness, roughened(q, 30, 0.06f, footprint)};
}

/// The seam is where the sphere meets a saddle.
inline Finish tennis(const Spot &s, const CTSurface &m, float footprint) {
  f3 q = normalized(s.p);
  float away = __builtin_fabsf(q.z - 1.1f * (q.x * q.x - q.y * q.y)) * 0.5f;
  float seam = held((0.032f - away) / most(footprint, 0.01f) + 0.5f), fuzz = octaves(q * 40.0f, 2, footprint * 40);
  return {mix(vec(m.color) * (0.8f + 0.4f * fuzz), vec(m.second), seam), 0.95f, roughened(q, 50, 0.8f * (1 - seam), footprint), 0.7f};
}

/// `footprint`: what a pixel covers, in metres.
inline Finish finish(const CTSurface &m, f3 p, f3 n, float footprint, uint32_t seed) {
  Spot s{p * (1 / m.scale), n, footprint / m.scale, {}, seed};
  s.uv = flat_on(s.p, n);
  float around = footprint / most(length(p), 1e-3f);
  switch (m.pattern) {
  case CTWood: return wood(s, m);
  case CTPlanks: return planks(s, m);
  case CTBrick: return brick(s, m);
  case CTStone: return stone(s, m);
  case CTMarble: return marble(s, m);
  case CTChecker: return checker(s, m);
  case CTTiles: return tiles(s, m);
  case CTStripes: return stripes(s, m);
  case CTDots: return dots(s, m);
  case CTGrass: return grass(s, m);
  case CTSand: return sand(s, m);
  case CTAsphalt: return asphalt(s, m);
  case CTSnow: return snow(s, m);
  case CTConcrete: return concrete(s, m);
  case CTFabric: return fabric(s, m);
  case CTLeather: return leather(s, m);
  case CTRust: return rust(s, m);
  case CTBasketball: return basketball(s, m, around);
  case CTFootball: return football(s, m, around);
  case CTTennis: return tennis(s, m, around);
  case CTCardboard: return cardboard(s, m);
  case CTSkinned: return skinned(s, m);
  case CTFur: return fur(s, m);
  case CTLeaves: return leaves(s, m);
  case CTRipples: return rippled(s, m);
  default: return {vec(m.color), m.roughness};
  }
}
