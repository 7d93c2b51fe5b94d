// From rays to light: one ray for each pixel, more where neighbours are not alike, and then the light smoothed.
#include "picture.h"

namespace {

struct Diligence {
  int base, edges, blurred, bounces;
};

Diligence diligence(int quality) {
  switch (quality) {
  case CRDraft: return {1, 2, 4, 0};
  case CRStandard: return {1, 4, 8, 1};
  default: return {8, 12, 40, 2};
  }
}

struct Sum {
  Seen seen;
  int count = 0;
  bool blurs = false, asked_for_nothing = false;
  void add(const Seen &s) {
    // Light is weighed by the colour that it falls on, so that their means keep the product's mean.
    seen.steady += s.steady;
    seen.albedo += s.albedo;
    seen.lit += s.albedo * s.lit;
    seen.normal += s.normal;
    if (s.away < seen.away) seen.away = s.away;
    if (count == 0) seen.owner = s.owner;
    asked_for_nothing |= s.lit.x == unasked;
    blurs |= s.blurs;
    count++;
  }
  Seen mean() const {
    float part = 1 / static_cast<float>(count);
    Seen all = seen;
    all.steady *= part;
    all.albedo *= part;
    for (int i = 0; i < 3; i++) all.lit[i] = all.albedo[i] > 1e-6f ? seen.lit[i] * part / all.albedo[i] : 0;
    if (asked_for_nothing) all.lit = unasked;
    if (dot(seen.normal, seen.normal) > 0) all.normal = normalized(seen.normal);
    all.blurs = blurs;
    return all;
  }
};

f3 finite(f3 c) {
  for (int i = 0; i < 3; i++)
    if (!(c[i] < 1e6f && c[i] > -1e6f)) c[i] = 0;
  return c;
}

}  // namespace

Seen CRPicture::sample(int x, int y, f2 inside, int number, bool lights) const {
  Chooser choose(x, y, number, set().quality != CRDraft);
  float h = static_cast<float>(height), w = static_cast<float>(width);
  float px = (2 * (static_cast<float>(x) + inside.x) - w) / h * camera.slope;
  float py = (h - 2 * (static_cast<float>(y) + inside.y)) / h * camera.slope;
  f3 right = vec(camera.right), up = vec(camera.up), eye = vec(camera.eye);
  f3 d = right * px + up * py - vec(camera.back);
  if (camera.lens > 0) {
    f3 sharp = eye + d * camera.focus, at = choose.disc(for_lens) * camera.lens;
    eye += right * at.x + up * at.y;
    d = sharp - eye;
  }
  // A moment that bodies have frames for.
  float time = static_cast<float>(floored(choose(for_time).x * Stage::moments)) / Stage::moments;
  Course course{stage, choose, time, 2 * camera.slope / h, diligence(set().quality).bounces, lights};
  Seen seen;
  d = normalized(d);
  follow(course, eye, d, nearest_seen(stage, x, y, eye, d, course.time), 3, seen);
  seen.steady = finite(seen.steady);
  seen.albedo = finite(seen.albedo);
  seen.lit = finite(seen.lit);
  return seen;
}

bool CRPicture::out_of_focus(const Texel &texel) const {
  if (camera.lens <= 0) return false;
  // The circle that a point becomes, in pixels: lens · |away − focus| / away, as seen at the focus.
  float away = least(texel.away, 1e5f), circle = 2 * camera.lens * __builtin_fabsf(away - camera.focus) / (most(away, 0.01f) * camera.focus);
  return circle * static_cast<float>(height) / (2 * camera.slope) > 1.2f;
}

/// Light is asked for at every other pixel, as on a chessboard, and the rest is taken from what lies around.
bool CRPicture::asks_for_light(int x, int y) const { return set().quality == CRFine || ((x ^ y) & 1); }

void CRPicture::look(int first, int end) {
  int base = diligence(set().quality).base;
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++) {
      Sum sum;
      for (int n = 0; n < base; n++) {
        Chooser choose(x, y, n, true);
        f2 inside = choose(for_place);
        sum.add(sample(x, y, base == 1 ? f2{0.5f, 0.5f} : inside, n, asks_for_light(x, y)));
      }
      Seen seen = sum.mean();
      Texel texel{seen.normal, seen.away, seen.owner, seen.blurs};
      texel.blurred |= out_of_focus(texel);
      at(x, y) = texel;
      colors[index(x, y)] = {seen.steady, seen.albedo};
      lit[index(x, y)] = seen.lit;
    }
}

