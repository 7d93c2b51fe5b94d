#include "CPixels.h"
#include "versions.h"

// What looks at one pixel at a time, or at a few neighbours. Straight colours are made of premultiplied ones in single
// precision, each operation rounding once.

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }
static inline float held(float v, float low, float high) { return least(most(v, low), high); }

// Moved above zero first, because conversion cuts towards it.
static inline int rounded(float v) { return (int32_t)(v + 65536.5f) - 65536; }

// From 0 where v <= 0 to 1 where v >= 1, without a corner.
static inline float smooth(float v) {
  v = held(v, 0.0f, 1.0f);
  return v * v * (3.0f - 2.0f * v);
}

KERNEL void pixels_matrix_colors(pixels_row d, const int32_t *restrict m, ptrdiff_t n) {
  int16_t *restrict r = d.r, *restrict g = d.g, *restrict b = d.b;
  for (ptrdiff_t i = 0; i < n; i++) {
    const int32_t red = r[i], green = g[i], blue = b[i];
    const int32_t x = (m[0] * red + m[1] * green + m[2] * blue + 2048) >> 12;
    const int32_t y = (m[3] * red + m[4] * green + m[5] * blue + 2048) >> 12;
    const int32_t z = (m[6] * red + m[7] * green + m[8] * blue + 2048) >> 12;
    r[i] = (int16_t)(x < -32768 ? -32768 : x > 32767 ? 32767 : x);
    g[i] = (int16_t)(y < -32768 ? -32768 : y > 32767 ? 32767 : y);
    b[i] = (int16_t)(z < -32768 ? -32768 : z > 32767 ? 32767 : z);
  }
}

KERNEL void pixels_table(int16_t *restrict c, const int16_t *restrict a, const int16_t *restrict table, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = a[i];
    int value = c[i] + (alpha >> 1);
    if (alpha != 16384) value = alpha > 0 ? (int)((float)value * (16384.0f / (float)alpha) + 0.5f) : 0;
    value = value < 0 ? 0 : value > 16384 ? 16384 : value;
    // Every fourth value stands in the table.
    const int at = value >> 2, part = value & 3;
    value = (table[at] * (4 - part) + table[at + (part > 0)] * part + 2) >> 2;
    if (alpha != 16384) value = (value * alpha + 8192) >> 14;
    c[i] = (int16_t)(value - (alpha >> 1));
  }
}

KERNEL void pixels_dim(int16_t *restrict c, const int16_t *restrict a, const int16_t *restrict weights, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int half = a[i] >> 1;
    c[i] = (int16_t)((((c[i] + half) * weights[i] + 8192) >> 14) - half);
  }
}

KERNEL void pixels_falloff(
  int16_t *restrict weights, const float *restrict distances, float start, float pace, float amount, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++)
    weights[i] = (int16_t)rounded((1.0f - amount * smooth((distances[i] - start) * pace)) * 16384.0f);
}

KERNEL void pixels_add_gray(
  pixels_row d, const int16_t *restrict noise, float amount, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float change = (float)noise[i] * amount * ((float)d.a[i] / 16384.0f);
    const int step = rounded(change);
    d.r[i] = (int16_t)(d.r[i] + step);
    d.g[i] = (int16_t)(d.g[i] + step);
    d.b[i] = (int16_t)(d.b[i] + step);
  }
}

KERNEL void pixels_tint(pixels_row d, const int16_t *restrict color, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int a = d.a[i];
    d.r[i] = (int16_t)((a * color[0] + 8192) >> 14);
    d.g[i] = (int16_t)((a * color[1] + 8192) >> 14);
    d.b[i] = (int16_t)((a * color[2] + 8192) >> 14);
    d.a[i] = (int16_t)((a * color[3] + 8192) >> 14);
  }
}

KERNEL void pixels_sharpen(int16_t *restrict c, const int16_t *restrict soft, float amount, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float value = (float)c[i] + ((float)c[i] - (float)soft[i]) * amount;
    c[i] = (int16_t)rounded(held(value, -32767.0f, 32767.0f));
  }
}

KERNEL void pixels_above(int16_t *restrict weights, const int16_t *restrict luma, float start, float pace, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) weights[i] = (int16_t)rounded(smooth(((float)luma[i] - start) * pace) * 16384.0f);
}

// Chroma of BT.709 in the plane of (B - Y) / 1.8556 and (R - Y) / 1.5748, of straight colours.
typedef struct {
  float blue, red;
} chroma;

static inline chroma chroma_of(float r, float g, float b) {
  const float y = 0.2126f * r + 0.7152f * g + 0.0722f * b;
  return (chroma){(b - y) * 0.5389f, (r - y) * 0.6350f};
}

typedef struct {
  float r, g, b;
} light;

// What the screen's own channel has more than both others.
static inline float excess_of(light c, light own) {
  const float others = most(most(c.r * (1 - own.r), c.g * (1 - own.g)), c.b * (1 - own.b));
  return most(c.r * own.r + c.g * own.g + c.b * own.b - others, 0.0f);
}

