// Textures that follow from a place alone. Each fades to its mean where it is finer than a pixel.
#pragma once

#include "noise.h"

/// What a pattern makes of a surface at a place.
struct Finish {
  f3 color;
  float roughness;
  f3 bump = 0;  // added to the normal, in the pattern's space
  float fiber = 0;  // 0 to 1: light that scatters at a grazing angle, as in cloth and fur
  float thin = 0;   // 0 to 1: light that comes through from behind, as in leaves and skin
};

/// Where on a thing, in units of the pattern.
struct Spot {
  f3 p, n;
  float footprint;
  f2 uv;
  uint32_t seed;
};

inline f2 flat_on(f3 p, f3 n) {
  f3 a = absolute(n);
  if (a.y >= a.x && a.y >= a.z) return {p.x, p.z};
  return a.x > a.z ? f2{p.z, p.y} : f2{p.x, p.y};
}

/// How much of a pixel is nearer than `half` to the nearest whole number.
inline float line(float x, float half, float footprint) {
  float away = __builtin_fabsf(x - static_cast<float>(floored(x + 0.5f))), soft = most(footprint, 1e-4f);
  return mix(held((half - away) / soft + 0.5f), 2 * half, held(footprint * 1.5f - 0.5f));
}
/// Which of two sides of an edge at 0, 0 to 1.
inline float side(float x, float footprint) { return held(x / most(footprint, 1e-4f) + 0.5f); }
inline float fading(float footprint) { return 1 - held(footprint * 2 - 0.5f); }

inline f3 roughened(f3 p, float frequency, float amount, float footprint) {
  float kept = fading(footprint * frequency) * amount;
  if (kept <= 0) return 0;
  p = p * frequency;
  return (vec(noise(p), noise(p + 31.7f), noise(p + 67.1f)) - 0.5f) * kept;
}

inline Finish wood(const Spot &s, const CRSurface &m) {
  f3 p = s.p + vec(unit(s.seed), 0, unit(mixed(s.seed))) * 9.0f;
  float bent = octaves(p * vec(1.2f, 0.35f, 1.2f), 2, s.footprint);
  float rings = root(p.x * p.x + p.z * p.z) * 4 + bent * 3;
  float wave = 0.5f + 0.5f * sine_of_turns(rings) * fading(s.footprint * 5);
  float pores = octaves(p * vec(26, 1.6f, 26), 2, s.footprint * 26);
  f3 color = mix(vec(m.color), vec(m.second), held(wave * wave * 0.7f + (pores - 0.5f) * 0.5f));
  return {color * (0.86f + 0.28f * pores), m.roughness + (pores - 0.5f) * 0.15f};
}

inline Finish planks(const Spot &s, const CRSurface &m) {
  float row = s.uv.y * 1.6f, along = s.uv.x * 0.22f;
  int r = floored(row);
  along += chance(r, 4) * 7;
  int c = floored(along);
  float shade = chance(r, c, 8), gap = most(line(row, 0.012f, s.footprint * 1.6f), line(along, 0.0016f, s.footprint * 0.22f));
  f2 q{s.uv.x * 1.3f + shade * 91, s.uv.y * 14 + shade * 37};
  float grain = octaves(q, 3, s.footprint * 14), cloud = noise(s.uv.x * 0.7f + shade * 13, row * 0.9f);
  f3 color = mix(vec(m.color), vec(m.second), held(0.15f + 0.55f * shade * cloud + 0.5f * (grain - 0.4f)));
  color = color * (0.9f + 0.2f * shade) * (1 - 0.75f * gap);
  return {color, m.roughness + 0.12f * (grain - 0.5f) + 0.2f * gap};
}

