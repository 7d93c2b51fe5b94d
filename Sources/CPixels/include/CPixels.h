#pragma once
#include <stddef.h>
#include <stdint.h>

// Kernels over rows of samples. Contract of all: counts are >= 0; pointers need no alignment; rows that are written do not
// overlap rows that are read, unless it is said; nothing is read or written past the counts. Results are the same on every
// processor.
//
// "Channel": a row of one channel of working pixels, where 16384 is one. Colours are premultiplied and counted from half of
// alpha (see docs/decisions/kernels.md). "Sample": a code of a plane, moved up to 14 bits. "Weight": 0 to 16384.

// products.c, mix.c: Porter and Duff's source-over, lerp, and multiplication by a weight.

// d = s + d (1 - alpha), where alpha is the source's. `s` may be `alpha`.
void pixels_over(int16_t *d, const int16_t *s, const int16_t *alpha, ptrdiff_t n);
// The same with a source times `weight`.
void pixels_over_weighted(int16_t *d, const int16_t *s, const int16_t *alpha, ptrdiff_t n, int16_t weight);
// d = d weight
void pixels_scale(int16_t *d, ptrdiff_t n, int16_t weight);
// d = d weights[i]
void pixels_scale_each(int16_t *d, const int16_t *weights, ptrdiff_t n);
// d = d (1 - weight) + s weight
void pixels_mix(int16_t *d, const int16_t *s, ptrdiff_t n, int16_t weight);
// The same for bytes, to nearest.
void pixels_mix_bytes(uint8_t *d, const uint8_t *a, const uint8_t *b, ptrdiff_t n, int16_t weight);

// convert.c: codes to samples to channels.

// d = codes of `bits` bits, held to their range, as samples.
void pixels_samples8(int16_t *d, const uint8_t *s, ptrdiff_t n);
void pixels_samples16(int16_t *d, const uint16_t *s, ptrdiff_t n, int bits);
// The four parts of interleaved pixels, as samples.
void pixels_parts8(int16_t *r, int16_t *g, int16_t *b, int16_t *a, const uint8_t *s, ptrdiff_t n);
void pixels_parts16(int16_t *r, int16_t *g, int16_t *b, int16_t *a, const uint16_t *s, ptrdiff_t n);
// Each sample twice: d[i] = s[(i + odd) / 2].
void pixels_double(int16_t *d, const int16_t *s, ptrdiff_t n, int odd);

// From luma and chroma to red, green and blue: Q15 multipliers of (y - black) * 2 and (c - 8192) * 4.
typedef struct {
  int16_t black, luma, red_cr, green_cb, green_cr, blue_cb;
} pixels_matrix;
// Opaque channels of samples.
void pixels_rgb(
  int16_t *r, int16_t *g, int16_t *b, const int16_t *y, const int16_t *cb, const int16_t *cr, ptrdiff_t n,
  const pixels_matrix *matrix);
// Full-range samples to 0...16384, where `unit` is the Q15 multiplier of twice a sample.
void pixels_unit(int16_t *d, ptrdiff_t n, int16_t unit);
// c: 0...16384, straight, to a channel.
void pixels_premultiply(int16_t *c, const int16_t *alpha, ptrdiff_t n);
// c: 0...16384, premultiplied, to a channel; held to at most alpha.
void pixels_center(int16_t *c, const int16_t *alpha, ptrdiff_t n);

// Channels to codes, rounded to nearest and held to 0...255.

// d = (terms r, g, b, a of the channels + offset) >> 21. The terms are codes in Q7; `offset` is a code in Q21 with its half.
typedef struct {
  int16_t r, g, b, a;
  int32_t offset;
} pixels_code;
void pixels_codes(
  uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n, const pixels_code *code);
// Means of 2x2 blocks of a channel; at an odd end the last column counts twice. (n + 1) / 2 results.
void pixels_mean(int16_t *d, const int16_t *upper, const int16_t *lower, ptrdiff_t n);
// Straight R, G, B, A bytes. Where alpha is 0, all are 0.
void pixels_rgba8(uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n);
// Opaque R, G, B, A bytes over black.
void pixels_rgbx8(uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n);
