// Lays bodies into the cells of a sieve.
#include "sieve.h"

#include <algorithm>

void Window::spread(f3 low, f3 high, int cells) {
  columns = rows = cells;
  scale_x = static_cast<float>(cells) / most(high.x - low.x, 1e-3f);
  scale_y = static_cast<float>(cells) / most(high.y - low.y, 1e-3f);
  shift_x = -low.x * scale_x;
  shift_y = -low.y * scale_y;
}

/// Whether a ball is beside what a window shows.
static bool beside(const Window &seen, f3 middle, float radius) {
  f3 q = middle - seen.place;
  float far = dot(q, seen.ahead);
  auto outside = [=](float across, float edge) { return across - edge * far > radius * __builtin_sqrtf(1 + edge * edge); };
  float x = dot(q, seen.right), y = dot(q, seen.down);
  return outside(-x, seen.shift_x / seen.scale_x) || outside(x, (static_cast<float>(seen.columns) - seen.shift_x) / seen.scale_x)
      || outside(-y, seen.shift_y / seen.scale_y) || outside(y, (static_cast<float>(seen.rows) - seen.shift_y) / seen.scale_y);
}

bool Sieve::covers(const Window &seen, const Hull &hull, float slack, Covered &covered) {
  f3 low = vec(1e9f, 1e9f, 0), high = vec(-1e9f, -1e9f, 0);
  int behind = 0;
  for (int corner = 0; corner < 8; corner++) {
    f3 q = hull.middle - seen.place;
    for (int i = 0; i < 3; i++) q += hull.axes[i] * (corner >> i & 1 ? hull.half[i] + slack : -hull.half[i] - slack);
    float away = seen.parallel ? 1 : dot(q, seen.ahead);
    if (away < 1e-3f) behind++;
    f3 at = vec(dot(q, seen.right), dot(q, seen.down), 0) * (1 / most(away, 1e-3f));
    for (int i = 0; i < 2; i++) {
      low[i] = least(low[i], at[i]);
      high[i] = most(high[i], at[i]);
    }
  }
  if (behind == 8) return false;
  covered = {0, seen.columns, 0, seen.rows, {}};
  // What is also behind the window may be seen anywhere in it.
  if (behind > 0) return !beside(seen, hull.middle, hull.radius() + 2 * slack);
  // A little more on each side, for what rounding takes.
  constexpr float rim = 0.01f;
  covered.left = cut(held(low.x * seen.scale_x + seen.shift_x - rim, 0, static_cast<float>(seen.columns)));
  covered.right = least(static_cast<float>(cut(high.x * seen.scale_x + seen.shift_x + rim) + 1), static_cast<float>(seen.columns));
  covered.top = cut(held(low.y * seen.scale_y + seen.shift_y - rim, 0, static_cast<float>(seen.rows)));
  covered.bottom = least(static_cast<float>(cut(high.y * seen.scale_y + seen.shift_y + rim) + 1), static_cast<float>(seen.rows));
  return covered.left < covered.right && covered.top < covered.bottom;
}

void Sieve::list(std::vector<Covered> &all) {
  constexpr uint64_t most_entries = 1 << 19;
  uint64_t total = 0;
  for (const Covered &c : all) total += static_cast<uint64_t>(c.right - c.left) * static_cast<uint64_t>(c.bottom - c.top);
  starts.clear();
  if (total > most_entries) return;
  std::sort(all.begin(), all.end(), [](const Covered &a, const Covered &b) {
    return a.listed.near != b.listed.near ? a.listed.near < b.listed.near : a.listed.standing < b.listed.standing;
  });
  starts.assign(static_cast<size_t>(window.columns * window.rows) + 1, 0);
  auto each = [&](auto visit) {
    for (const Covered &c : all)
      for (int y = c.top; y < c.bottom; y++)
        for (int x = c.left; x < c.right; x++) visit(static_cast<size_t>(y * window.columns + x), c.listed);
  };
  each([&](size_t cell, const Listed &) { starts[cell + 1]++; });
  for (size_t cell = 1; cell < starts.size(); cell++) starts[cell] += starts[cell - 1];
  entries.resize(total);
  std::vector<uint32_t> next(starts.begin(), starts.end() - 1);
  each([&](size_t cell, const Listed &listed) { entries[next[cell]++] = listed; });
}

Lantern::Lantern(f3 place, float radius, const std::vector<Outline> &outlines) {
  constexpr int cells = 24;
  const f3 axes[3] = {vec(1, 0, 0), vec(0, 1, 0), vec(0, 0, 1)};
  for (int i = 0; i < 6; i++) {
    Window window{place, axes[(i / 2 + 1) % 3], axes[(i / 2 + 2) % 3], i & 1 ? -axes[i / 2] : axes[i / 2]};
    window.spread(vec(-1, -1, 0), vec(1, 1, 0), cells);
    sides[i].fill(window, outlines, [=](const Hull &) { return radius; });
  }
}

bool Lantern::works() const {
  return std::all_of(sides, sides + 6, [](const Sieve &side) { return side.works(); });
}