inline Finish brick(const Spot &s, const CRSurface &m) {
  float row = s.uv.y * 3.1f;
  int r = floored(row);
  float along = s.uv.x * 1.0f + ((r & 1) ? 0.5f : 0.0f);
  int c = floored(along);
  float mortar = most(line(row, 0.07f, s.footprint * 3.1f), line(along, 0.022f, s.footprint));
  float rough = octaves(s.p * 9.0f, 3, s.footprint * 9), shade = 0.75f + 0.5f * chance(r, c, 3);
  f3 color = mix(vec(m.color) * shade * (0.8f + 0.4f * rough), vec(m.second) * (0.85f + 0.3f * rough), mortar);
  return {color, m.roughness, roughened(s.p, 30, 0.35f, s.footprint)};
}

inline Finish stone(const Spot &s, const CRSurface &m) {
  Cell cell(s.uv * 1.4f);
  float joint = held((0.09f - (cell.next - cell.nearest)) / most(s.footprint * 2, 0.05f) + 0.5f);
  float rough = octaves(s.p * 5.0f, 4, s.footprint * 5), shade = 0.8f + 0.4f * unit(mixed(cell.number));
  f3 color = mix(vec(m.color) * shade * (0.7f + 0.6f * rough), vec(m.second) * 0.6f, joint * fading(s.footprint));
  return {color, m.roughness, roughened(s.p, 16, 0.5f, s.footprint)};
}

inline Finish marble(const Spot &s, const CRSurface &m) {
  f3 p = s.p + (octaves(s.p * 1.1f, 4, s.footprint) - 0.5f) * 2.2f;
  float vein = __builtin_fabsf(octaves(p * 0.9f, 4, s.footprint) * 2 - 1), fine = __builtin_fabsf(noise(p * 3.1f) * 2 - 1);
  float dark = held(1 - vein * 9) * 0.75f + held(1 - fine * 14) * 0.25f;
  float cloud = octaves(s.p * 0.6f, 3, s.footprint);
  return {mix(vec(m.color) * (0.88f + 0.2f * cloud), vec(m.second), dark * 0.85f), m.roughness};
}

inline Finish checker(const Spot &s, const CRSurface &m) {
  float kept = fading(s.footprint), x = s.uv.x * 0.5f, y = s.uv.y * 0.5f;
  auto wave = [&](float v) {
    float f = v - static_cast<float>(floored(v));
    return held((0.25f - __builtin_fabsf(f - 0.5f)) / most(s.footprint * 0.5f, 1e-4f) + 0.5f) * 2 - 1;
  };
  return {mix(vec(m.color), vec(m.second), 0.5f + 0.5f * wave(x) * wave(y) * kept), m.roughness};
}

inline Finish tiles(const Spot &s, const CRSurface &m) {
  float grout = most(line(s.uv.x, 0.018f, s.footprint), line(s.uv.y, 0.018f, s.footprint));
  float shade = 0.94f + 0.12f * chance(floored(s.uv.x), floored(s.uv.y));
  return {mix(vec(m.color) * mix(1.0f, shade, fading(s.footprint)), vec(m.second), grout), m.roughness + 0.5f * grout};
}

inline Finish stripes(const Spot &s, const CRSurface &m) {
  return {mix(vec(m.color), vec(m.second), line(s.uv.x * 0.5f, 0.25f, s.footprint * 0.5f)), m.roughness};
}

inline Finish dots(const Spot &s, const CRSurface &m) {
  float y = s.uv.y;
  float x = s.uv.x + ((floored(y) & 1) ? 0.5f : 0);
  f2 in{x - static_cast<float>(floored(x)) - 0.5f, y - static_cast<float>(floored(y)) - 0.5f};
  float spot = mix(side(0.28f - length(in), s.footprint), 0.246f, held(s.footprint * 2 - 0.5f));
  return {mix(vec(m.color), vec(m.second), spot), m.roughness};
}

