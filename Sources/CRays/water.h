// The face of water: waves as a sum of sines with the directions of a wind sea, and rings that run out from a splash.
#pragma once

#include "land.h"

struct Slope {
  float x = 0, z = 0;
  /// The part of the waves that is finer than a pixel, as a roughness.
  float blurred = 0;
};

inline void add_waves(const Stage &stage, f3 p, float footprint, Slope &slope) {
  float shift = 0;
  for (const Wave &w : stage.waves.all) {
    float kept = 1 - held(footprint * w.many * 2 - 0.4f);
    slope.blurred += w.steep * w.steep * (1 - kept);
    if (kept <= 0) continue;
    // Crests are short: each wave is bent by noise as long as a few of it.
    float bent = (noise(p.x * w.x * 0.3f * w.many + shift, (p.z - p.x * w.z) * 0.21f * w.many) - 0.5f) * 0.8f;
    float up = w.steep * sine_of_turns(bent + (p.x * w.x + p.z * w.z) * w.many + w.phase) * kept;
    slope.x += w.x * up;
    slope.z += w.z * up;
    shift += 7;
  }
}

inline void add_rings(const Stage &stage, f3 p, Slope &slope) {
  for (const CRRipple &r : stage.ripples) {
    float x = p.x - r.x, z = p.z - r.z, away = root(x * x + z * z) + 1e-4f;
    float front = 0.75f * r.age + 0.05f, width = 0.12f + 0.18f * r.age, off = (away - front) / width;
    if (off * off > 9) continue;
    float fade = r.height / (1 + 3 * front) * exp(-r.age * 0.7f - off * off);
    float steep = fade * 2 * pi / (width * 0.9f) * sine_of_turns((away - front) / (width * 0.9f) + 0.25f);
    slope.x += x / away * steep;
    slope.z += z / away * steep;
  }
}

inline f3 water_normal(const Stage &stage, f3 p, float footprint, float &roughness) {
  Slope slope;
  add_waves(stage, p, footprint, slope);
  add_rings(stage, p, slope);
  const CRSet &s = stage.world->set;
  if (s.rain > 0) {
    float x = noise(p.x * 14 + stage.time * 9, p.z * 14) - 0.5f, z = noise(p.x * 14, p.z * 14 - stage.time * 9) - 0.5f;
    slope.x += x * 0.5f * s.rain;
    slope.z += z * 0.5f * s.rain;
  }
  roughness = held(0.03f + root(slope.blurred * 0.5f), 0.03f, 0.5f);
  return normalized(vec(-slope.x, 1, -slope.z));
}

/// Where waves gather sunlight on what lies below them: 1 in the mean.
inline float gathered_by_waves(f3 p, float depth, float time) {
  float scale = 1.6f / (0.5f + depth * 0.35f), drift = time * 0.35f;
  f2 q{p.x * scale + noise(p.x * 1.3f + drift, p.z * 1.3f) * 0.9f, p.z * scale + noise(p.z * 1.3f - drift, p.x * 1.3f) * 0.9f};
  float a = __builtin_fabsf(noise(q.x * 2 + drift, q.y * 2) * 2 - 1), b = __builtin_fabsf(noise(q.x * 2 - 7, q.y * 2 - drift) * 2 - 1);
  float line = (1 - least(a, b) * 1.6f);
  return 0.55f + 1.6f * line * line * line * held(line + 1);
}

/// A white edge where water meets a shore.
inline float foam(const Stage &stage, f3 p, float footprint) {
  const CRSet &s = stage.world->set;
  if (s.water_half.x <= 0 || s.enclosure == CRRoom || s.wall.pattern == CRTiles) return 0;
  float in = least(s.water_half.x - __builtin_fabsf(p.x - s.water_center.x), s.water_half.z - __builtin_fabsf(p.z - s.water_center.z));
  float swell = 0.35f + 0.25f * sine_of_turns(stage.time * 0.16f + noise(p.x * 0.5f, p.z * 0.5f));
  float lace = octaves(f2{p.x * 5 + stage.time * 0.2f, p.z * 5}, 3, footprint * 5);
  return eased(swell, swell * 0.3f, in) * eased(0.3f, 0.6f, lace);
}