// That is spill: it goes, and the luma that it had is shared by all.
static inline light unspilt(light c, light own, float spill) {
  const float excess = excess_of(c, own) * spill;
  const float kept = excess * (0.2126f * own.r + 0.7152f * own.g + 0.0722f * own.b);
  return (light){c.r - excess * own.r + kept, c.g - excess * own.g + kept, c.b - excess * own.b + kept};
}

KERNEL void pixels_key_chroma(pixels_row d, const pixels_chroma_key *restrict key, ptrdiff_t n) {
  const chroma wanted = chroma_of(key->r, key->g, key->b);
  const int isRed = key->r > key->g && key->r > key->b, isBlue = !isRed && key->b > key->g;
  const light own = {(float)isRed, (float)(!isRed && !isBlue), (float)isBlue};
  const light full = {key->r, key->g, key->b}, screen = unspilt(full, own, key->spill);
  const float most_excess = excess_of(full, own), share = most_excess > 0 ? 1.25f / most_excess : 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = d.a[i], half = alpha >> 1;
    const float unit = alpha > 0 ? 1.0f / (float)alpha : 0;
    light c = {(float)(d.r[i] + half) * unit, (float)(d.g[i] + half) * unit, (float)(d.b[i] + half) * unit};
    const chroma found = chroma_of(c.r, c.g, c.b);
    const float blue = found.blue - wanted.blue, red = found.red - wanted.red;
    const float far = smooth((__builtin_elementwise_sqrt(blue * blue + red * red) - key->tolerance) * key->pace);
    // A mixture has as much of the screen's excess as of the screen (P. Vlahos's colour difference); a fifth may be spill.
    const float kept = least(far, held(1.25f - excess_of(c, own) * share, 0.0f, 1.0f));
    c = unspilt(c, own, key->spill);
    // At a soft edge the screen's own part goes, too.
    c.r = held(c.r - (1.0f - kept) * screen.r, 0.0f, kept);
    c.g = held(c.g - (1.0f - kept) * screen.g, 0.0f, kept);
    c.b = held(c.b - (1.0f - kept) * screen.b, 0.0f, kept);
    const int result = rounded((float)alpha * kept);
    d.a[i] = (int16_t)result;
    d.r[i] = (int16_t)(rounded(c.r * (float)alpha) - (result >> 1));
    d.g[i] = (int16_t)(rounded(c.g * (float)alpha) - (result >> 1));
    d.b[i] = (int16_t)(rounded(c.b * (float)alpha) - (result >> 1));
  }
}

KERNEL void pixels_key_luma(
  int16_t *restrict weights, const int16_t *restrict luma, const int16_t *restrict alpha, float low, float high,
  float pace, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float value = alpha[i] > 0 ? (float)luma[i] / (float)alpha[i] : 0;
    const float kept = smooth((value - low) * pace + 1.0f) * smooth((high - value) * pace + 1.0f);
    weights[i] = (int16_t)rounded(kept * 16384.0f);
  }
}

KERNEL void pixels_key_difference(
  int16_t *restrict weights, pixels_row s, pixels_row plate, float tolerance, float pace, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float r = (float)(s.r[i] - plate.r[i]), g = (float)(s.g[i] - plate.g[i]), b = (float)(s.b[i] - plate.b[i]);
    const float distance = __builtin_elementwise_sqrt(r * r + g * g + b * b) / 16384.0f;
    weights[i] = (int16_t)rounded(smooth((distance - tolerance) * pace) * 16384.0f);
  }
}

// I. Sobel's operator: the slope of light across three rows.
KERNEL void pixels_slope_of(
  int16_t *restrict d, const int16_t *restrict above, const int16_t *restrict row, const int16_t *restrict below,
  float amount, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const float x = (float)(above[i + 2] + 2 * row[i + 2] + below[i + 2] - above[i] - 2 * row[i] - below[i]);
    const float y = (float)(below[i] + 2 * below[i + 1] + below[i + 2] - above[i] - 2 * above[i + 1] - above[i + 2]);
    d[i] = (int16_t)rounded(held(__builtin_elementwise_sqrt(x * x + y * y) * amount, 0.0f, 16384.0f));
  }
}

// A hash of 32 bits: "lowbias32" by Chris Wellons, found by exhaustive search for the least bias.
static inline uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  return x ^ x >> 16;
}

KERNEL void pixels_noise(int16_t *restrict d, uint32_t seed, uint32_t row, uint32_t first, ptrdiff_t n) {
  const uint32_t line = mixed(seed ^ mixed(row));
  for (ptrdiff_t i = 0; i < n; i++) {
    // The sum of four bytes is close to a gaussian; its deviation is 147.8, and 8192 here.
    const uint32_t x = mixed(line ^ (first + (uint32_t)i));
    const int sum = (int)((x & 255) + (x >> 8 & 255) + (x >> 16 & 255) + (x >> 24)) - 510;
    d[i] = (int16_t)(sum * 55);
  }
}

KERNEL void pixels_offsets(
  int32_t *restrict at, const int16_t *restrict channel, int32_t first, int32_t step, float reach, ptrdiff_t n) {
  // Counted from half of alpha, a channel is the move: none for half of the light, nor where there is no map.
  for (ptrdiff_t i = 0; i < n; i++)
    at[i] = first + (int32_t)i * step + (int32_t)((float)channel[i] * reach + 1048576.5f) - 1048576;
}
