#pragma once
#include <stddef.h>
#include <stdint.h>

// Kernels over rows of samples. Contract of all: counts are >= 0; pointers need no alignment; rows that are written
// do not overlap rows that are read, unless it is said; nothing is read or written past the counts. Results are the
// same on every processor.
//
// "Channel": a row of one channel of working pixels, where 16384 is one. Colours are premultiplied and counted from
// half of alpha (see docs/decisions/kernels.md). "Sample": a code of a plane, moved up to 14 bits. "Weight": 0 to
// 16384.

// Not 0: kernels of lanes.c use no instructions beyond the oldest processor's, so that tests can compare. The results
// are the same. Any thread.
void pixels_prefer_plain(int preference);

// lanes.c, mix.c: Porter and Duff's source-over, lerp, and multiplication by a weight.

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
// The same with weights[i].
void pixels_mix_each(int16_t *d, const int16_t *s, const int16_t *weights, ptrdiff_t n);
// The same for bytes, to nearest.
void pixels_mix_bytes(uint8_t *d, const uint8_t *a, const uint8_t *b, ptrdiff_t n, int16_t weight);

// blend.c: every mode and operator of W3C Compositing and Blending Level 1.

// The four channels of a row.
typedef struct {
  int16_t *r, *g, *b, *a;
} pixels_row;
typedef enum {
  pixels_normal, pixels_multiply, pixels_screen, pixels_overlay, pixels_darken, pixels_lighten, pixels_color_dodge,
  pixels_color_burn, pixels_hard_light, pixels_soft_light, pixels_difference, pixels_exclusion, pixels_hue,
  pixels_saturation, pixels_color, pixels_luminosity
} pixels_mode;
typedef enum {
  pixels_clear, pixels_copy, pixels_destination, pixels_source_over, pixels_destination_over, pixels_source_in,
  pixels_destination_in, pixels_source_out, pixels_destination_out, pixels_source_atop, pixels_destination_atop,
  pixels_xor, pixels_lighter
} pixels_operator;
// d = `s` times `weight`, blended with d and put together with it. Modes but `normal` hold colours to alpha.
void pixels_blend(
  pixels_row d, pixels_row s, ptrdiff_t n, int16_t weight, pixels_mode mode, pixels_operator operator);

// mix.c: means of many. sums += s; d = sums / count, to nearest, of at most 256.
void pixels_add(int32_t *sums, const int16_t *s, ptrdiff_t n);
void pixels_mean_of(int16_t *d, const int32_t *sums, ptrdiff_t n, int count);

// matte.c: how much of one picture another lets through.

// d = luma by BT.709, premultiplied, held to 0...16384.
void pixels_luma(int16_t *d, pixels_row s, ptrdiff_t n);
// d = 16384 - d
void pixels_invert(int16_t *d, ptrdiff_t n);

// effect.c: what looks at a pixel, or at its neighbours.

// Colours times a matrix in 4096ths whose rows add up to one, so that greys stay.
void pixels_matrix_colors(pixels_row d, const int32_t *matrix, ptrdiff_t n);
// c: straight, held to 0...16384, through a table of 4097 values with straight lines between.
void pixels_table(int16_t *c, const int16_t *alpha, const int16_t *table, ptrdiff_t n);
// c = c weights[i], alpha as it is.
void pixels_dim(int16_t *c, const int16_t *alpha, const int16_t *weights, ptrdiff_t n);
// weights = 1 - amount s((distance - start) pace), where s goes smoothly from 0 to 1.
void pixels_falloff(int16_t *weights, const float *distances, float start, float pace, float amount, ptrdiff_t n);
// weights = s((luma - start) pace)
void pixels_above(int16_t *weights, const int16_t *luma, float start, float pace, ptrdiff_t n);
// Adds noise times amount, as much as there is of the pixel.
void pixels_add_gray(pixels_row d, const int16_t *noise, float amount, ptrdiff_t n);
// Gaussian noise with a deviation of about 8192, by seed and place.
void pixels_noise(int16_t *d, uint32_t seed, uint32_t row, uint32_t first, ptrdiff_t n);
// d = `color`, as it is stored, times alpha.
void pixels_tint(pixels_row d, const int16_t *color, ptrdiff_t n);
// c = c + (c - soft) amount
void pixels_sharpen(int16_t *c, const int16_t *soft, float amount, ptrdiff_t n);
// Alpha by distance of chroma from the key's: none up to `tolerance`, all 1 / `pace` farther on; and no more than a
// mixture with the screen has. What the channel
// of the screen has more than both others goes, times `spill`. Key and distances of straight colours, 0 to 1.
typedef struct {
  float r, g, b, tolerance, pace, spill;
} pixels_chroma_key;
void pixels_key_chroma(pixels_row d, const pixels_chroma_key *key, ptrdiff_t n);
// weights: 1 from `low` to `high` of straight luma, 0 from 1 / `pace` outside on.
void pixels_key_luma(
  int16_t *weights, const int16_t *luma, const int16_t *alpha, float low, float high, float pace, ptrdiff_t n);
