#include "CPixels.h"
#include "versions.h"

// What codes count: from the light of one kind of picture to the codes of another, and between codes and light.

enum { run = 128 };

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }
static inline int held(int value, int low, int high) { return value < low ? low : value > high ? high : value; }

// Between the two nearest of 4097 values; `place` is from 0 to 4096.
static inline float between(const float *table, float place) {
  const int at = (int)least(place, 4095.0f);
  return table[at] + (table[at + 1] - table[at]) * (place - (float)at);
}

static inline float root(float light) { return __builtin_elementwise_sqrt(light); }

// A colour as it would be were the pixel opaque.
static inline int whole(int value, int alpha) {
  if (alpha == 16384) return value;
  const float found = alpha > 0 ? (float)value * (16384.0f / (float)alpha) : 0.0f;
  // Moved above zero first, because conversion cuts towards it.
  return (int)(most(least(found, 65535.0f), -65535.0f) + 65536.5f) - 65536;
}

static inline int covering(int value, int alpha) { return alpha == 16384 ? value : (value * alpha + 8192) >> 14; }

KERNEL void pixels_convert_colors(pixels_row d, const pixels_color_path *restrict path, ptrdiff_t n) {
  const float *m = path->matrix;
  int16_t *const channels[3] = {d.r, d.g, d.b};
  for (ptrdiff_t from = 0; from < n; from += run) {
    const ptrdiff_t count = n - from < run ? n - from : run;
    const int16_t *alpha = d.a + from;
    float light[3][run];
    for (int c = 0; c < 3; c++)
      for (ptrdiff_t i = 0; i < count; i++)
        light[c][i] = path->light[held(whole(channels[c][from + i] + (alpha[i] >> 1), alpha[i]), 0, 16384)];
    // What stands between a camera and a display, by luminance (BT.2100, table 5).
    if (path->system)
      for (ptrdiff_t i = 0; i < count; i++) {
        const float luminance = 0.2627f * light[0][i] + 0.6780f * light[1][i] + 0.0593f * light[2][i];
        const float gain = between(path->system, root(luminance) * 4096.0f);
        light[0][i] *= gain, light[1][i] *= gain, light[2][i] *= gain;
      }
    for (ptrdiff_t i = 0; i < count; i++) {
      const float r = light[0][i], g = light[1][i], b = light[2][i];
      light[0][i] = most(m[0] * r + m[1] * g + m[2] * b, 0.0f);
      light[1][i] = most(m[3] * r + m[4] * g + m[5] * b, 0.0f);
      light[2][i] = most(m[6] * r + m[7] * g + m[8] * b, 0.0f);
    }
    if (path->tone)
      for (ptrdiff_t i = 0; i < count; i++) {
        const float strongest = most(most(light[0][i], light[1][i]), light[2][i]);
        const float gain = between(path->tone, least(root(strongest) * (4096.0f / 3.0f), 4096.0f));
        light[0][i] *= gain, light[1][i] *= gain, light[2][i] *= gain;
      }
    for (int c = 0; c < 3; c++)
      for (ptrdiff_t i = 0; i < count; i++) {
        const float code = between(path->codes, root(least(light[c][i], 1.0f)) * 4096.0f);
        channels[c][from + i] =
          (int16_t)(covering((int)(code * 16384.0f + 0.5f), alpha[i]) - (alpha[i] >> 1));
      }
  }
}

KERNEL void pixels_recount(int16_t *restrict c, const int16_t *restrict a, const int16_t *restrict table, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = a[i], value = whole(c[i] + (alpha >> 1), alpha);
    const int found = value < 0 || value > 16384 ? value : table[value];
    c[i] = (int16_t)(covering(found, alpha) - (alpha >> 1));
  }
}
