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

/// Numbers for the corners of a lattice that repeats after 128: octaves of it, which do not fit into each other, do not.
struct Lattice {
  static constexpr int side = 128;
  float value[side * side];
  Lattice() {
    for (int i = 0; i < side * side; i++) value[i] = chance(i % side, i / side, 5);
  }
  float operator()(int x, int y) const { return value[(y & (side - 1)) * side + (x & (side - 1))]; }
};
inline const Lattice lattice;

struct f2 {
  float x, y;
  f2 operator*(float f) const { return {x * f, y * f}; }
  f2 operator+(float f) const { return {x + f, y + f}; }
  f2 operator+(f2 o) const { return {x + o.x, y + o.y}; }
  f2 operator-(f2 o) const { return {x - o.x, y - o.y}; }
};
inline float length(f2 p) { return root(p.x * p.x + p.y * p.y); }

inline float noise(float x, float y) {
  int i = floored(x), j = floored(y);
  float u = quintic(x - static_cast<float>(i)), v = quintic(y - static_cast<float>(j));
  return mix(mix(lattice(i, j), lattice(i + 1, j), u), mix(lattice(i, j + 1), lattice(i + 1, j + 1), u), v);
}
inline float noise(f2 p) { return noise(p.x, p.y); }

/// A layer of the lattice is the same lattice, shifted.
inline float noise(f3 p) {
  int k = floored(p.z);
  float w = quintic(p.z - static_cast<float>(k)), x = p.x + static_cast<float>(k & 127) * 37, y = p.y + static_cast<float>(k & 127) * 59;
  return mix(noise(x, y), noise(x + 37, y + 59), w);
}

// Four octaves lie in the four lanes of the processor.
using f4 = float __attribute__((ext_vector_type(4)));
using i4 = int __attribute__((ext_vector_type(4)));

struct Cut {
  i4 whole;
  f4 part;
  explicit Cut(f4 x) {
    x = __builtin_elementwise_max(__builtin_elementwise_min(x, f4(1e9f)), f4(-1e9f));
    whole = __builtin_convertvector(x, i4);
    whole += __builtin_convertvector(whole, f4) > x;  // a comparison that holds is −1
    f4 f = x - __builtin_convertvector(whole, f4);
    part = f * f * f * (f * (f * 6 - 15) + 10);
  }
};

inline f4 noise(f4 x, f4 y) {
  Cut cx(x), cy(y);
  constexpr int last = Lattice::side - 1;
  i4 left = cx.whole & last, right = (cx.whole + 1) & last, low = (cy.whole & last) * Lattice::side, high = ((cy.whole + 1) & last) * Lattice::side;
  f4 a, b, c, d;
  for (int n = 0; n < 4; n++) {
    a[n] = lattice.value[low[n] + left[n]];
    b[n] = lattice.value[low[n] + right[n]];
    c[n] = lattice.value[high[n] + left[n]];
    d[n] = lattice.value[high[n] + right[n]];
  }
  f4 bottom = a + (b - a) * cx.part, top = c + (d - c) * cx.part;
  return bottom + (top - bottom) * cy.part;
}

constexpr float octave_scale[4] = {1, 2.03f, 4.1209f, 8.365427f}, octave_shift[4] = {0, 17.3f, 52.419f, 123.71057f};
inline f4 scales() { return f4{octave_scale[0], octave_scale[1], octave_scale[2], octave_scale[3]}; }
inline f4 shifts() { return f4{octave_shift[0], octave_shift[1], octave_shift[2], octave_shift[3]}; }

inline f4 lanes(f2 p) { return noise(p.x * scales() + shifts(), p.y * scales() + shifts()); }
inline f4 lanes(f3 p) {
  f4 z = p.z * scales() + shifts();
  Cut cut(z);
  f4 k = __builtin_convertvector(cut.whole & 127, f4);
  f4 x = p.x * scales() + shifts() + k * 37, y = p.y * scales() + shifts() + k * 59;
  f4 near = noise(x, y), far = noise(x + 37, y + 59);
  return near + (far - near) * cut.part;
}

/// One to four octaves of noise from 0 to 1; those finer than `footprint` (in units of the first) are left at their mean.
template <typename P> inline float octaves(P p, int count, float footprint) {
  f4 fine = footprint * scales() * 2 - 0.5f;
  f4 kept = 1 - __builtin_elementwise_max(__builtin_elementwise_min(fine, f4(1.0f)), f4(0.0f));
  if (kept.x <= 0) return 0.5f;
  constexpr f4 weights[4] = {{1, 0, 0, 0}, {0.6666667f, 0.3333333f, 0, 0}, {0.5714286f, 0.2857143f, 0.1428571f, 0}, {0.5333333f, 0.2666667f, 0.1333333f, 0.0666667f}};
  f4 sum = (lanes(p) - 0.5f) * kept * weights[(count < 4 ? count : 4) - 1];
  return 0.5f + (sum.x + sum.y) + (sum.z + sum.w);
}

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