inline Finish grass(const Spot &s, const CRSurface &m) {
  f2 p = s.uv;
  float patch = octaves(p * 0.14f, 3, s.footprint * 0.14f), tuft = octaves(p * 1.7f, 4, s.footprint * 1.7f);
  // Blades: noise drawn out along a direction that turns from tuft to tuft.
  float lean = tuft * 1.7f, kx = sine_of_turns(lean + 0.25f), ky = sine_of_turns(lean);
  f2 q{(p.x * kx + p.y * ky) * 26, (p.y * kx - p.x * ky) * 7};
  float blade = octaves(q, 2, s.footprint * 26);
  f3 color = mix(vec(m.color), vec(m.second), held(patch * 1.6f - 0.4f + (tuft - 0.5f) * 0.5f));
  color = mix(color, f3(luma(color)), 0.12f) * (0.25f + 0.85f * tuft + 0.8f * blade);
  return {color, 0.85f, roughened(s.p, 22, 0.8f, s.footprint) + (vec(tuft, 0.5f, blade) - 0.5f) * 0.5f, 0.35f, 0.3f};
}

inline Finish sand(const Spot &s, const CRSurface &m) {
  float drift = octaves(s.uv * 0.4f, 3, s.footprint * 0.4f);
  float wave = s.uv.y * 1.4f + (noise(s.uv.x * 0.5f, s.uv.y * 0.5f) + drift) * 2.2f;
  float kept = fading(s.footprint * 1.4f), up = sine_of_turns(wave) * kept;
  float grain = octaves(s.uv * 60.0f, 2, s.footprint * 60);
  f3 color = mix(vec(m.color), vec(m.second), held(drift * 0.8f - 0.1f)) * (0.78f + 0.3f * grain + 0.07f * up);
  return {color, 0.95f, vec(0.05f, 0, 0.16f) * up + roughened(s.p, 40, 0.35f, s.footprint)};
}

inline Finish asphalt(const Spot &s, const CRSurface &m) {
  float stone = octaves(s.uv * 45.0f, 2, s.footprint * 45), worn = octaves(s.uv * 0.6f, 3, s.footprint * 0.6f);
  float light = stone > 0.66f ? (stone - 0.66f) * 2.5f : 0;
  f3 color = mix(vec(m.color), vec(m.second), held(worn * 0.9f - 0.2f)) * (0.7f + 0.45f * stone) + light * fading(s.footprint * 45);
  return {color, m.roughness * (1 - 0.2f * worn), roughened(s.p, 60, 0.45f, s.footprint)};
}

inline Finish snow(const Spot &s, const CRSurface &m) {
  float soft = octaves(s.uv * 0.7f, 4, s.footprint * 0.7f);
  f2 g = s.uv * 90.0f;
  float spark = chance(floored(g.x), floored(g.y), 6) > 0.9965f ? 2.2f * fading(s.footprint * 60) : 0;
  f3 slope = (vec(noise(s.uv.x * 1.3f, s.uv.y * 1.3f), 0.5f, noise(s.uv.x * 1.3f + 41, s.uv.y * 1.3f)) - 0.5f) * 0.35f;
  return {mix(vec(m.color), vec(m.second), soft * 0.3f) * (0.9f + 0.12f * soft) + spark, 0.8f,
          slope + roughened(s.p, 25, 0.25f, s.footprint), 0.1f, 0.35f};
}

inline Finish concrete(const Spot &s, const CRSurface &m) {
  float cloud = octaves(s.p * 0.8f, 4, s.footprint * 0.8f), pore = noise(s.p * 22.0f);
  float hole = pore > 0.82f ? (pore - 0.82f) * 3 * fading(s.footprint * 22) : 0;
  f3 color = mix(vec(m.color), vec(m.second), held(cloud * 1.3f - 0.3f)) * (0.85f + 0.25f * cloud) * (1 - hole);
  return {color, m.roughness, roughened(s.p, 30, 0.2f, s.footprint)};
}

