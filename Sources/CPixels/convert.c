#include "CPixels.h"
#include "versions.h"

// The parts of conversions that move bits: codes to 14-bit samples, interleaved pixels to rows of one channel.

static inline int held(int value, int low, int high) {
  value = value < low ? low : value;
  return value > high ? high : value;
}

KERNEL void pixels_samples8(int16_t *restrict d, const uint8_t *restrict s, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)(s[i] << 6);
}

KERNEL void pixels_samples16(int16_t *restrict d, const uint16_t *restrict s, ptrdiff_t n, int bits) {
  const uint16_t most = (uint16_t)((1u << bits) - 1);
  const int up = bits < 14 ? 14 - bits : 0, down = bits > 14 ? bits - 14 : 0;
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (int16_t)(((s[i] < most ? s[i] : most) << up) >> down);
}

KERNEL void pixels_parts8(
  int16_t *restrict r, int16_t *restrict g, int16_t *restrict b, int16_t *restrict a, const uint8_t *restrict s,
  ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    r[i] = (int16_t)(s[4 * i] << 6);
    g[i] = (int16_t)(s[4 * i + 1] << 6);
    b[i] = (int16_t)(s[4 * i + 2] << 6);
    a[i] = (int16_t)(s[4 * i + 3] << 6);
  }
}

KERNEL void pixels_parts16(
  int16_t *restrict r, int16_t *restrict g, int16_t *restrict b, int16_t *restrict a, const uint16_t *restrict s,
  ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    r[i] = (int16_t)(s[4 * i] >> 2);
    g[i] = (int16_t)(s[4 * i + 1] >> 2);
    b[i] = (int16_t)(s[4 * i + 2] >> 2);
    a[i] = (int16_t)(s[4 * i + 3] >> 2);
  }
}

static inline void double_from(int16_t *restrict d, const int16_t *restrict s, ptrdiff_t pairs) {
  for (ptrdiff_t i = 0; i < pairs; i++) {
    d[2 * i] = s[i];
    d[2 * i + 1] = s[i];
  }
}

KERNEL void pixels_double(int16_t *restrict d, const int16_t *restrict s, ptrdiff_t n, int odd) {
  if (n <= 0) return;
  if (odd) *d++ = *s++, n--;
  double_from(d, s, n / 2);
  if (n & 1) d[n - 1] = s[n / 2];
}

KERNEL void pixels_center(int16_t *restrict c, const int16_t *restrict alpha, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int16_t a = alpha[i], v = c[i] < a ? c[i] : a;
    c[i] = (int16_t)(v - (a >> 1));
  }
}

KERNEL void pixels_hold(int16_t *restrict c, const int16_t *restrict alpha, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int16_t low = (int16_t)-(alpha[i] >> 1), high = (int16_t)(alpha[i] + low);
    c[i] = c[i] < low ? low : c[i] > high ? high : c[i];
  }
}

KERNEL void pixels_bytes(uint8_t *restrict d, const int16_t *restrict s, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int value = (s[i] + 32) >> 6;
    d[i] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
  }
}

KERNEL void pixels_rgbx8(
  uint8_t *restrict d, const int16_t *restrict r, const int16_t *restrict g, const int16_t *restrict b,
  const int16_t *restrict a, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int half = a[i] >> 1;
    d[4 * i] = (uint8_t)held(((r[i] + half) * 255 + 8192) >> 14, 0, 255);
    d[4 * i + 1] = (uint8_t)held(((g[i] + half) * 255 + 8192) >> 14, 0, 255);
    d[4 * i + 2] = (uint8_t)held(((b[i] + half) * 255 + 8192) >> 14, 0, 255);
    d[4 * i + 3] = 255;
  }
}

static inline uint8_t straight(int channel, int alpha, float scale) {
  return (uint8_t)held((int)((float)(channel + (alpha >> 1)) * scale + 0.5f), 0, 255);
}

KERNEL void pixels_rgba8(
  uint8_t *restrict d, const int16_t *restrict r, const int16_t *restrict g, const int16_t *restrict b,
  const int16_t *restrict a, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = a[i];
    const float scale = alpha > 0 ? 255.0f / (float)alpha : 0.0f;
    d[4 * i] = straight(r[i], alpha, scale);
    d[4 * i + 1] = straight(g[i], alpha, scale);
    d[4 * i + 2] = straight(b[i], alpha, scale);
    d[4 * i + 3] = (uint8_t)held((alpha * 255 + 8192) >> 14, 0, 255);
  }
}

KERNEL void pixels_codes16(
  uint16_t *restrict d, const int16_t *restrict r, const int16_t *restrict g, const int16_t *restrict b,
  const int16_t *restrict a, ptrdiff_t n, const pixels_code *restrict code, int bits) {
  const int shift = 29 - bits, most = (1 << bits) - 1;
  // The half that `offset` has is that of 8 bits.
  const int offset = code->offset - (1 << 20) + (1 << (shift - 1));
  const int red = code->r, green = code->g, blue = code->b, alpha = code->a;
  for (ptrdiff_t i = 0; i < n; i++) {
    const int sum = r[i] * red + g[i] * green + b[i] * blue + a[i] * alpha + offset;
    d[i] = (uint16_t)held(sum >> shift, 0, most);
  }
}

KERNEL void pixels_alpha8(uint8_t *restrict d, const int16_t *restrict alpha, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (uint8_t)held((alpha[i] * 255 + 8192) >> 14, 0, 255);
}

KERNEL void pixels_alpha16(uint16_t *restrict d, const int16_t *restrict alpha, ptrdiff_t n, int16_t most) {
  for (ptrdiff_t i = 0; i < n; i++) d[i] = (uint16_t)held((alpha[i] * most + 8192) >> 14, 0, most);
}

KERNEL void pixels_straight(int16_t *d, const int16_t *c, const int16_t *restrict alpha, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int a = alpha[i];
    const float whole = (float)c[i] * (a > 0 ? 16384.0f / (float)a : 0.0f);
    // Moved above 0, where cutting off is rounding down.
    const int value = (int)((whole < -32767.0f ? -32767.0f : whole > 32766.0f ? 32766.0f : whole) + 32768.5f) - 32768;
    d[i] = (int16_t)(a > 0 ? value : -8192);
  }
}
