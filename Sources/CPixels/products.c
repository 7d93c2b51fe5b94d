#include "CPixels.h"
#include <string.h>

// Sixteen channels at once, on any processor; the compiler cuts them to what there is.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef int32_t wide_lanes __attribute__((vector_size(64)));

#define COUNT 16
#define EVERY(x) ((lanes){} + (int16_t)(x))
#define HALF EVERY(8192)
// With one as 16384, -2 x weight holds every weight in 16 bits, where 2 x weight would not hold one.
#define MINUS_TWICE(weight) EVERY(-2 * (weight))

#define FOR_LANES(n) for (ptrdiff_t i = 0, left = (n); left > 0; i += COUNT, left -= COUNT)
// Whole lanes, or at the end of a row those that are left; the rest are zeros that nobody stores.
#define LOAD(v, p) \
  do { \
    if (left >= COUNT) { \
      memcpy(&(v), (p) + i, sizeof(v)); \
    } else { \
      (v) = (lanes){}; \
      memcpy(&(v), (p) + i, (size_t)left * sizeof(int16_t)); \
    } \
  } while (0)
#define STORE(p, v) \
  do { \
    if (left >= COUNT) { \
      memcpy((p) + i, &(v), sizeof(v)); \
    } else { \
      memcpy((p) + i, &(v), (size_t)left * sizeof(int16_t)); \
    } \
  } while (0)

#define WIDE(v) __builtin_convertvector((v), wide_lanes)
#define PRODUCT(a, b) __builtin_convertvector((WIDE(a) * WIDE(b) + (1 << 14)) >> 15, lanes)
#define VERSION(f) static void f##_anywhere
#include "products.h"

#if defined(__x86_64__)
#undef PRODUCT
#undef VERSION
#define PRODUCT(a, b) ((lanes)__builtin_ia32_pmulhrsw256((a), (b)))
#define VERSION(f) __attribute__((target("avx2"))) static void f##_avx2
#include "products.h"
#define CHOOSE(f, ...) (__builtin_cpu_supports("avx2") ? f##_avx2(__VA_ARGS__) : f##_anywhere(__VA_ARGS__))
#else
#define CHOOSE(f, ...) f##_anywhere(__VA_ARGS__)
#endif

void pixels_over(int16_t *d, const int16_t *s, const int16_t *alpha, ptrdiff_t n) {
  CHOOSE(over, d, s, alpha, n);
}

void pixels_over_weighted(int16_t *d, const int16_t *s, const int16_t *alpha, ptrdiff_t n, int16_t weight) {
  CHOOSE(over_weighted, d, s, alpha, n, weight);
}

void pixels_scale(int16_t *d, ptrdiff_t n, int16_t weight) {
  CHOOSE(scale, d, n, weight);
}

void pixels_scale_each(int16_t *d, const int16_t *weights, ptrdiff_t n) {
  CHOOSE(scale_each, d, weights, n);
}

void pixels_rgb(
  int16_t *r, int16_t *g, int16_t *b, const int16_t *y, const int16_t *cb, const int16_t *cr, ptrdiff_t n,
  const pixels_matrix *m) {
  CHOOSE(rgb, r, g, b, y, cb, cr, n, m);
}

void pixels_unit(int16_t *d, ptrdiff_t n, int16_t unit) {
  CHOOSE(unit, d, n, unit);
}

void pixels_premultiply(int16_t *c, const int16_t *alpha, ptrdiff_t n) {
  CHOOSE(premultiply, c, alpha, n);
}
