#include "CPixels.h"
#include "versions.h"

#include <stdbool.h>

// A table of colours on a lattice, interpolated in tetrahedra: of the cube around a colour, the four corners on the way
// from the lowest to the highest along its longest, its middle and its shortest part.
//
// In three passes over a few pixels at a time: where they lie and how much each corner weighs, for several at once; the
// corners, which lie anywhere, pixel by pixel; and what becomes of the pixels, for several at once again.

enum { FEW = 64, ONE = 16384 };

typedef float corner __attribute__((vector_size(16)));

typedef struct {
  _Alignas(32) float straight[3][FEW];
  float weights[4][FEW], found[3][FEW];
  // In bytes from the first.
  uint32_t corners[4][FEW];
} tetrahedra;

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }

static inline __attribute__((always_inline)) void locate(
  tetrahedra *restrict t, pixels_row d, const pixels_color_cube *restrict cube, bool opaque, ptrdiff_t n) {
  const int32_t size = cube->size, square = size * size;
  const float last = (float)(size - 1);
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = opaque ? ONE : d.a[i], half = alpha >> 1;
    // What is not there keeps its colour in the end, whatever is found for it.
    const float unit = 1.0f / (float)(alpha > 1 ? alpha : 1);
    const float r = (float)(d.r[i] + half) * unit, g = (float)(d.g[i] + half) * unit, b = (float)(d.b[i] + half) * unit;
    t->straight[0][i] = r, t->straight[1][i] = g, t->straight[2][i] = b;
    const float x = most(least((r - cube->low[0]) * cube->pace[0], last), 0.0f);
    const float y = most(least((g - cube->low[1]) * cube->pace[1], last), 0.0f);
    const float z = most(least((b - cube->low[2]) * cube->pace[2], last), 0.0f);
    const int32_t i0 = (int32_t)least(x, last - 1.0f), j0 = (int32_t)least(y, last - 1.0f),
                  k0 = (int32_t)least(z, last - 1.0f);
    const float u = x - (float)i0, v = y - (float)j0, w = z - (float)k0;
    const float high = most(most(u, v), w), low = least(least(u, v), w), middle = most(least(u, v), least(most(u, v), w));
    const int32_t far = ((u >= v) & (u >= w)) ? 1 : (v >= w ? size : square);
    const int32_t near = ((w <= u) & (w <= v)) ? square : (v <= u ? size : 1);
    const int32_t first = i0 + j0 * size + k0 * square, end = first + 1 + size + square;
    const int32_t corners[4] = {first, first + far, end - near, end};
    for (int k = 0; k < 4; k++) t->corners[k][i] = (uint32_t)corners[k] * (uint32_t)sizeof(corner);
    t->weights[0][i] = 1.0f - high, t->weights[1][i] = high - middle;
    t->weights[2][i] = middle - low, t->weights[3][i] = low;
  }
}

static inline __attribute__((always_inline)) corner found_at(
  const tetrahedra *restrict t, const pixels_color_cube *restrict cube, ptrdiff_t i) {
  const char *corners = (const char *)cube->corners;
  corner found = *(const corner *)(corners + t->corners[0][i]) * t->weights[0][i];
  for (int k = 1; k < 4; k++) found += *(const corner *)(corners + t->corners[k][i]) * t->weights[k][i];
  return found;
}

static inline __attribute__((always_inline)) void gather(
  tetrahedra *restrict t, const pixels_color_cube *restrict cube, ptrdiff_t n) {
  ptrdiff_t i = 0;
  for (; i + 4 <= n; i += 4) {
    const corner p = found_at(t, cube, i), q = found_at(t, cube, i + 1), r = found_at(t, cube, i + 2),
                 s = found_at(t, cube, i + 3);
    const corner pr = __builtin_shufflevector(p, r, 0, 4, 1, 5), qs = __builtin_shufflevector(q, s, 0, 4, 1, 5);
    *(corner *)(t->found[0] + i) = __builtin_shufflevector(pr, qs, 0, 4, 1, 5);
    *(corner *)(t->found[1] + i) = __builtin_shufflevector(pr, qs, 2, 6, 3, 7);
    *(corner *)(t->found[2] + i) = __builtin_shufflevector(
      __builtin_shufflevector(p, r, 2, 6, 3, 7), __builtin_shufflevector(q, s, 2, 6, 3, 7), 0, 4, 1, 5);
  }
  for (; i < n; i++) {
    const corner found = found_at(t, cube, i);
    for (int c = 0; c < 3; c++) t->found[c][i] = found[c];
  }
}

static inline __attribute__((always_inline)) void put(
  int16_t *restrict d, const int16_t *restrict a, const float *restrict straight, const float *restrict found, float amount,
  bool opaque, ptrdiff_t n) {
#pragma clang loop vectorize(enable)
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = opaque ? ONE : a[i], half = alpha >> 1;
    const float value = straight[i] + (most(least(found[i], 1.0f), 0.0f) - straight[i]) * amount;
    const int32_t changed = (int32_t)(most(value, 0.0f) * (float)alpha + 0.5f) - half;
    d[i] = (int16_t)(alpha > 0 ? changed : d[i]);
  }
}

static inline __attribute__((always_inline)) void look_up(
  pixels_row d, const pixels_color_cube *restrict cube, float amount, bool opaque, ptrdiff_t n) {
  tetrahedra t;
  locate(&t, d, cube, opaque, n);
  gather(&t, cube, n);
  int16_t *const channels[3] = {d.r, d.g, d.b};
  for (int c = 0; c < 3; c++) put(channels[c], d.a, t.straight[c], t.found[c], amount, opaque, n);
}

static inline __attribute__((always_inline)) bool is_opaque(const int16_t *alpha, ptrdiff_t n) {
  int differs = 0;
  for (ptrdiff_t i = 0; i < n; i++) differs |= alpha[i] ^ ONE;
  return differs == 0;
}

KERNEL void pixels_cube(pixels_row d, const pixels_color_cube *restrict cube, float amount, ptrdiff_t n) {
  for (ptrdiff_t at = 0; at < n; at += FEW) {
    const ptrdiff_t few = n - at < FEW ? n - at : FEW;
    const pixels_row part = {d.r + at, d.g + at, d.b + at, d.a + at};
    // The same twice, the second time without the division, since its alpha is known.
    if (is_opaque(part.a, few)) look_up(part, cube, amount, true, few);
    else look_up(part, cube, amount, false, few);
  }
}