inline Finish fabric(const Spot &s, const CRSurface &m) {
  float k = 24, kept = fading(s.footprint * k);
  float warp = sine_of_turns(s.uv.x * k), weft = sine_of_turns(s.uv.y * k);
  float over = warp * weft > 0 ? warp * warp : weft * weft, slub = octaves(s.p * vec(9, 2, 9), 2, s.footprint * 9);
  f3 color = mix(vec(m.color), vec(m.second), held(slub - 0.45f)) * (1 + (over - 0.5f) * 0.35f * kept);
  return {color, most(m.roughness, 0.7f), vec(warp, 0, weft) * (0.12f * kept), 0.6f};
}

inline Finish leather(const Spot &s, const CRSurface &m) {
  Cell cell(s.uv * 14.0f);
  float kept = fading(s.footprint * 14), crease = held(1 - (cell.next - cell.nearest) * 6) * kept;
  float worn = octaves(s.p * 2.0f, 3, s.footprint * 2);
  f3 color = mix(vec(m.color), vec(m.second), worn * 0.4f) * (1 - 0.45f * crease);
  return {color, m.roughness + 0.2f * crease, roughened(s.p, 12, 0.3f * kept, s.footprint)};
}

inline Finish rust(const Spot &s, const CRSurface &m) {
  float spread = octaves(s.p * 1.6f, 5, s.footprint * 1.6f), eaten = eased(0.42f, 0.58f, spread);
  float fine = octaves(s.p * 14.0f, 3, s.footprint * 14);
  f3 color = mix(vec(m.color), vec(m.second) * (0.55f + 0.9f * fine), eaten);
  return {color, mix(m.roughness, 0.95f, eaten), roughened(s.p, 18, 0.5f * eaten, s.footprint)};
}

inline Finish skinned(const Spot &s, const CRSurface &m) {
  float tone = octaves(s.p * 1.5f, 3, s.footprint * 1.5f);
  f3 color = vec(m.color) * mix(vec(0.97f, 0.93f, 0.92f), vec(1.03f, 1.04f, 1.04f), tone);
  return {color, most(m.roughness, 0.5f), 0, 0.25f, 0.35f};
}

inline Finish fur(const Spot &s, const CRSurface &m) {
  float lie = octaves(s.p * 2.0f, 2, s.footprint * 2), strand = octaves(s.p * vec(30, 7, 30) + lie * 9, 2, s.footprint * 30);
  f3 color = mix(vec(m.color), vec(m.second), held(lie * 1.2f - 0.3f)) * (0.6f + 0.8f * strand);
  return {color, 0.85f, roughened(s.p * vec(1, 0.25f, 1), 24, 0.9f, s.footprint), 0.8f};
}

inline Finish leaves(const Spot &s, const CRSurface &m) {
  Cell cell(s.uv * 4.0f);
  float shade = unit(mixed(cell.number)), gap = held(cell.nearest * 1.5f - 0.35f) * fading(s.footprint * 4);
  f3 color = mix(vec(m.color), vec(m.second), shade) * (0.65f + 0.7f * unit(mixed(cell.number + 1))) * (1 - 0.7f * gap);
  f3 tilt = vec(unit(mixed(cell.number + 2)), unit(mixed(cell.number + 3)), unit(mixed(cell.number + 4))) - 0.5f;
  return {color, 0.6f, tilt * (1.5f * fading(s.footprint * 4)), 0.2f, 0.6f};
}

inline Finish rippled(const Spot &s, const CRSurface &m) {
  float x = noise(s.uv * 2.0f), y = noise(s.uv * 2.0f + 19.0f), kept = fading(s.footprint * 2);
  return {mix(vec(m.color), vec(m.second), x), m.roughness, (vec(x, 0.5f, y) - 0.5f) * (0.4f * kept)};
}

inline Finish cardboard(const Spot &s, const CRSurface &m) {
  float fiber = octaves(s.p * vec(40, 12, 40), 2, s.footprint * 40), flute = sine_of_turns(s.uv.x * 6) * fading(s.footprint * 6);
  return {vec(m.color) * (0.88f + 0.2f * fiber + 0.025f * flute), 0.9f};
}
