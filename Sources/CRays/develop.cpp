// From light to bytes: glare, the lens's dark corners, a film's curve, the manner of the look, and grain against bands.
#include "picture.h"

void CRPicture::shrink(int first, int end) {
  for (int y = (first + 3) / 4; y < (end + 3) / 4; y++)
    for (int x = 0; x < small_width(); x++) {
      f3 sum = 0;
      int count = 0;
      for (int v = 4 * y; v < least(4 * y + 4, height); v++)
        for (int u = 4 * x; u < least(4 * x + 4, width); u++, count++) sum += least(print[index(u, v)] * sun().exposure, 24);
      small[static_cast<size_t>(y) * static_cast<size_t>(small_width()) + static_cast<size_t>(x)] = sum * (1 / static_cast<float>(count));
    }
}

namespace {

/// Glare falls off on each side of a light, wide as a fortieth of the picture.
f3 blurred(const f3 *line, int stride, int count, int at, int reach) {
  f3 sum = 0;
  float total = 0;
  for (int k = -reach; k <= reach; k++) {
    int i = at + k < 0 ? 0 : at + k >= count ? count - 1 : at + k;
    float off = static_cast<float>(k) / static_cast<float>(reach + 1), weight = (1 - off * off) * (1 - off * off);
    sum += line[static_cast<ptrdiff_t>(i) * stride] * weight;
    total += weight;
  }
  return sum * (1 / total);
}

f3 filmed(f3 c) {
  // Hill's fit of the Academy's reference transforms (2016).
  c *= 1 / 0.6f;
  f3 v = vec(0.59719f, 0.076f, 0.0284f) * c.x + vec(0.35458f, 0.90834f, 0.13383f) * c.y + vec(0.04823f, 0.01566f, 0.83777f) * c.z;
  v = (v * (v + 0.0245786f) - 0.000090537f) / (v * (0.983729f * v + 0.432951f) + 0.238081f);
  return vec(1.60475f, -0.10208f, -0.00327f) * v.x + vec(-0.53108f, 1.10813f, -0.07276f) * v.y + vec(-0.07367f, -0.00605f, 1.07602f) * v.z;
}

/// sRGB's curve, by the root of what is coded, from 0 to 255.
struct Codes {
  static constexpr int count = 1024;
  float code[count + 2];
  Codes() {
    for (int i = 0; i < count + 2; i++) {
      float r = static_cast<float>(i) / count, x = r * r;
      code[i] = 255 * (x <= 0.0031308f ? 12.92f * x : 1.055f * power(x, 1 / 2.4f) - 0.055f);
    }
  }
  f3 operator()(f3 x) const {
    f3 at = __builtin_elementwise_sqrt(least(most(x, 0), 1)) * static_cast<float>(count);
    auto i = __builtin_convertvector(at, int __attribute__((ext_vector_type(3))));
    f3 low = vec(code[i.x], code[i.y], code[i.z]), high = vec(code[i.x + 1], code[i.y + 1], code[i.z + 1]);
    return low + (high - low) * (at - __builtin_convertvector(i, f3));
  }
};
const Codes codes;

struct Grade {
  const CRPicture &picture;
  uint32_t salt;

  f3 operator()(f3 c, int x, int y) const {
    switch (picture.set().look) {
    case CRLookNoir: {
      float tone = dot(filmed(c * 1.05f), vec(0.45f, 0.4f, 0.15f));
      float hard = eased(-0.02f, 0.92f, tone);
      float grain = (unit(mixed(x, y, static_cast<int>(salt))) - 0.5f) * 0.03f;
      return vec(1, 1, 1) * held(hard * hard * 0.35f + hard * 0.65f + grain * (1 - hard * 0.6f));
    }
    case CRLookPaper: {
      float u = static_cast<float>(x), v = static_cast<float>(y);
      float fiber = octaves(f2{u * 0.11f, v * 0.13f}, 2, 0) * 0.6f + noise(u * 0.9f, v * 0.35f) * 0.4f;
      return filmed(c) * (0.92f + 0.13f * fiber);
    }
    case CRLookClay: return filmed(c * vec(1.04f, 1, 0.95f));
    case CRLookNeon: return filmed(c * vec(0.95f, 0.9f, 1.12f));
    default: return filmed(c);
    }
  }
};

float glare_of(int look) { return look == CRLookNeon ? 0.35f : look == CRLookToon || look == CRLookPaper ? 0 : 0.05f; }

}  // namespace

void CRPicture::spread_across(int first, int end) {
  int reach = most(2, static_cast<float>(small_width()) / 32);
  for (int y = (first + 3) / 4; y < (end + 3) / 4; y++)
    for (int x = 0; x < small_width(); x++) {
      size_t row = static_cast<size_t>(y) * static_cast<size_t>(small_width());
      spread[row + static_cast<size_t>(x)] = blurred(&small[row], 1, small_width(), x, reach);
    }
}

void CRPicture::spread_down(int first, int end) {
  int reach = most(2, static_cast<float>(small_width()) / 32);
  for (int y = (first + 3) / 4; y < (end + 3) / 4; y++)
    for (int x = 0; x < small_width(); x++)
      small[static_cast<size_t>(y) * static_cast<size_t>(small_width()) + static_cast<size_t>(x)] =
        blurred(&spread[static_cast<size_t>(x)], small_width(), small_height(), y, reach);
}

/// The glare at a pixel, between the four nearest of the small picture.
static f3 glare_at(const CRPicture &p, int x, int y) {
  float u = held((static_cast<float>(x) + 0.5f) / 4 - 0.5f, 0, static_cast<float>(p.small_width() - 1));
  float v = held((static_cast<float>(y) + 0.5f) / 4 - 0.5f, 0, static_cast<float>(p.small_height() - 1));
  int i = static_cast<int>(u), j = static_cast<int>(v), w = p.small_width();
  int k = i + 1 < w ? i + 1 : i, l = j + 1 < p.small_height() ? j + 1 : j;
  auto small = [&](int x, int y) { return p.small[static_cast<size_t>(y * w + x)]; };
  return mix(mix(small(i, j), small(k, j), u - static_cast<float>(i)), mix(small(i, l), small(k, l), u - static_cast<float>(i)), v - static_cast<float>(j));
}

void crays_print(const CRPicture *picture, int32_t first_row, int32_t end_row, uint8_t *bytes, int64_t stride) {
  const CRPicture &p = *picture;
  float glare = glare_of(p.set().look), exposure = p.sun().exposure;
  Grade grade{p, static_cast<uint32_t>(floored(p.stage.time * 24)) * (p.set().look == CRLookNoir)};
  float half = static_cast<float>(p.width) / 2;
  for (int y = first_row; y < end_row; y++) {
    uint8_t *row = bytes + (y - first_row) * stride;
    for (int x = 0; x < p.width; x++) {
      f3 c = p.print[p.index(x, y)] * exposure;
      if (glare > 0) c = mix(c, glare_at(p, x, y), glare);
      float dx = (static_cast<float>(x) - half) / half, dy = (static_cast<float>(y) - static_cast<float>(p.height) / 2) / half;
      float off = dx * dx + dy * dy;
      c = grade(most(c * (1 - 0.16f * off), 0), x, y);
      f3 code = least(codes(c) + unit(mixed(x, y, 11)), 255);
      for (int i = 0; i < 3; i++) row[4 * x + i] = static_cast<uint8_t>(code[i]);
      row[4 * x + 3] = 255;
    }
  }
}
