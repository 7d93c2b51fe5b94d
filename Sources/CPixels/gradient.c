#include "CPixels.h"
#include "versions.h"

KERNEL void pixels_ramp(
  float *restrict t, float p, float dp, float q, float dq, ptrdiff_t first, int radial, ptrdiff_t n) {
  const int32_t start = (int32_t)first;
  for (ptrdiff_t i = 0; i < n; i++) t[i] = p + (float)(start + (int32_t)i) * dp;
  if (!radial) return;
  for (ptrdiff_t i = 0; i < n; i++) {
    const float other = q + (float)(start + (int32_t)i) * dq;
    t[i] = __builtin_elementwise_sqrt(t[i] * t[i] + other * other);
  }
}

// The arc tangent of 0 to 1 in turns, to 2e-6: Abramowitz and Stegun, 4.4.49, over 2 pi.
static inline float turn_of(float x) {
  const float y = x * x;
  return x * (0.15913363f + y * (-0.05256880f + y * (0.02867033f + y * (-0.01354934f + y * 0.00331600f))));
}

KERNEL void pixels_turns(
  float *restrict t, float p, float dp, float q, float dq, ptrdiff_t first, ptrdiff_t n) {
  const int32_t start = (int32_t)first;
  for (ptrdiff_t i = 0; i < n; i++) {
    const float x = p + (float)(start + (int32_t)i) * dp, up = -(q + (float)(start + (int32_t)i) * dq);
    const float across = x < 0 ? -x : x, along = up < 0 ? -up : up;
    const float small = across < along ? across : along, large = across < along ? along : across;
    float turn = turn_of(large > 0 ? small / large : 0.0f);
    turn = across > along ? 0.25f - turn : turn;
    turn = up < 0 ? 0.5f - turn : turn;
    t[i] = x < 0 ? 1.0f - turn : turn;
  }
}

KERNEL void pixels_slopes(
  int16_t *restrict d, const float *restrict t, float start, const pixels_slope *restrict slopes, ptrdiff_t count,
  ptrdiff_t n) {
  // In runs, so that the sums stay in the nearest cache.
  enum { run = 256 };
  float sums[run];
  for (ptrdiff_t first = 0; first < n; first += run) {
    const ptrdiff_t length = n - first < run ? n - first : run;
    for (ptrdiff_t i = 0; i < length; i++) sums[i] = start;
    for (ptrdiff_t k = 0; k < count; k++) {
      const pixels_slope slope = slopes[k];
      for (ptrdiff_t i = 0; i < length; i++) {
        float share = (t[first + i] - slope.from) * slope.pace;
        share = share < 0 ? 0 : share;
        share = share > 1 ? 1 : share;
        sums[i] += share * slope.change;
      }
    }
    // Moved above zero first, because conversion cuts towards it.
    for (ptrdiff_t i = 0; i < length; i++) d[first + i] = (int16_t)((int32_t)(sums[i] + 32768.5f) - 32768);
  }
}
