// Which of all ways a ray may take are tried. The sixteen pixels of a square of four by four take the sixteen points of
// one (0,2)-net, so that the mean of any such square is that of an even spread (Keller and Heidrich, "Interleaved
// Sampling", 2001). Choices stay where they are on the screen: nothing crawls.
#pragma once

#include "elementary.h"
#include "noise.h"

struct Chooser {
  uint32_t index;

  /// The next sample of a pixel is another point of the net; with `varied` the nets of neighbouring squares are not alike,
  /// which asks for smoothing over all four of them.
  Chooser(int column, int row, int sample, bool varied) {
    constexpr uint8_t order[16] = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};
    uint32_t n = static_cast<uint32_t>(sample);
    uint32_t square = varied ? (static_cast<uint32_t>(column) >> 2 & 1) | (static_cast<uint32_t>(row) >> 1 & 2) : 0;
    index = ((order[(row & 3) * 4 + (column & 3)] + 5 * n) & 15) | ((square + 4 * n) & 15) << 4;
  }

  /// A point of the unit square; every `purpose` has its own order of the same points.
  f2 operator()(uint32_t purpose) const { return choice(purpose).square; }
  /// The same point on the unit disc.
  f3 disc(uint32_t purpose) const { return choice(purpose).disc; }

  struct Choice {
    f2 square;
    f3 disc;
  };

private:
  static uint32_t reversed(uint32_t bits) { return __builtin_bitreverse32(bits); }
  static uint32_t sobol(uint32_t i) {
    uint32_t sum = 0;
    for (uint32_t v = 1u << 31; i; i >>= 1, v ^= v >> 1)
      if (i & 1) sum ^= v;
    return sum;
  }

  static Choice made(uint32_t index, uint32_t purpose) {
    // An order moves points inside each half of the net alone: half of the pixels, as on a chessboard, take one half, and that is
    // an even spread again.
    uint32_t i = (index & ~7u) | ((index * (2 * (purpose & 3) + 1) + purpose * 5) & 7), salt = mixed(purpose);
    f2 u{unit(reversed(i) ^ salt), unit(sobol(i) ^ mixed(salt))};
    float r = root(u.x);
    return {u, vec(r * sine_of_turns(u.y + 0.25f), r * sine_of_turns(u.y), 0)};
  }

  /// The first choices of each purpose, made once.
  struct Table {
    static constexpr uint32_t purposes = 32, count = 256;
    Choice choices[purposes][count];
    Table() {
      for (uint32_t p = 0; p < purposes; p++)
        for (uint32_t i = 0; i < count; i++) choices[p][i] = made(i, p);
    }
  };
  static const Table table;
  Choice choice(uint32_t purpose) const {
    return index < Table::count && purpose < Table::purposes ? table.choices[purpose][index] : made(index, purpose);
  }
};
inline const Chooser::Table Chooser::table;

/// About z, as often as a matt surface sends light there.
inline f3 on_dome(f3 disc) { return vec(disc.x, disc.y, root(1 - disc.x * disc.x - disc.y * disc.y)); }
