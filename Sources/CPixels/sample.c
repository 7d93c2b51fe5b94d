#include "CPixels.h"
#include "versions.h"
#include <string.h>

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

static inline int32_t held(int32_t value, int32_t low, int32_t high) {
  value = value < low ? low : value;
  return value > high ? high : value;
}

// Four neighbouring pixels of four channels, in whole registers.
typedef int16_t square_row __attribute__((vector_size(32)));
typedef int32_t square_sum __attribute__((vector_size(64)));

static inline __attribute__((always_inline)) void add_row(
  square_sum *sum, const int16_t *row, int16_t weight) {
  square_row pixels;
  memcpy(&pixels, row, sizeof(pixels));
  *sum += __builtin_convertvector(pixels, square_sum) * (int32_t)weight;
}

KERNEL void pixels_sample(
  int16_t *restrict r, int16_t *restrict g, int16_t *restrict b, int16_t *restrict a, const int16_t *restrict texture,
  ptrdiff_t stride, const pixels_walk *restrict walk, const int16_t *restrict cubic, ptrdiff_t n) {
  const int32_t width = walk->width, height = walk->height;
  for (ptrdiff_t i = 0; i < n; i++) {
    const int64_t u = walk->u + i * walk->du, v = walk->v + i * walk->dv;
    const int32_t x = held((int32_t)(u >> 32), -2, width), y = held((int32_t)(v >> 32), -2, height);
    const int16_t *across = cubic + 4 * ((u >> 24) & 255), *down = cubic + 4 * ((v >> 24) & 255);
    const int16_t *corner = texture + (y + PIXELS_BORDER - 1) * stride + (x + PIXELS_BORDER - 1) * 4;
    square_sum sum = {};
    for (int k = 0; k < 4; k++) add_row(&sum, corner + k * stride, down[k]);
    sum = (sum + 8192) >> 14;
    const square_sum weights = {
      across[0], across[0], across[0], across[0], across[1], across[1], across[1], across[1],
      across[2], across[2], across[2], across[2], across[3], across[3], across[3], across[3],
    };
    sum *= weights;
    int32_t pixel[4];
    for (int c = 0; c < 4; c++) pixel[c] = (sum[c] + sum[4 + c] + sum[8 + c] + sum[12 + c] + 8192) >> 14;
    const int32_t alpha = held(pixel[3], 0, 16384), low = -(alpha >> 1);
    r[i] = (int16_t)held(pixel[0], low, alpha + low);
    g[i] = (int16_t)held(pixel[1], low, alpha + low);
    b[i] = (int16_t)held(pixel[2], low, alpha + low);
    a[i] = (int16_t)alpha;
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
