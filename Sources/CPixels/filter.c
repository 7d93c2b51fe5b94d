#include "CPixels.h"
#include "versions.h"

// Separable resampling. Sums of 14-bit weights, which add up to 16384, are rounded once.

static inline int16_t rounded(int32_t sum, int32_t low, int32_t high) {
  int32_t value = (sum + 8192) >> 14;
  value = value < low ? low : value;
  return (int16_t)(value > high ? high : value);
}

static inline __attribute__((always_inline)) void across(
  int16_t *restrict d, const int16_t *restrict s, const int32_t *restrict starts, const int16_t *restrict weights,
  ptrdiff_t n, ptrdiff_t taps) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int16_t *from = s + starts[i], *weight = weights + i * taps;
    int32_t sum = 0;
    for (ptrdiff_t k = 0; k < taps; k++) sum += from[k] * weight[k];
    d[i] = rounded(sum, INT16_MIN, INT16_MAX);
  }
}

KERNEL void pixels_filter_across(
  int16_t *restrict d, const int16_t *restrict s, const int32_t *restrict starts, const int16_t *restrict weights,
  ptrdiff_t n, ptrdiff_t taps) {
  // The count as a constant lets the compiler unroll the sum: four is what every enlargement needs.
  if (taps == 4) {
    across(d, s, starts, weights, n, 4);
  } else if (taps == 8) {
    across(d, s, starts, weights, n, 8);
  } else {
    across(d, s, starts, weights, n, taps);
  }
}

KERNEL void pixels_filter_down(
  int16_t *restrict d, const int16_t *const *rows, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps, int16_t low,
  int16_t high) {
  if (taps == 4) {
    const int16_t *r0 = rows[0], *r1 = rows[1], *r2 = rows[2], *r3 = rows[3];
    const int16_t w0 = weights[0], w1 = weights[1], w2 = weights[2], w3 = weights[3];
    for (ptrdiff_t i = 0; i < n; i++) {
      d[i] = rounded(r0[i] * w0 + r1[i] * w1 + r2[i] * w2 + r3[i] * w3, low, high);
    }
    return;
  }
  // In runs short enough for the sums to stay in registers or the nearest cache.
  enum { run = 256 };
  int32_t sums[run];
  for (ptrdiff_t start = 0; start < n; start += run) {
    const ptrdiff_t count = n - start < run ? n - start : run;
    for (ptrdiff_t i = 0; i < count; i++) sums[i] = 0;
    for (ptrdiff_t k = 0; k < taps; k++) {
      const int16_t *row = rows[k] + start;
      const int16_t weight = weights[k];
      for (ptrdiff_t i = 0; i < count; i++) sums[i] += row[i] * weight;
    }
    for (ptrdiff_t i = 0; i < count; i++) d[start + i] = rounded(sums[i], low, high);
  }
}

KERNEL void pixels_hold(int16_t *restrict c, const int16_t *restrict alpha, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int16_t low = (int16_t)-(alpha[i] >> 1), high = (int16_t)(alpha[i] + low);
    c[i] = c[i] < low ? low : c[i] > high ? high : c[i];
  }
}

KERNEL void pixels_bytes(uint8_t *restrict d, const int16_t *restrict s, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int value = (s[i] + 32) >> 6;
    d[i] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
  }
}
