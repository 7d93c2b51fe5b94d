// Which bodies may lie on rays that end in one point: the eye, a lamp, the sun. Seen from there, bodies cover parts of a
// picture, and each of its cells lists those that touch it; so a ray asks few bodies, and most rays ask none. What a cell
// leaves out cannot be met: with a sieve and without one the picture is the same.
#pragma once

#include <vector>

#include "vector.h"

/// A box in any position, which holds a body while the shutter is open.
struct Hull {
  f3 middle, axes[3], half;
  float radius() const { return length(half); }
  static Hull upright(f3 low, f3 high) {
    return {(low + high) * 0.5f, {vec(1, 0, 0), vec(0, 1, 0), vec(0, 0, 1)}, (high - low) * 0.5f};
  }
};

/// A body that a sieve may list: a number of `Stage::standing`, or −1 for triangles, which Embree finds.
struct Outline {
  Hull hull;
  int standing;
};

struct Listed {
  f3 middle;   // of a ball that holds it
  float room;  // the square of the ball's radius
  float near;  // no place of it is nearer to the sieve's point
  int standing;
  /// Most of what is listed is missed by far, which this says at once; its margin is beyond all rounding.
  bool misses(f3 o, f3 d) const {
    f3 from = o - middle;
    float along = dot(from, d), rest = dot(from, from) - room;
    return along * along < rest * 0.999f || (along > 0 && rest > 0);
  }
};

struct List {
  const Listed *first = nullptr, *last = nullptr;
  const Listed *begin() const { return first; }
  const Listed *end() const { return last; }
  long count() const { return last - first; }
};

/// What the cells are cut from: a picture as a camera at `place` sees it, or, if `parallel`, one that is infinitely far away.
struct Window {
  f3 place, right, down, ahead;
  bool parallel = false;
  int columns = 0, rows = 0;
  /// A cell's number is a tangent, or a length, times its scale and shifted.
  float scale_x = 0, shift_x = 0, scale_y = 0, shift_y = 0;

  /// Of so many cells over a range of lengths.
  void spread(f3 low, f3 high, int cells);
};

class Sieve {
public:
  /// Whether it was made: where bodies cover too many cells it is not worth its memory.
  bool works() const { return !starts.empty(); }
  /// Lists bodies by nearness. `slack`: how far a ray may be from the line through its cell, at a body.
  template <typename Slack> void fill(const Window &seen, const std::vector<Outline> &outlines, Slack slack);

  List at(int column, int row) const {
    if (column < 0 || row < 0 || column >= window.columns || row >= window.rows) return {};
    size_t cell = static_cast<size_t>(row) * static_cast<size_t>(window.columns) + static_cast<size_t>(column);
    return {entries.data() + starts[cell], entries.data() + starts[cell + 1]};
  }
  /// The cell of a place in a parallel window.
  List above(f3 place) const {
    return at(cut(dot(place, window.right) * window.scale_x + window.shift_x), cut(dot(place, window.down) * window.scale_y + window.shift_y));
  }
  /// The cell of a direction from the window's place, which is before it.
  List towards(f3 d) const {
    float near = 1 / dot(d, window.ahead);
    return at(cut(dot(d, window.right) * near * window.scale_x + window.shift_x), cut(dot(d, window.down) * near * window.scale_y + window.shift_y));
  }

private:
  struct Covered {
    int left, right, top, bottom;  // the first, and one after the last
    Listed listed;
  };
  Window window;
  std::vector<uint32_t> starts;
  std::vector<Listed> entries;

  static int cut(float x) { return static_cast<int>(held(x, -1, 1e6f) + 1) - 1; }
  static bool covers(const Window &seen, const Hull &hull, float slack, Covered &covered);
  void list(std::vector<Covered> &all);
};

template <typename Slack> void Sieve::fill(const Window &seen, const std::vector<Outline> &outlines, Slack slack) {
  window = seen;
  std::vector<Covered> all;
  for (const Outline &outline : outlines) {
    float wide = slack(outline.hull) + 1e-3f;
    Covered covered;
    if (!covers(window, outline.hull, wide, covered)) continue;
    float away = length(outline.hull.middle - window.place) - outline.hull.radius() - 2 * wide;
    float radius = outline.hull.radius();
    covered.listed = {outline.hull.middle, radius * radius, window.parallel ? 0 : most(away, 0), outline.standing};
    all.push_back(covered);
  }
  list(all);
}

/// The six windows of a place that looks around.
struct Lantern {
  Sieve sides[6];
  Lantern(f3 place, float radius, const std::vector<Outline> &outlines);
  bool works() const;
  List towards(f3 d) const {
    f3 a = absolute(d);
    int axis = a.x >= a.y && a.x >= a.z ? 0 : a.y >= a.z ? 1 : 2;
    return sides[2 * axis + (d[axis] < 0)].towards(d);
  }
};
