// The seams and panels of balls, on the directions from the middle of one.
#pragma once

#include "patterns.h"

/// Two great circles that cross, and two ovals that bend towards them: eight panels. Between the seams are pebbles.
inline Finish basketball(const Spot &s, const CRSurface &m, float footprint) {
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
inline Finish football(const Spot &s, const CRSurface &m, float footprint) {
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
inline Finish tennis(const Spot &s, const CRSurface &m, float footprint) {
  f3 q = normalized(s.p);
  float away = __builtin_fabsf(q.z - 1.1f * (q.x * q.x - q.y * q.y)) * 0.5f;
  float seam = held((0.032f - away) / most(footprint, 0.01f) + 0.5f), fuzz = octaves(q * 40.0f, 2, footprint * 40);
  return {mix(vec(m.color) * (0.8f + 0.4f * fuzz), vec(m.second), seam), 0.95f, roughened(q, 50, 0.8f * (1 - seam), footprint), 0.7f};
}

/// `footprint`: what a pixel covers, in metres.
inline Finish finish(const CRSurface &m, f3 p, f3 n, float footprint, uint32_t seed) {
  Spot s{p * (1 / m.scale), n, footprint / m.scale, {}, seed};
  s.uv = flat_on(s.p, n);
  float around = footprint / most(length(p), 1e-3f);
  switch (m.pattern) {
  case CRWood: return wood(s, m);
  case CRPlanks: return planks(s, m);
  case CRBrick: return brick(s, m);
  case CRStone: return stone(s, m);
  case CRMarble: return marble(s, m);
  case CRChecker: return checker(s, m);
  case CRTiles: return tiles(s, m);
  case CRStripes: return stripes(s, m);
  case CRDots: return dots(s, m);
  case CRGrass: return grass(s, m);
  case CRSand: return sand(s, m);
  case CRAsphalt: return asphalt(s, m);
  case CRSnow: return snow(s, m);
  case CRConcrete: return concrete(s, m);
  case CRFabric: return fabric(s, m);
  case CRLeather: return leather(s, m);
  case CRRust: return rust(s, m);
  case CRBasketball: return basketball(s, m, around);
  case CRFootball: return football(s, m, around);
  case CRTennis: return tennis(s, m, around);
  case CRCardboard: return cardboard(s, m);
  case CRSkinned: return skinned(s, m);
  case CRFur: return fur(s, m);
  case CRLeaves: return leaves(s, m);
  case CRRipples: return rippled(s, m);
  default: return {vec(m.color), m.roughness};
  }
}
