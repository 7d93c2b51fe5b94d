#include "CPixels.h"
#include "versions.h"
#include <string.h>

// Formulas over runs of pixels. Each step goes over a whole run, so that choosing it costs little and the run stays in the
// nearest cache. Sums, products, quotients and square roots round once; the rest is made of those here, from the series of
// Taylor, so that every processor gets the same bits. docs/decisions/shade.md says how far off they are.

#define INLINE static inline __attribute__((always_inline))

INLINE float least(float a, float b) { return a < b ? a : b; }
INLINE float most(float a, float b) { return a > b ? a : b; }
INLINE float held(float v, float low, float high) { return most(least(v, high), low); }

INLINE uint32_t bits_of(float v) {
  uint32_t bits;
  memcpy(&bits, &v, sizeof bits);
  return bits;
}

INLINE float number_of(uint32_t bits) {
  float v;
  memcpy(&v, &bits, sizeof v);
  return v;
}

// The sine of an angle and some quarter turns. What is left of the nearest quarter is found in double precision, so that
// large angles keep their digits.
INLINE float sine(float x, int32_t quarters) {
  const double angle = (double)held(x, -1e8f, 1e8f);
  // Adding this much leaves no room behind the point.
  const double whole = (angle * 0.63661977236758134308 + 6755399441055744.0) - 6755399441055744.0;
  // Half of pi in two parts, the first of which has zeros enough for its products to be exact.
  const float rest = (float)((angle - whole * 1.57079632673412561417) - whole * 6.07710050650619224932e-11);
  const int32_t quarter = (int32_t)whole + quarters;
  const float z = rest * rest;
  const float s = rest + rest * z * (-1.0f / 6 + z * (1.0f / 120 + z * (-1.0f / 5040 + z * (1.0f / 362880))));
  const float c = 1 + z * (-0.5f + z * (1.0f / 24 + z * (-1.0f / 720 + z * (1.0f / 40320 - z * (1.0f / 3628800)))));
  const float v = quarter & 1 ? c : s;
  // There is no sine of what is not finite.
  return (quarter & 2 ? -v : v) + (x - x);
}

INLINE float power_of_two(int32_t n) { return number_of((uint32_t)(n + 127) << 23); }

INLINE float exponential(float x) {
  const float inside = held(x, -200, 200);
  const float whole = (inside + 12582912.0f) - 12582912.0f;
  const float y = (inside - whole) * 0.693147180559945f;
  const float sum = 1 + y * (1 + y * (1.0f / 2 + y * (1.0f / 6 + y * (1.0f / 24 + y * (1.0f / 120
    + y * (1.0f / 720 + y * (1.0f / 5040)))))));
  // In two steps, because the power alone may be too large or too small for a float.
  const int32_t n = (int32_t)whole, half = n >> 1;
  const float v = sum * power_of_two(half) * power_of_two(n - half);
  return x == x ? v : x;
}

INLINE float logarithm(float x) {
  // The smallest numbers have fewer bits; they are made larger first.
  const int tiny = x < 1.17549435e-38f;
  const uint32_t bits = bits_of(tiny ? x * 16777216.0f : x);
  // So that the mantissa lies between the square roots of 1/2 and 2.
  const uint32_t root = 0x3f3504f3;
  const int32_t exponent = (int32_t)(bits - root) >> 23;
  const float m = number_of(bits - ((uint32_t)exponent << 23));
  const float s = (m - 1) / (m + 1), z = s * s;
  const float sum = s * (2 + z * (2.0f / 3 + z * (2.0f / 5 + z * (2.0f / 7 + z * (2.0f / 9)))));
  float v = (float)(exponent - (tiny ? 24 : 0)) + sum * 1.44269504088896f;
  v = x > 0 ? v : x < 0 ? __builtin_nanf("") : -__builtin_inff();
  return x < __builtin_inff() ? v : x;
}

INLINE float angle_of(float y, float x) {
  const float across = __builtin_fabsf(x), up = __builtin_fabsf(y);
  const float large = most(across, up), small = least(across, up);
  const float slope = large > 0 ? small / large : 0;
  // Steep ones are seen from the diagonal, since the series is short where slopes are small.
  const int steep = slope > 0.414213562f;
  const float u = steep ? (slope - 1) / (slope + 1) : slope, z = u * u;
  const float sum = -1.0f / 3 + z * (1.0f / 5 + z * (-1.0f / 7 + z * (1.0f / 9 + z * (-1.0f / 11 + z * (1.0f / 13
    + z * (-1.0f / 15 + z * (1.0f / 17)))))));
  float v = u + u * z * sum;
  v = steep ? v + 0.785398163397448f : v;
  v = up > across ? 1.57079632679490f - v : v;
  v = x < 0 ? 3.14159265358979f - v : v;
  v = y < 0 ? -v : v;
  return x == x && y == y ? v : x + y;
}

// MurmurHash3 (x86, 32 bits) by A. Appleby: blocks are the bits of numbers, the seed is 0.
INLINE uint32_t stirred(uint32_t h, float v) {
  // One zero, and one of what is no number.
  uint32_t k = v == v ? bits_of(v + 0.0f) : 0x7fc00000;
  k *= 0xcc9e2d51;
  k = k << 15 | k >> 17;
  h ^= k * 0x1b873593;
  h = h << 13 | h >> 19;
  return h * 5 + 0xe6546b64;
}

