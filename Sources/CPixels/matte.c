#include "CPixels.h"
#include "versions.h"

KERNEL void pixels_luma(int16_t *restrict d, pixels_row s, ptrdiff_t n) {
  const int16_t *restrict r = s.r, *restrict g = s.g, *restrict b = s.b, *restrict a = s.a;
  for (ptrdiff_t i = 0; i < n; i++) {
    // BT.709's weights in 16384ths; colours are counted from half of alpha, which comes back at the end.
    int value = ((3483 * r[i] + 11718 * g[i] + 1183 * b[i] + 8192) >> 14) + (a[i] >> 1);
    value = value < 0 ? 0 : value;
    d[i] = (int16_t)(value > 16384 ? 16384 : value);
  }
}

KERNEL void pixels_invert(int16_t *restrict d, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)(16384 - d[i]);
}