/// Whether a pixel is unlike one beside it, as at the edge of a thing.
bool CRPicture::differs(int x, int y) const {
  const Texel &a = at(x, y);
  float scale = sun().exposure, bright = luma(colors[index(x, y)].steady) * scale;
  bool shines = a.owner && (a.owner != water_owner || set().quality != CRDraft);
  for (auto [dx, dy] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
    if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue;
    const Texel &b = at(x + dx, y + dy);
    if (a.owner != b.owner || (a.owner && dot(a.normal, b.normal) < 0.92f)) return true;
    if (a.owner && a.owner != land_owner && __builtin_fabsf(a.away - b.away) > 0.06f * a.away) return true;
    if (!shines) continue;
    float other = luma(colors[index(x + dx, y + dy)].steady) * scale;
    if (__builtin_fabsf(bright - other) > 0.12f + 0.35f * least(bright, other)) return true;
  }
  return false;
}

bool CRPicture::near_blur(int x, int y) const {
  for (int v = y > 0 ? y - 1 : 0; v <= y + 1 && v < height; v++)
    for (int u = x > 0 ? x - 1 : 0; u <= x + 1 && u < width; u++)
      if (at(u, v).blurred) return true;
  return false;
}

void CRPicture::mark(int first, int end) {
  bool blurs = camera.lens > 0 || stage.moves;
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++) edges[index(x, y)] = blurs && near_blur(x, y) ? 2 : differs(x, y) || (at(x, y).owner && lit[index(x, y)].x == unasked);
}

/// How much the light at one pixel says of the light at another: nothing where the thing or its slant is another one.
static float likeness(const Texel &a, const Texel &b) {
  if (a.owner != b.owner || __builtin_fabsf(a.away - b.away) > 0.12f * a.away) return 0;
  return held(dot(a.normal, b.normal) * 8 - 7);
}

/// The mean over one period of the chooser's order, four pixels with this one in their middle, across or down.
f3 CRPicture::smoothed(const std::vector<f3> &lights, int x, int y, int dx, int dy, int reach) const {
  const Texel &middle = at(x, y);
  f3 sum = 0;
  float total = 0;
  for (int k = -reach; k <= reach; k++) {
    int u = x + k * dx, v = y + k * dy;
    if (u < 0 || v < 0 || u >= width || v >= height) continue;
    f3 light = lights[index(u, v)];
    if (light.x == unasked) continue;
    float weight = likeness(middle, at(u, v)) * (k == -reach || k == reach ? 0.5f : 1);
    sum += light * weight;
    total += weight;
  }
  return total > 0 ? sum * (1 / total) : vec(unasked, unasked, unasked);
}

void CRPicture::smooth(const std::vector<f3> &from, std::vector<f3> &to, int first, int end, int dx, int dy, int reach) {
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++)
      if (at(x, y).owner) to[index(x, y)] = smoothed(from, x, y, dx, dy, reach);
}

void CRPicture::smooth_across(int first, int end) { smooth(lit, print, first, end, 1, 0, 2); }
void CRPicture::smooth_down(int first, int end) { smooth(print, lit, first, end, 0, 1, 2); }
// Two squares each way have nets of their own, which four pixels and four pixels on bring together.
void CRPicture::smooth_far_across(int first, int end) {
  if (set().quality != CRDraft) smooth(lit, print, first, end, 4, 0, 1);
}
void CRPicture::smooth_far_down(int first, int end) {
  if (set().quality != CRDraft) smooth(print, lit, first, end, 0, 4, 1);
}

f3 hue_of(uint32_t owner) {
  float turn = unit(mixed(owner * 7919u));
  return vec(0.5f + 0.5f * sine_of_turns(turn), 0.5f + 0.5f * sine_of_turns(turn + 0.333f), 0.5f + 0.5f * sine_of_turns(turn + 0.667f));
}

/// Light times colour, in the manner of the look.
f3 CRPicture::colored(const Colors &colors, uint32_t owner, f3 lit) const {
  float bright = luma(lit) * sun().exposure * 0.55f;
  switch (set().look) {
  case CRLookToon: {
    float bands = 0.34f + 0.33f * eased(0.24f, 0.3f, bright) + 0.33f * eased(0.62f, 0.7f, bright) + 0.12f * eased(1.5f, 1.6f, bright);
    f3 tone = bright > 1e-4f ? lit * (bands / bright) : vec(0, 0, 0);
    return colors.steady * (owner ? 0.7f : 1) + colors.albedo * tone;
  }
  case CRLookNeon: return colors.steady * 0.9f + colors.albedo * lit * 0.45f;
  default: return colors.steady + colors.albedo * lit;
  }
}