// weights: 0 where colours are no farther apart than `tolerance`, 1 from 1 / `pace` farther on.
void pixels_key_difference(
  int16_t *weights, pixels_row s, pixels_row plate, float tolerance, float pace, ptrdiff_t n);
// d[i] = amount times the slope at column i + 1 of three rows of n + 2.
void pixels_slope_of(
  int16_t *d, const int16_t *above, const int16_t *row, const int16_t *below, float amount, ptrdiff_t n);
// at[i] = first + i step + channel reach
void pixels_offsets(int32_t *at, const int16_t *channel, int32_t first, int32_t step, float reach, ptrdiff_t n);

// cube.c: tables of colours.

// `size` corners along an edge, four floats each, red fastest; place = (colour - low) pace.
typedef struct {
  const float *corners;
  int32_t size;
  float low[3], pace[3];
} pixels_color_cube;
// d = d + (cube(d) - d) amount, of straight colours; tetrahedral.
void pixels_cube(pixels_row d, const pixels_color_cube *cube, float amount, ptrdiff_t n);

// color.c: what codes count.

// `light`: of each code from 0 to 16384. `system` and `tone`, or NULL: what colours are multiplied by, by the root of
// their luminance from 0 to 1, and by the root of the strongest, after the matrix, from 0 to 3. `codes`: 0 to 1, by the
// root of light from 0 to 1. These three have 4097 values with straight lines between. `matrix`: nine numbers, row after
// row.
typedef struct {
  const float *light, *system, *tone, *codes, *matrix;
} pixels_color_path;
// Straight colours, held to 0...16384, along the path; alpha stays.
void pixels_convert_colors(pixels_row d, const pixels_color_path *path, ptrdiff_t n);
// c: straight, through a table of 16385 values; beyond it, as it is. Straight colours stay within -16384...32768.
void pixels_recount(int16_t *c, const int16_t *alpha, const int16_t *table, ptrdiff_t n);

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

// d = (terms r, g, b, a of the channels + offset) >> 21. The terms are codes in Q7; `offset` is a code in Q21 with
// its half.
typedef struct {
  int16_t r, g, b, a;
  int32_t offset;
} pixels_code;
void pixels_codes(
  uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n,
  const pixels_code *code);
// The same with `bits` bits, 9 to 14, in 16: the terms count as they do for 8.
void pixels_codes16(
  uint16_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n,
  const pixels_code *code, int bits);
// Alpha in full range: 0...most.
void pixels_alpha8(uint8_t *d, const int16_t *alpha, ptrdiff_t n);
void pixels_alpha16(uint16_t *d, const int16_t *alpha, ptrdiff_t n, int16_t most);
// d = the channel as it would be where alpha is one: straight colours. Where alpha is 0, black. `d` may be `c`.
void pixels_straight(int16_t *d, const int16_t *c, const int16_t *alpha, ptrdiff_t n);
// Means of 2x2 blocks of a channel; at an odd end the last column counts twice. (n + 1) / 2 results.
void pixels_mean(int16_t *d, const int16_t *upper, const int16_t *lower, ptrdiff_t n);
// Straight R, G, B, A bytes. Where alpha is 0, all are 0.
void pixels_rgba8(uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n);
// Opaque R, G, B, A bytes over black.
void pixels_rgbx8(uint8_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n);

// filter.c: separable resampling.

// d[i] = sum of s[starts[i] + k] weights[i * taps + k] over the taps.
void pixels_filter_across(
  int16_t *d, const int16_t *s, const int32_t *starts, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps);
// d[i] = sum of rows[k][i] weights[k] over the taps, held to low...high.
void pixels_filter_down(
  int16_t *d, const int16_t *const *rows, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps, int16_t low,
  int16_t high);
// d[i] = sum of s[i + k] weights[k] over the taps.
void pixels_convolve(int16_t *d, const int16_t *s, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps);
// Holds the colours of a channel to what alpha allows: 0 to alpha, as they are stored.
void pixels_hold(int16_t *c, const int16_t *alpha, ptrdiff_t n);
// Samples to bytes, to nearest.
void pixels_bytes(uint8_t *d, const int16_t *s, ptrdiff_t n);

// sample.c: pictures at an angle.

