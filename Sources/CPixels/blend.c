#include "CPixels.h"
#include "versions.h"

// W3C Compositing and Blending Level 1, in single precision. With premultiplied colours and M = as ab B(cb, cs):
//   Co = Fa ((1 - ab) Cs + M) + Fb Cb,  ao = Fa as + Fb ab   (sections 5.6 and 8.2)

enum { run = 128 };
typedef struct {
  float color[3][run], alpha[run];
} span;

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }
static inline float unit(float v) { return least(most(v, 0.0f), 1.0f); }

// Colours beyond what alpha allows, which video may have, are held to it if `hold`: blend modes are made for no others.
static inline __attribute__((always_inline)) void read_span(
  span *restrict d, pixels_row s, ptrdiff_t from, ptrdiff_t n, float weight, int hold) {
  const float scale = weight / 16384.0f;
  for (ptrdiff_t i = 0; i < n; i++) d->alpha[i] = (float)s.a[from + i] * scale;
  const int16_t *channels[3] = {s.r, s.g, s.b};
  for (int c = 0; c < 3; c++) {
    const int16_t *channel = channels[c] + from;
    for (ptrdiff_t i = 0; i < n; i++) d->color[c][i] = (float)(channel[i] + (s.a[from + i] >> 1)) * scale;
    if (!hold) continue;
    for (ptrdiff_t i = 0; i < n; i++) d->color[c][i] = least(most(d->color[c][i], 0.0f), d->alpha[i]);
  }
}

static inline int16_t fixed(float v) {
  // Moved above zero first, because conversion cuts towards it.
  return (int16_t)((int32_t)(v * 16384.0f + 65536.5f) - 65536);
}

static inline __attribute__((always_inline)) void write_span(pixels_row d, ptrdiff_t from, ptrdiff_t n, const span *s) {
  for (ptrdiff_t i = 0; i < n; i++) d.a[from + i] = fixed(unit(s->alpha[i]));
  int16_t *channels[3] = {d.r, d.g, d.b};
  for (int c = 0; c < 3; c++) {
    int16_t *channel = channels[c] + from;
    for (ptrdiff_t i = 0; i < n; i++) channel[i] = (int16_t)(fixed(s->color[c][i]) - (d.a[from + i] >> 1));
  }
}

// Separable modes: M from premultiplied s, b and the alphas.

#define SEPARABLE(name, expression) \
  static inline __attribute__((always_inline)) float name(float s, float b, float as, float ab) { \
    (void)b, (void)as, (void)ab; \
    return expression; \
  }

SEPARABLE(normal, s * ab)
SEPARABLE(multiply, s * b)
SEPARABLE(screen, s * ab + b * as - s * b)
SEPARABLE(hard_light, 2 * s <= as ? 2 * s * b : as * ab - 2 * (ab - b) * (as - s))
SEPARABLE(overlay, hard_light(b, s, ab, as))
SEPARABLE(darken, least(s * ab, b * as))
SEPARABLE(lighten, most(s * ab, b * as))
SEPARABLE(difference, most(s * ab - b * as, b * as - s * ab))
SEPARABLE(exclusion, s * ab + b * as - 2 * s * b)

static inline __attribute__((always_inline)) float color_dodge(float s, float b, float as, float ab) {
  if (b <= 0) return 0;
  return s >= as ? as * ab : as * ab * least(1.0f, b * as / (ab * (as - s)));
}

static inline __attribute__((always_inline)) float color_burn(float s, float b, float as, float ab) {
  if (b >= ab) return as * ab;
  return s <= 0 ? 0 : as * ab * (1.0f - least(1.0f, (ab - b) * as / (ab * s)));
}

static inline __attribute__((always_inline)) float soft_light(float s, float b, float as, float ab) {
  const float x = ab > 0 ? b / ab : 0;
  const float curve = x <= 0.25f ? ((16 * x - 12) * x + 4) * x : __builtin_elementwise_sqrt(x);
  return 2 * s <= as ? b * (as - (as - 2 * s) * (1 - x)) : b * as + (2 * s - as) * ab * (curve - x);
}

#define MIX(name) \
  for (int c = 0; c < 3; c++) \
    for (ptrdiff_t i = 0; i < n; i++) m[c][i] = name(s->color[c][i], b->color[c][i], s->alpha[i], b->alpha[i]); \
  return

// Non-separable modes, of straight colours.

typedef struct {
  float r, g, b;
} color;

static inline float lum(color c) { return 0.3f * c.r + 0.59f * c.g + 0.11f * c.b; }
static inline float lowest(color c) { return least(least(c.r, c.g), c.b); }
static inline float highest(color c) { return most(most(c.r, c.g), c.b); }
static inline float sat(color c) { return highest(c) - lowest(c); }

static inline color clip_color(color c) {
  const float l = lum(c), low = lowest(c), high = highest(c);
  if (low < 0) {
    const float k = l / (l - low);
    c = (color){l + (c.r - l) * k, l + (c.g - l) * k, l + (c.b - l) * k};
  }
  if (high > 1) {
    const float k = (1 - l) / (high - l);
    c = (color){l + (c.r - l) * k, l + (c.g - l) * k, l + (c.b - l) * k};
  }
  return c;
}

