// The waves of a picture: sines with the directions of a wind sea, as they are at its time.
#pragma once

#include "noise.h"

struct Wave {
  float x, z;    // the way it goes
  float many;    // to a metre
  float steep;   // the greatest slope
  float phase;   // in turns, at the origin
};

struct Waves {
  Wave all[9];

  Waves(const CRSet &s, float time) {
    float heading = s.wind.x * s.wind.x + s.wind.z * s.wind.z > 0.01f ? turns(s.wind.z, s.wind.x) : 0.1f;
    float length = most(s.waves.y, 0.05f), height = s.waves.x * 0.5f;
    for (int i = 0; i < 9; i++, length *= 0.67f, height *= 0.6f) {
      float angle = heading + (chance(i, 3) - 0.5f) * 0.62f;
      // Deep water: the speed of a wave goes with the root of its length (c² = gλ/2π).
      float rate = root(9.81f / (2 * pi * length));
      all[i] = {sine_of_turns(angle + 0.25f), sine_of_turns(angle), 1 / length, height * 2 * pi / length,
                chance(i, 9) - time * rate + 0.25f};
    }
  }
};
