#include "CPixels.h"
#include "versions.h"
#include <stdatomic.h>
#include <string.h>

// Sixteen numbers at once, on any processor; the compiler cuts them to what there is.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef int16_t half_lanes __attribute__((vector_size(16)));
typedef uint8_t bytes __attribute__((vector_size(16)));
typedef int32_t wide_lanes __attribute__((vector_size(64)));
typedef int32_t sums __attribute__((vector_size(32)));
typedef int16_t pixel __attribute__((vector_size(8)));
typedef int32_t pixel_sum __attribute__((vector_size(16)));

#define COUNT 16
#define EVERY(x) ((lanes){} + (int16_t)(x))
#define HALF EVERY(8192)
#define BETWEEN(v, low, high) __builtin_elementwise_max(__builtin_elementwise_min((v), (high)), (low))
// Two numbers in turn.
#define TWO(a, b) ((lanes)((sums){} + (int32_t)((uint32_t)(uint16_t)(a) | (uint32_t)(uint16_t)(b) << 16)))
// Neighbours from two rows side by side: of the first four columns of each half, and of the last four.
#define LOWER(a, b) __builtin_shufflevector((a), (b), 0, 16, 1, 17, 2, 18, 3, 19, 8, 24, 9, 25, 10, 26, 11, 27)
#define UPPER(a, b) __builtin_shufflevector((a), (b), 4, 20, 5, 21, 6, 22, 7, 23, 12, 28, 13, 29, 14, 30, 15, 31)
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

static inline int32_t held(int32_t value, int32_t low, int32_t high) {
  value = value < low ? low : value;
  return value > high ? high : value;
}

static inline __attribute__((always_inline)) void across(
  int16_t *restrict d, const int16_t *restrict s, const int32_t *restrict starts, const int16_t *restrict weights,
  ptrdiff_t n, ptrdiff_t taps) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int16_t *from = s + starts[i], *weight = weights + i * taps;
    int32_t sum = 8192;
    for (ptrdiff_t k = 0; k < taps; k++) sum += from[k] * weight[k];
    d[i] = (int16_t)held(sum >> 14, INT16_MIN, INT16_MAX);
  }
}

#define WIDE(v) __builtin_convertvector((v), wide_lanes)
#define EVEN(v) __builtin_convertvector(__builtin_shufflevector((v), (v), 0, 2, 4, 6, 8, 10, 12, 14), sums)
#define ODD(v) __builtin_convertvector(__builtin_shufflevector((v), (v), 1, 3, 5, 7, 9, 11, 13, 15), sums)
#define HELD(v) BETWEEN((v), (sums){} + INT16_MIN, (sums){} + INT16_MAX)

#define PRODUCT(a, b) __builtin_convertvector((WIDE(a) * WIDE(b) + (1 << 14)) >> 15, lanes)
#define PAIRS(a, b) (EVEN(a) * EVEN(b) + ODD(a) * ODD(b))
#define PACKED(low, high) \
  __builtin_convertvector( \
    __builtin_shufflevector(HELD(low), HELD(high), 0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15), lanes)
#define VERSION(f) static void f##_anywhere
#include "lanes.h"

static _Atomic int plain = 0;

void pixels_prefer_plain(int preference) {
  atomic_store_explicit(&plain, preference, memory_order_relaxed);
}

#if defined(__x86_64__)
#undef PRODUCT
#undef PAIRS
#undef PACKED
#undef VERSION
#define PRODUCT(a, b) ((lanes)__builtin_ia32_pmulhrsw256((a), (b)))
#define PAIRS(a, b) ((sums)__builtin_ia32_pmaddwd256((a), (b)))
#define PACKED(low, high) ((lanes)__builtin_ia32_packssdw256((low), (high)))
#define VERSION(f) __attribute__((target("avx2"))) static void f##_avx2
#include "lanes.h"
#define HAS_AVX2 (__builtin_cpu_supports("avx2") && !atomic_load_explicit(&plain, memory_order_relaxed))
#define CHOOSE(f, ...) (HAS_AVX2 ? f##_avx2(__VA_ARGS__) : f##_anywhere(__VA_ARGS__))
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

void pixels_codes(
  uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n,
  const pixels_code *code) {
  CHOOSE(codes, d, r, g, b, a, n, code);
}

void pixels_mean(int16_t *d, const int16_t *upper, const int16_t *lower, ptrdiff_t n) {
  CHOOSE(mean, d, upper, lower, n);
}

void pixels_convolve(int16_t *d, const int16_t *s, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps) {
  CHOOSE(convolve, d, s, weights, n, taps);
}

void pixels_filter_down(
  int16_t *d, const int16_t *const *rows, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps, int16_t low,
  int16_t high) {
  CHOOSE(filter_down, d, rows, weights, n, taps, low, high);
}

KERNEL static void across_any(
  int16_t *d, const int16_t *s, const int32_t *starts, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps) {
  // The count as a constant lets the compiler unroll the sum.
  if (taps == 1) {
    across(d, s, starts, weights, n, 1);
  } else if (taps == 8) {
    across(d, s, starts, weights, n, 8);
  } else {
    across(d, s, starts, weights, n, taps);
  }
}

void pixels_filter_across(
  int16_t *d, const int16_t *s, const int32_t *starts, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps) {
  if (taps == 4) {
    CHOOSE(filter_across_four, d, s, starts, weights, n);
  } else {
    across_any(d, s, starts, weights, n, taps);
  }
}

void pixels_sample(
  int16_t *d, const int16_t *texture, ptrdiff_t stride, const pixels_walk *walk, const int16_t *cubic, ptrdiff_t n) {
  CHOOSE(sample, d, texture, stride, walk, cubic, n);
}

void pixels_sample_at(
  int16_t *d, const int16_t *texture, ptrdiff_t stride, const int32_t *us, const int32_t *vs, int32_t width,
  int32_t height, const int16_t *cubic, ptrdiff_t n) {
  CHOOSE(sample_at, d, texture, stride, us, vs, width, height, cubic, n);
}