static inline color set_lum(color c, float l) {
  const float d = l - lum(c);
  return clip_color((color){c.r + d, c.g + d, c.b + d});
}

static inline color set_sat(color c, float s) {
  const float low = lowest(c), range = highest(c) - low;
  if (range <= 0) return (color){0, 0, 0};
  const float k = s / range;
  return (color){(c.r - low) * k, (c.g - low) * k, (c.b - low) * k};
}

static inline color straight(const span *s, ptrdiff_t i) {
  const float k = s->alpha[i] > 0 ? 1 / s->alpha[i] : 0;
  return (color){s->color[0][i] * k, s->color[1][i] * k, s->color[2][i] * k};
}

static inline color mixed(pixels_mode mode, color s, color b) {
  switch (mode) {
  case pixels_hue: return set_lum(set_sat(s, sat(b)), lum(b));
  case pixels_saturation: return set_lum(set_sat(b, sat(s)), lum(b));
  case pixels_color: return set_lum(s, lum(b));
  default: return set_lum(b, lum(s));
  }
}

static inline __attribute__((always_inline)) void mix_span(
  float m[3][run], const span *s, const span *b, ptrdiff_t n, pixels_mode mode) {
  switch (mode) {
  case pixels_normal: MIX(normal);
  case pixels_multiply: MIX(multiply);
  case pixels_screen: MIX(screen);
  case pixels_overlay: MIX(overlay);
  case pixels_darken: MIX(darken);
  case pixels_lighten: MIX(lighten);
  case pixels_color_dodge: MIX(color_dodge);
  case pixels_color_burn: MIX(color_burn);
  case pixels_hard_light: MIX(hard_light);
  case pixels_soft_light: MIX(soft_light);
  case pixels_difference: MIX(difference);
  case pixels_exclusion: MIX(exclusion);
  default: break;
  }
  for (ptrdiff_t i = 0; i < n; i++) {
    const color c = mixed(mode, straight(s, i), straight(b, i));
    const float both = s->alpha[i] * b->alpha[i];
    m[0][i] = c.r * both, m[1][i] = c.g * both, m[2][i] = c.b * both;
  }
}

// Fa and Fb are each one of 0, 1, the other's alpha, and 1 less the other's alpha: constant + slope x alpha.
typedef struct {
  float source, source_slope, below, below_slope;
} factors;

static inline factors factors_of(pixels_operator operator) {
  switch (operator) {
  case pixels_clear: return (factors){0, 0, 0, 0};
  case pixels_copy: return (factors){1, 0, 0, 0};
  case pixels_destination: return (factors){0, 0, 1, 0};
  case pixels_source_over: return (factors){1, 0, 1, -1};
  case pixels_destination_over: return (factors){1, -1, 1, 0};
  case pixels_source_in: return (factors){0, 1, 0, 0};
  case pixels_destination_in: return (factors){0, 0, 0, 1};
  case pixels_source_out: return (factors){1, -1, 0, 0};
  case pixels_destination_out: return (factors){0, 0, 1, -1};
  case pixels_source_atop: return (factors){0, 1, 1, -1};
  case pixels_destination_atop: return (factors){1, -1, 0, 1};
  case pixels_xor: return (factors){1, -1, 1, -1};
  default: return (factors){1, 0, 1, 0};
  }
}

static inline __attribute__((always_inline)) void composite_span(
  span *restrict b, const span *restrict s, float m[3][run], ptrdiff_t n, factors f) {
  for (int c = 0; c < 3; c++)
    for (ptrdiff_t i = 0; i < n; i++) {
      const float over = f.source + f.source_slope * b->alpha[i], under = f.below + f.below_slope * s->alpha[i];
      b->color[c][i] = over * ((1 - b->alpha[i]) * s->color[c][i] + m[c][i]) + under * b->color[c][i];
    }
  for (ptrdiff_t i = 0; i < n; i++) {
    const float over = f.source + f.source_slope * b->alpha[i], under = f.below + f.below_slope * s->alpha[i];
    b->alpha[i] = over * s->alpha[i] + under * b->alpha[i];
  }
}

KERNEL void pixels_blend(
  pixels_row d, pixels_row s, ptrdiff_t n, int16_t weight, pixels_mode mode, pixels_operator operator) {
  const factors f = factors_of(operator);
  const int hold = mode != pixels_normal;
  for (ptrdiff_t from = 0; from < n; from += run) {
    const ptrdiff_t count = n - from < run ? n - from : run;
    span source, below;
    float m[3][run];
    read_span(&source, s, from, count, (float)weight / 16384.0f, hold);
    read_span(&below, d, from, count, 1, hold);
    mix_span(m, &source, &below, count, mode);
    composite_span(&below, &source, m, count, f);
    // "Lighter" adds up to more than there is room for.
    if (operator == pixels_lighter)
      for (int c = 0; c < 3; c++)
        for (ptrdiff_t i = 0; i < count; i++) below.color[c][i] = least(below.color[c][i], unit(below.alpha[i]));
    write_span(d, from, count, &below);
  }
}
