// Rain and snow: drops and flakes in a box that goes with the camera, and that repeats in the world.
#include "picture.h"

bool projected(const CRCamera &camera, int width, int height, f3 place, f2 &pixel, float &away) {
  f3 from = place - vec(camera.eye);
  away = -dot(from, vec(camera.back));
  if (away < 0.05f) return false;
  float scale = static_cast<float>(height) / (2 * camera.slope * away);
  pixel = {static_cast<float>(width) / 2 + dot(from, vec(camera.right)) * scale, static_cast<float>(height) / 2 - dot(from, vec(camera.up)) * scale};
  return true;
}

namespace {

constexpr float reach = 9;  // half of the box, in metres

/// The place among its repetitions that is nearest to the camera.
float near(float x, float middle) {
  float f = (x - middle + reach) / (2 * reach);
  return middle - reach + (f - static_cast<float>(floored(f))) * 2 * reach;
}

struct Fallers {
  f3 velocity;
  float size, open;  // a drop's radius, and for how long the eye keeps it
  bool sways;
};

f3 place_of(const Fallers &kind, uint32_t i, float time, uint32_t seed, f3 eye) {
  f3 start = vec(unit(mixed(i * 3 + seed)), unit(mixed(i * 3 + 1 + seed)), unit(mixed(i * 3 + 2 + seed))) * (2 * reach);
  f3 p = start + kind.velocity * (time * (0.8f + 0.4f * unit(mixed(i + 77))));
  if (kind.sways) p += vec(sine_of_turns(time * 0.3f + start.x), 0, sine_of_turns(time * 0.23f + start.z)) * 0.3f;
  return vec(near(p.x, eye.x), near(p.y, eye.y), near(p.z, eye.z));
}

void add(std::vector<Streak> &streaks, const CRPicture &picture, const Fallers &kind, int count, float time) {
  const CRCamera &camera = picture.camera;
  f3 eye = vec(camera.eye);
  for (uint32_t i = 0; i < static_cast<uint32_t>(count); i++) {
    f3 place = place_of(kind, i, time, picture.set().seed, eye);
    f2 from, to;
    float away, later;
    if (!projected(camera, picture.width, picture.height, place, from, away) || away < 0.7f) continue;
    if (!projected(camera, picture.width, picture.height, place + kind.velocity * kind.open, to, later)) continue;
    float scale = static_cast<float>(picture.height) / (2 * camera.slope * away), half = kind.size * scale;
    float shown = most(half, 0.55f);
    streaks.push_back({from, to, shown, away, held(half / shown) * (kind.sways ? 0.85f : 0.4f)});
  }
}

}  // namespace

std::vector<Streak> streaks(const CRPicture &picture, const CRMoment &moment) {
  std::vector<Streak> all;
  const CRSet &set = picture.set();
  if (set.enclosure != CROpen) return all;
  f3 wind = vec(set.wind);
  if (set.rain > 0) add(all, picture, {wind + vec(0, -8.5f, 0), 0.003f, 0.02f, false}, static_cast<int>(set.rain * 5000), moment.time);
  if (set.snow > 0) add(all, picture, {wind * 0.8f + vec(0, -1.1f, 0), 0.011f, 0.008f, true}, static_cast<int>(set.snow * 6000), moment.time);
  return all;
}

/// Draws the streaks over rows, as far as nothing stands before them.
void CRPicture::fall(int first, int end) {
  f3 color = (sun().ambient.irradiance(vec(0, 1, 0)) + sun().sun * 0.35f) * (1.1f / pi) + 0.05f / sun().exposure;
  for (const Streak &s : streaks) {
    int top = static_cast<int>(held(least(s.from.y, s.to.y) - s.half - 1, static_cast<float>(first), static_cast<float>(end)));
    int bottom = static_cast<int>(held(most(s.from.y, s.to.y) + s.half + 2, static_cast<float>(first), static_cast<float>(end)));
    int left = static_cast<int>(held(least(s.from.x, s.to.x) - s.half - 1, 0, static_cast<float>(width)));
    int right = static_cast<int>(held(most(s.from.x, s.to.x) + s.half + 2, 0, static_cast<float>(width)));
    f2 along = s.to - s.from;
    float square = most(along.x * along.x + along.y * along.y, 1e-6f);
    for (int y = top; y < bottom; y++)
      for (int x = left; x < right; x++) {
        if (at(x, y).away < s.away) continue;
        f2 p = f2{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} - s.from;
        float part = held((p.x * along.x + p.y * along.y) / square), far = length(p - along * part);
        float cover = held(s.half - far + 0.5f) * s.cover;
        if (cover > 0) print[index(x, y)] = mix(print[index(x, y)], color, cover);
      }
  }
}
