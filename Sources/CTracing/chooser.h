// Which of all ways a ray may take are tried. The sixteen pixels of a square of four by four take the sixteen points of
// one (0,2)-net, so that the mean of any such square is that of an even spread (Keller and Heidrich, "Interleaved
// Sampling", 2001). Choices stay where they are on the screen: nothing crawls.
#pragma once

#include "elementary.h"
#include "noise.h"

struct Chooser {
  uint32_t index;

  Chooser(int column, int row, int sample) {
    constexpr uint8_t order[16] = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};
    index = order[(row & 3) * 4 + (column & 3)] + 16 * static_cast<uint32_t>(sample);
  }

  /// A point of the unit square; every `purpose` has its own order of the same points.
  f2 operator()(uint32_t purpose) const {
    uint32_t i = (index & ~15u) | ((index * (2 * (purpose & 7) + 1) + purpose * 5) & 15), salt = mixed(purpose);
    return {unit(reversed(i) ^ salt), unit(sobol(i) ^ mixed(salt))};
  }

private:
  static uint32_t reversed(uint32_t bits) { return __builtin_bitreverse32(bits); }
  static uint32_t sobol(uint32_t i) {
    uint32_t sum = 0;
    for (uint32_t v = 1u << 31; i; i >>= 1, v ^= v >> 1)
      if (i & 1) sum ^= v;
    return sum;
  }
};

inline f3 on_disc(f2 u) {
  float r = root(u.x);
  return vec(r * sine_of_turns(u.y + 0.25f), r * sine_of_turns(u.y), 0);
}
/// About z, as often as a matt surface sends light there.
inline f3 on_dome(f2 u) {
  f3 p = on_disc(u);
  return vec(p.x, p.y, root(1 - u.x));
}