INLINE float chance(uint32_t h, uint32_t length) {
  h ^= length;
  h = (h ^ h >> 16) * 0x85ebca6b;
  h = (h ^ h >> 13) * 0xc2b2ae35;
  h ^= h >> 16;
  return (float)(int32_t)(h >> 8) * (1.0f / 16777216);
}

// One loop each, with nothing that overlaps. Four vectors at a time, because most are chains in which each waits for the
// one before; all are loaded, because a load that depends would keep the loop from becoming vectors.
#define STEP(name, expression) \
  INLINE void name(float *restrict d, const float *restrict a, const float *restrict b, const float *restrict c) { \
    _Pragma("clang loop vectorize(enable) interleave_count(4)") \
    for (int i = 0; i < PIXELS_RUN; i++) { \
      const float x = a[i], y = b[i], z = c[i]; \
      (void)y, (void)z; \
      d[i] = (expression); \
    } \
  }

STEP(do_negate, -x)
STEP(do_abs, __builtin_fabsf(x))
STEP(do_floor, __builtin_elementwise_floor(x))
STEP(do_sqrt, __builtin_elementwise_sqrt(x))
STEP(do_sin, sine(x, 0))
STEP(do_cos, sine(x, 1))
STEP(do_exp2, exponential(x))
STEP(do_log2, logarithm(x))
STEP(do_add, x + y)
STEP(do_subtract, x - y)
STEP(do_multiply, x * y)
STEP(do_divide, x / y)
STEP(do_min, least(x, y))
STEP(do_max, most(x, y))
STEP(do_less, x < y ? 1.0f : 0.0f)
STEP(do_atan, angle_of(x, y))
STEP(do_select, x != 0 ? y : z)
STEP(do_hash_1, chance(stirred(0, x), 4))
STEP(do_hash_2, chance(stirred(stirred(0, x), y), 8))
STEP(do_hash_3, chance(stirred(stirred(stirred(0, x), y), z), 12))

#define CASE(name) \
  case pixels_step_##name: do_##name(d, a, b, c); break

KERNEL void pixels_shade(float *registers, const pixels_step *steps, ptrdiff_t count) {
  for (ptrdiff_t k = 0; k < count; k++) {
    const pixels_step s = steps[k];
    float *d = registers + (ptrdiff_t)s.d * PIXELS_RUN;
    const float *a = registers + (ptrdiff_t)s.a * PIXELS_RUN, *b = registers + (ptrdiff_t)s.b * PIXELS_RUN;
    const float *c = registers + (ptrdiff_t)s.c * PIXELS_RUN;
    switch ((pixels_operation)s.operation) {
      CASE(negate);
      CASE(abs);
      CASE(floor);
      CASE(sqrt);
      CASE(sin);
      CASE(cos);
      CASE(exp2);
      CASE(log2);
      CASE(add);
      CASE(subtract);
      CASE(multiply);
      CASE(divide);
      CASE(min);
      CASE(max);
      CASE(less);
      CASE(atan);
      CASE(select);
      CASE(hash_1);
      CASE(hash_2);
      CASE(hash_3);
    }
  }
}

// What is no number comes out as 0.
INLINE float unit(float v) { return v > 0 ? least(v, 1) : 0; }

KERNEL void pixels_shaded(
  pixels_row d, const float *restrict r, const float *restrict g, const float *restrict b, const float *restrict a,
  ptrdiff_t n) {
  int16_t *restrict red = d.r, *restrict green = d.g, *restrict blue = d.b, *restrict opacity = d.a;
  for (ptrdiff_t i = 0; i < n; i++) {
    const int32_t alpha = (int32_t)(unit(a[i]) * 16384.0f + 0.5f), half = alpha >> 1;
    const float share = (float)alpha;
    opacity[i] = (int16_t)alpha;
    red[i] = (int16_t)((int32_t)(unit(r[i]) * share + 0.5f) - half);
    green[i] = (int16_t)((int32_t)(unit(g[i]) * share + 0.5f) - half);
    blue[i] = (int16_t)((int32_t)(unit(b[i]) * share + 0.5f) - half);
  }
}

INLINE int32_t in_256ths(float v) {
  const float inside = v == v ? held(v, -1e6f, 1e6f) : 0;
  return (int32_t)__builtin_elementwise_floor(inside * 256 + 0.5f);
}

KERNEL void pixels_points(
  int32_t *restrict us, int32_t *restrict vs, const float *restrict x, const float *restrict y,
  const float *restrict m, ptrdiff_t n) {
  const float a = m[0], b = m[1], c = m[2], d = m[3], e = m[4], f = m[5];
  for (ptrdiff_t i = 0; i < n; i++) {
    us[i] = in_256ths((a * x[i] + b * y[i]) + c);
    vs[i] = in_256ths((d * x[i] + e * y[i]) + f);
  }
}

KERNEL void pixels_unpacked(
  float *restrict r, float *restrict g, float *restrict b, float *restrict a, const int16_t *restrict s, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float alpha = held((float)s[4 * i + 3], 0, 16384), half = alpha * 0.5f;
    const float share = alpha > 0 ? 1 / alpha : 0;
    r[i] = ((float)s[4 * i] + half) * share;
    g[i] = ((float)s[4 * i + 1] + half) * share;
    b[i] = ((float)s[4 * i + 2] + half) * share;
    a[i] = alpha * (1.0f / 16384);
  }
}
