#include "CPixels.h"
#include "versions.h"

// Pictures at an angle: interleaved pixels in memory, sampled along a line.

KERNEL void pixels_interleave(
  int16_t *restrict d, const int16_t *restrict r, const int16_t *restrict g, const int16_t *restrict b,
  const int16_t *restrict a, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    d[4 * i] = r[i];
    d[4 * i + 1] = g[i];
    d[4 * i + 2] = b[i];
    d[4 * i + 3] = a[i];
  }
}

KERNEL void pixels_separate(
  int16_t *restrict r, int16_t *restrict g, int16_t *restrict b, int16_t *restrict a, const int16_t *restrict s,
  ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    int16_t alpha = s[4 * i + 3];
    alpha = alpha < 0 ? 0 : alpha;
    a[i] = alpha > 16384 ? 16384 : alpha;
    r[i] = s[4 * i];
    g[i] = s[4 * i + 1];
    b[i] = s[4 * i + 2];
  }
}

// How much of a pixel lies between 0 and `length`, if an edge takes 1 / sharpness to cross.
static inline float inside(float position, float length, float sharpness) {
  const float entered = position * sharpness + 0.5f, left = (position - length) * sharpness + 0.5f;
  const float in = entered < 0 ? 0 : entered > 1 ? 1 : entered, out = left < 0 ? 0 : left > 1 ? 1 : left;
  return in - out;
}

KERNEL void pixels_edges(
  int16_t *restrict weights, const pixels_walk *restrict walk, float width, float height, float across, float down,
  ptrdiff_t n) {
  const float unit = 1.0f / 4096;
  for (ptrdiff_t i = 0; i < n; i++) {
    // A walk goes through centres of pixels, so half a pixel is added to count from edges.
    const float u = (float)(int32_t)((walk->u + i * walk->du) >> 20) * unit + 0.5f;
    const float v = (float)(int32_t)((walk->v + i * walk->dv) >> 20) * unit + 0.5f;
    weights[i] = (int16_t)(inside(u, width, across) * inside(v, height, down) * 16384.0f + 0.5f);
  }
}

#define BLOCK 16
#define TRANSPOSE(bits) \
  KERNEL void pixels_transpose##bits( \
    void *restrict d, ptrdiff_t step, const void *restrict s, ptrdiff_t stride, ptrdiff_t width, ptrdiff_t height) { \
    for (ptrdiff_t top = 0; top < height; top += BLOCK) { \
      const ptrdiff_t bottom = top + BLOCK < height ? top + BLOCK : height; \
      for (ptrdiff_t x = 0; x < width; x++) { \
        uint##bits##_t *to = (uint##bits##_t *)((char *)d + x * step); \
        const char *from = (const char *)s + x * (bits / 8); \
        for (ptrdiff_t y = top; y < bottom; y++) to[y] = *(const uint##bits##_t *)(from + y * stride); \
      } \
    } \
  }

// In blocks, so that a line of cache is used up before it is dropped.
TRANSPOSE(8)
TRANSPOSE(16)
TRANSPOSE(32)
TRANSPOSE(64)
