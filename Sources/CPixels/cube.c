#include "CPixels.h"
#include "versions.h"

// A table of colours on a lattice, interpolated in tetrahedra: of the cube around a colour, the four corners on the way
// from the lowest to the highest along its longest, its middle and its shortest part.

typedef float corner __attribute__((vector_size(16)));

static inline float least(float a, float b) { return a < b ? a : b; }
static inline float most(float a, float b) { return a > b ? a : b; }

KERNEL void pixels_cube(pixels_row d, const pixels_color_cube *restrict cube, float amount, ptrdiff_t n) {
  const corner *restrict corners = (const corner *)cube->corners;
  const ptrdiff_t size = cube->size, steps[3] = {1, size, size * size};
  const float last = (float)(size - 1);
  for (ptrdiff_t i = 0; i < n; i++) {
    const int alpha = d.a[i], half = alpha >> 1;
    if (alpha <= 0) continue;
    const float unit = 1.0f / (float)alpha;
    const float straight[3] = {
      (float)(d.r[i] + half) * unit, (float)(d.g[i] + half) * unit, (float)(d.b[i] + half) * unit};
    float part[3];
    ptrdiff_t at = 0;
    for (int c = 0; c < 3; c++) {
      const float place = most(least((straight[c] - cube->low[c]) * cube->pace[c], last), 0.0f);
      const int whole = (int)least(place, last - 1.0f);
      part[c] = place - (float)whole;
      at += whole * steps[c];
    }
    int x = 0, y = 1, z = 2, t;
    if (part[x] < part[y]) t = x, x = y, y = t;
    if (part[y] < part[z]) t = y, y = z, z = t;
    if (part[x] < part[y]) t = x, x = y, y = t;
    const ptrdiff_t b = at + steps[x], c = b + steps[y], e = c + steps[z];
    const corner found = corners[at] * (1.0f - part[x]) + corners[b] * (part[x] - part[y])
      + corners[c] * (part[y] - part[z]) + corners[e] * part[z];
    int16_t *to[3] = {d.r + i, d.g + i, d.b + i};
    for (int k = 0; k < 3; k++) {
      const float value = straight[k] + (most(least(found[k], 1.0f), 0.0f) - straight[k]) * amount;
      *to[k] = (int16_t)((int32_t)(most(value, 0.0f) * (float)alpha + 0.5f) - half);
    }
  }
}