/// How much of an edge there is at a pixel: of a thing's outline, or of a crease.
float CRPicture::inked(int x, int y) const {
  float ink = 0;
  const Texel &a = at(x, y);
  for (auto [dx, dy] : {std::pair{1, 0}, {0, 1}, {-1, 0}, {0, -1}}) {
    int u = x + dx, v = y + dy;
    if (u < 0 || v < 0 || u >= width || v >= height) continue;
    const Texel &b = at(u, v);
    bool jump = a.owner != b.owner || __builtin_fabsf(a.away - b.away) > 0.1f * least(a.away, b.away);
    if (a.owner == land_owner && a.owner == b.owner) jump = false;
    float crease = a.owner && a.owner == b.owner && a.owner < water_owner ? held(0.75f - dot(a.normal, b.normal), 0, 0.5f) * 2 : 0;
    ink = most(ink, jump ? 1 : crease);
  }
  return ink;
}

void CRPicture::gather(int first, int end) {
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++) {
      size_t i = index(x, y);
      light[i] = colored(colors[i], texels[i].owner, texels[i].owner ? most(lit[i], 0) : vec(0, 0, 0));
    }
}

/// The smoothed light about a pixel on what is like a sample of it; `unasked` where nothing is.
f3 CRPicture::borrowed(int x, int y, const Seen &seen) const {
  Texel like{seen.normal, seen.away, seen.owner, seen.blurs};
  f3 sum = 0;
  float total = 0;
  for (int v = y > 0 ? y - 1 : 0; v <= y + 1 && v < height; v++)
    for (int u = x > 0 ? x - 1 : 0; u <= x + 1 && u < width; u++) {
      f3 here = lit[index(u, v)];
      float weight = here.x == unasked ? 0 : likeness(like, at(u, v));
      sum += here * weight;
      total += weight;
    }
  return total > 0.1f ? sum * (1 / total) : vec(unasked, unasked, unasked);
}

/// One of a pixel's finer samples, in the light of the pixels about it or, where none is like it, in its own.
f3 CRPicture::refined(int x, int y, f2 inside, int number) const {
  Seen seen = sample(x, y, inside, number, false);
  if (seen.lit.x == unasked) seen.lit = borrowed(x, y, seen);
  if (seen.lit.x == unasked) seen = sample(x, y, inside, number, true);
  return colored({seen.steady, seen.albedo}, seen.owner, seen.lit);
}

void CRPicture::refine(int first, int end) {
  Diligence work = diligence(set().quality);
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++) {
      uint8_t edge = edges[index(x, y)];
      if (!edge) continue;
      int count = edge == 2 ? work.blurred : work.edges, own = work.base == 1 && lit[index(x, y)].x != unasked;
      f3 sum = own ? light[index(x, y)] : vec(0, 0, 0);
      for (int n = 0; n < count; n++) {
        // Places are even over each pixel by itself: its own edge is what is to be found.
        f2 inside{(static_cast<float>(n) + 0.5f) / static_cast<float>(count), unit(__builtin_bitreverse32(static_cast<uint32_t>(n)) ^ mixed(x, y))};
        sum += refined(x, y, inside, n + 1);
      }
      light[index(x, y)] = sum * (1 / static_cast<float>(count + own));
      at(x, y).blurred = edge == 2;
    }
}

void CRPicture::soften(int first, int end) {
  for (int y = first; y < end; y++)
    for (int x = 0; x < width; x++) {
      f3 sum = light[index(x, y)];
      if (at(x, y).blurred) {
        float total = 0;
        sum = 0;
        for (int dy = -1; dy <= 1; dy++)
          for (int dx = -1; dx <= 1; dx++) {
            int u = x + dx, v = y + dy;
            if (u < 0 || v < 0 || u >= width || v >= height || !at(u, v).blurred) continue;
            float weight = (dx ? 1.0f : 2.0f) * (dy ? 1.0f : 2.0f);
            sum += light[index(u, v)] * weight;
            total += weight;
          }
        sum *= 1 / total;
      }
      print[index(x, y)] = sum;
      if (set().look == CRLookToon) print[index(x, y)] *= 1 - 0.93f * inked(x, y);
      if (set().look == CRLookNeon && at(x, y).owner && at(x, y).owner < water_owner) print[index(x, y)] += hue_of(at(x, y).owner) * (inked(x, y) * 1.6f / sun().exposure);
    }
  fall(first, end);
}
