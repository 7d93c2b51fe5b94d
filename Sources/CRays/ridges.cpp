// What closes the view at the horizon: hills, trees, mountains, houses or dunes, in three layers.
#include "light.h"

/// The tops of trees that stand side by side: round, each of its own size.
static float crowns(float turn, float count, int salt) {
  float at = (turn + 1) * count, top = 0;
  for (int i = floored(at) - 1; i <= floored(at) + 1; i++) {
    int trees = static_cast<int>(count), tree = (i % trees + trees) % trees;
    float off = (at - static_cast<float>(i) - 0.25f - 0.5f * chance(tree, salt)) / (0.6f + 0.5f * chance(tree, salt, 1));
    top = most(top, root(1 - off * off) * (0.4f + 0.6f * chance(tree, salt, 2)));
  }
  return top;
}

static float ridge(const CRSet &set, float x, float z, int layer) {
  float far = static_cast<float>(layer);
  f2 p = f2{x, z} + (static_cast<float>(set.seed % 97) + far * 13);
  switch (set.horizon) {
  case CRMountains: {
    float f = octaves(p * (2.2f + 1.8f * far), 4, 0) + 0.06f * octaves(p * 40, 3, 0);
    return (0.02f + 0.36f * f * f) * (0.5f + 0.25f * far);
  }
  case CRTrees: {
    float turn = turns(z, x), leaves = 0.012f * octaves(p * 160, 3, 0);
    return 0.006f + 0.014f * far + 0.028f * octaves(p * 5, 2, 0) + 0.04f * crowns(turn, 90 + 60 * far, layer) + 0.02f * crowns(turn, 230, layer + 9) + leaves;
  }
  case CRHouses: {
    float tall = chance(floored((turns(z, x) + 1) * (90 - 20 * far)), layer, 5);
    return 0.02f + 0.03f * far + 0.07f * tall * tall;
  }
  case CRDunes: return 0.006f + 0.04f * octaves(p * (2 + 1.6f * far), 2, 0);
  default: return 0.008f + 0.012f * far + 0.07f * octaves(p * (1.7f + 1.4f * far), 4, 0);
  }
}

void Ridges::raise(const CRSet &set) {
  for (int layer = 0; layer < 3; layer++)
    for (int c = 0; c < columns; c++) {
      float turn = (static_cast<float>(c) + 0.5f) / columns - 0.5f;
      heights[layer][c] = ridge(set, sine_of_turns(turn + 0.25f), sine_of_turns(turn), layer);
      top = most(top, heights[layer][c] + 0.01f);
    }
}
