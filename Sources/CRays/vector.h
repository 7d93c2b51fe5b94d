// Vectors of three, in the lanes of the processor.
#pragma once

#include <cmath>
#include <cstdint>

#include "CRays.h"

// Sums and products round one by one, never fused, so that every processor gets the same bits.
#pragma clang fp contract(off)

using f3 = float __attribute__((ext_vector_type(3)));

inline f3 vec(float x, float y, float z) { return f3{x, y, z}; }
inline f3 vec(CRVector v) { return f3{v.x, v.y, v.z}; }
inline CRVector plain(f3 v) { return {v.x, v.y, v.z}; }

inline float dot(f3 a, f3 b) {
  f3 p = a * b;
  return p.x + p.y + p.z;
}
inline f3 cross(f3 a, f3 b) { return a.yzx * b.zxy - a.zxy * b.yzx; }
inline float root(float x) { return x > 0 ? __builtin_sqrtf(x) : 0; }
inline float length(f3 a) { return root(dot(a, a)); }
inline f3 normalized(f3 a) {
  float square = dot(a, a);
  return square > 1e-30f ? a * (1 / __builtin_sqrtf(square)) : vec(0, 1, 0);
}
inline f3 reflected(f3 d, f3 n) { return d - n * (2 * dot(d, n)); }

inline float least(float a, float b) { return a < b ? a : b; }
inline float most(float a, float b) { return a > b ? a : b; }
inline float held(float x, float low = 0, float high = 1) { return x < low ? low : x > high ? high : x; }
inline f3 most(f3 a, f3 b) { return __builtin_elementwise_max(a, b); }
inline f3 least(f3 a, f3 b) { return __builtin_elementwise_min(a, b); }
inline f3 most(f3 a, float b) { return most(a, f3(b)); }
inline f3 least(f3 a, float b) { return least(a, f3(b)); }
inline f3 absolute(f3 a) { return __builtin_elementwise_abs(a); }
inline float largest(f3 a) { return most(a.x, most(a.y, a.z)); }
inline float luma(f3 c) { return dot(c, vec(0.2126f, 0.7152f, 0.0722f)); }

template <typename T> inline T mix(T a, T b, float f) { return a + (b - a) * f; }
/// From 0 at `low` to 1 at `high`, with level ends; `low` may be the greater one.
inline float eased(float low, float high, float x) {
  float f = held((x - low) / (high - low));
  return f * f * (3 - 2 * f);
}

/// Two directions that are square to a unit vector and to each other (Duff et al., "Building an Orthonormal Basis,
/// Revisited", 2017).
struct Basis {
  f3 x, y, z;
  explicit Basis(f3 n) : z(n) {
    float sign = n.z < 0 ? -1.0f : 1.0f, a = -1 / (sign + n.z), b = n.x * n.y * a;
    x = vec(1 + sign * n.x * n.x * a, sign * b, -sign * n.x);
    y = vec(b, sign + n.y * n.y * a, -n.y);
  }
  f3 operator()(f3 v) const { return x * v.x + y * v.y + z * v.z; }
};

/// A unit quaternion.
struct Turn {
  f3 v;
  float w;
  f3 operator()(f3 p) const {
    f3 twice = cross(v, p) * 2;
    return p + twice * w + cross(v, twice);
  }
  Turn inverse() const { return {-v, w}; }
  Turn mixed(Turn other, float f) const {
    float sign = dot(v, other.v) + w * other.w < 0 ? -1.0f : 1.0f;
    f3 u = mix(v, other.v * sign, f);
    float t = mix(w, other.w * sign, f), square = dot(u, u) + t * t;
    float scale = square > 1e-20f ? 1 / __builtin_sqrtf(square) : 0;
    return square > 1e-20f ? Turn{u * scale, t * scale} : *this;
  }
};

struct Place;

/// A place with the way back from it, for what is asked often.
struct Frame {
  f3 position, in[3];  // what the world's axes are in its space
  explicit Frame(const Place &place);
  f3 turned_in(f3 d) const { return in[0] * d.x + in[1] * d.y + in[2] * d.z; }
  f3 brought_in(f3 p) const { return turned_in(p - position); }
  f3 turned_out(f3 d) const { return vec(dot(in[0], d), dot(in[1], d), dot(in[2], d)); }
};

struct Place {
  f3 position;
  Turn turn;
  explicit Place(CRPose p) : position(vec(p.position)), turn{vec(p.axis), p.w} {}
  Place(f3 position, Turn turn) : position(position), turn(turn) {}
  f3 operator()(f3 p) const { return turn(p) + position; }
  f3 inverse(f3 p) const { return turn.inverse()(p - position); }
  Place mixed(const Place &other, float f) const { return {mix(position, other.position, f), turn.mixed(other.turn, f)}; }
};

inline Frame::Frame(const Place &place) : position(place.position) {
  for (int i = 0; i < 3; i++) in[i] = place.turn.inverse()(vec(i == 0, i == 1, i == 2));
}
