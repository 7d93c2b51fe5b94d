#include "CPixels.h"
#include "versions.h"

// Lerps, rounded once.

KERNEL void pixels_mix(int16_t *restrict d, const int16_t *restrict s, ptrdiff_t n, int16_t weight) {
  const int16_t rest = (int16_t)(16384 - weight);
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)((d[i] * rest + s[i] * weight + 8192) >> 14);
}

KERNEL void pixels_mix_each(
  int16_t *restrict d, const int16_t *restrict s, const int16_t *restrict weights, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)((d[i] * (16384 - weights[i]) + s[i] * weights[i] + 8192) >> 14);
}

KERNEL void pixels_mix_bytes(
  uint8_t *restrict d, const uint8_t *restrict a, const uint8_t *restrict b, ptrdiff_t n, int16_t weight) {
  const int16_t rest = (int16_t)(16384 - weight);
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (uint8_t)((a[i] * rest + b[i] * weight + 8192) >> 14);
}

KERNEL void pixels_add(int32_t *restrict sums, const int16_t *restrict s, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) sums[i] += s[i];
}

KERNEL void pixels_mean_of(int16_t *restrict d, const int32_t *restrict sums, ptrdiff_t n, int count) {
  const float divisor = (float)count;
  // Moved above zero first, because conversion cuts towards it.
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)((int32_t)((float)sums[i] / divisor + 65536.5f) - 65536);
}