// Pixels of the texture around the picture that repeat its edge.
#define PIXELS_BORDER 3
// Where a row of the canvas runs through a texture: the first position and the step to the next, in 2^-32 of a pixel,
// where whole numbers are centres; and the size of the picture in the texture.
typedef struct {
  int64_t u, v, du, dv;
  int32_t width, height;
} pixels_walk;
// Texture pixels: R, G, B, A channels side by side.
void pixels_interleave(
  int16_t *d, const int16_t *r, const int16_t *g, const int16_t *b, const int16_t *a, ptrdiff_t n);
// d: pixels side by side, not held to anything. `texture` has the border all around; `stride` counts channels;
// `cubic` holds four weights for each 256th of a pixel.
void pixels_sample(
  int16_t *d, const int16_t *texture, ptrdiff_t stride, const pixels_walk *walk, const int16_t *cubic, ptrdiff_t n);
// The same, at a position of its own for each pixel, in 256ths.
void pixels_sample_at(
  int16_t *d, const int16_t *texture, ptrdiff_t stride, const int32_t *us, const int32_t *vs, int32_t width,
  int32_t height, const int16_t *cubic, ptrdiff_t n);
// Pixels side by side to channels, alpha held to 0...16384.
void pixels_separate(int16_t *r, int16_t *g, int16_t *b, int16_t *a, const int16_t *s, ptrdiff_t n);
// How much of each pixel a rectangle of the texture from (0, 0) covers; `across` and `down` are canvas pixels to a
// texture pixel, at right angles to its edges.
void pixels_edges(
  int16_t *weights, const pixels_walk *walk, float width, float height, float across, float down, ptrdiff_t n);

// Column x of the source becomes row x: numbers of so many bits; `step` and `stride` are bytes from row to row.
void pixels_transpose8(void *d, ptrdiff_t step, const void *s, ptrdiff_t stride, ptrdiff_t width, ptrdiff_t height);
void pixels_transpose16(void *d, ptrdiff_t step, const void *s, ptrdiff_t stride, ptrdiff_t width, ptrdiff_t height);
void pixels_transpose32(void *d, ptrdiff_t step, const void *s, ptrdiff_t stride, ptrdiff_t width, ptrdiff_t height);
void pixels_transpose64(void *d, ptrdiff_t step, const void *s, ptrdiff_t stride, ptrdiff_t width, ptrdiff_t height);

// shade.c: formulas over runs of pixels, in single precision.

// Pixels of a run. A register is as many floats; registers follow one another.
#define PIXELS_RUN 256
typedef enum {
  pixels_step_negate, pixels_step_abs, pixels_step_floor, pixels_step_sqrt, pixels_step_sin, pixels_step_cos,
  pixels_step_exp2, pixels_step_log2, pixels_step_add, pixels_step_subtract, pixels_step_multiply, pixels_step_divide,
  pixels_step_min, pixels_step_max, pixels_step_less, pixels_step_atan, pixels_step_select, pixels_step_hash_1,
  pixels_step_hash_2, pixels_step_hash_3
} pixels_operation;
// d = operation(a, b, c), by the numbers of registers; d is none of the others.
typedef struct {
  int32_t operation, d, a, b, c;
} pixels_step;
// Takes the steps one after another, each for all pixels of the run.
void pixels_shade(float *registers, const pixels_step *steps, ptrdiff_t count);
// Straight colours, held to 0...1, to channels; what is no number is 0.
void pixels_shaded(pixels_row d, const float *r, const float *g, const float *b, const float *a, ptrdiff_t n);
// Where points land, in 256ths: u = (m[0] x + m[1] y + m[2]), v = (m[3] x + m[4] y + m[5]), held within a million.
void pixels_points(
  int32_t *us, int32_t *vs, const float *x, const float *y, const float *m, ptrdiff_t n);
// Pixels side by side to straight colours and alpha.
void pixels_unpacked(float *r, float *g, float *b, float *a, const int16_t *s, ptrdiff_t n);

// gradient.c: colours that change along a line or away from a point.

// t[i] = p + (first + i) dp; or, if `radial`, the distance from (0, 0) of that and the same of q.
void pixels_ramp(float *t, float p, float dp, float q, float dq, ptrdiff_t first, int radial, ptrdiff_t n);
// t[i] = the part of a turn about (0, 0), clockwise from straight up (q < 0), of that and the same of q; to 2e-6.
void pixels_turns(float *t, float p, float dp, float q, float dq, ptrdiff_t first, ptrdiff_t n);
// From `from` on, the value changes by `change`, over a length of which `pace` is one part.
typedef struct {
  float from, pace, change;
} pixels_slope;
// d[i] = start and what each slope adds at t[i], to nearest.
void pixels_slopes(int16_t *d, const float *t, float start, const pixels_slope *slopes, ptrdiff_t count, ptrdiff_t n);
