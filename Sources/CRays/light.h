// The sun or the moon, and the air that scatters its light: what is known of them once for all pictures.
#pragma once

#include "noise.h"

/// The light of the sky by direction, as a picture of the upper half: columns about y, rows closer together at the horizon.
struct Dome {
  static constexpr int columns = 96, rows = 48;
  f3 light[rows][columns];

  /// What comes from a direction; below the horizon what comes from the horizon itself.
  f3 operator()(f3 d) const;
  static f3 direction(int row, int column);
};

/// The first nine spherical harmonics of the light of all directions (Ramamoorthi and Hanrahan, "An Efficient
/// Representation for Irradiance Environment Maps", 2001).
struct Harmonics {
  f3 c[9];
  void add(f3 d, f3 light);
  /// What falls on a surface whose normal is `n`, of all its surroundings.
  f3 irradiance(f3 n) const;
};

/// How high what closes the view stands over the horizon, by direction, in three layers; sines of angles.
struct Ridges {
  static constexpr int columns = 4096;
  float heights[3][columns];
  float top = 0;
  float height(float x, float z, int layer) const {
    float at = (turns(z, x) + 0.5f) * columns;
    int i = floored(at);
    float a = heights[layer][i & (columns - 1)], b = heights[layer][(i + 1) & (columns - 1)];
    return mix(a, b, at - static_cast<float>(i));
  }
  void raise(const CRSet &set);
};

struct Light {
  /// Towards what shines, and what it gives a surface that faces it: the sun by day, the moon by night.
  f3 way, sun;
  /// The radius of its disc as an angle; how much night it is, 0 to 1.
  float radius, night;
  Dome dome;
  Harmonics ambient;
  Ridges ridges;
  /// The mean light of the horizon, and of the ground.
  f3 horizon, ground;
  /// By what the light is multiplied before it is printed.
  float exposure;
};

void kindle(Light &light, const CRSet &set);
