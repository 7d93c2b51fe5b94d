// Elementary functions made of + − × ÷ alone: the system's differ between processors. Good to about six digits.
#pragma once

#include <cstring>
#include <initializer_list>

#include "vector.h"

constexpr float pi = 3.14159265f;

inline int floored(float x) {
  x = held(x, -1e9f, 1e9f);
  int i = static_cast<int>(x);
  return i - (static_cast<float>(i) > x);
}

/// 2ˣ, held to the range of numbers: Taylor's series about the nearest whole number.
inline float exp2(float x) {
  x = held(x, -120, 120);
  int whole = floored(x + 0.5f);
  float y = (x - static_cast<float>(whole)) * 0.69314718f;
  float sum = 1 + y * (1 + y * (0.5f + y * (0.16666667f + y * (0.041666668f + y * (0.0083333338f + y * 0.0013888889f)))));
  uint32_t bits = static_cast<uint32_t>(whole + 127) << 23;
  float scale;
  memcpy(&scale, &bits, 4);
  return sum * scale;
}
inline float exp(float x) { return exp2(x * 1.44269504f); }
inline f3 exp(f3 x) { return vec(exp(x.x), exp(x.y), exp(x.z)); }

/// Of what is above 0: the exponent, and the series of artanh on the mantissa.
inline float log2(float x) {
  uint32_t bits;
  x = most(x, 1e-37f);
  memcpy(&bits, &x, 4);
  uint32_t shifted = bits - 0x3f3504f3;  // so that the mantissa lies between the roots of ½ and 2
  int exponent = static_cast<int>(shifted) >> 23;
  bits = (shifted & 0x7fffff) + 0x3f3504f3;
  float m;
  memcpy(&m, &bits, 4);
  float z = (m - 1) / (m + 1), s = z * z;
  return static_cast<float>(exponent) + z * 2.88539008f * (1 + s * (0.33333333f + s * (0.2f + s * (0.14285714f + s * 0.11111111f))));
}
inline float power(float x, float y) { return x > 0 ? exp2(log2(x) * y) : 0; }

/// The sine of a number of whole turns.
inline float sine_of_turns(float x) {
  x -= static_cast<float>(floored(x + 0.5f));
  if (x > 0.25f) x = 0.5f - x;
  if (x < -0.25f) x = -0.5f - x;
  float y = x * 6.28318531f, s = y * y;
  return y * (1 - s * (0.16666667f - s * (0.0083333333f - s * (0.00019841270f - s * 2.7557319e-6f))));
}
inline float sin(float x) { return sine_of_turns(x * 0.15915494f); }
inline float cos(float x) { return sine_of_turns(x * 0.15915494f + 0.25f); }

/// The angle of a place about the origin, in turns from −½ to ½ (the series of the arctangent, halved twice).
inline float turns(float y, float x) {
  float a = __builtin_fabsf(x), b = __builtin_fabsf(y), big = most(a, b), small = least(a, b);
  float r = big > 0 ? small / big : 0;
  float s = r * r;
  float angle = r * (0.99997726f + s * (-0.33262347f + s * (0.19354346f + s * (-0.11643287f + s * (0.05265332f - s * 0.01172120f)))));
  if (b > a) angle = pi / 2 - angle;
  if (x < 0) angle = pi - angle;
  return (y < 0 ? -angle : angle) * 0.15915494f;
}
