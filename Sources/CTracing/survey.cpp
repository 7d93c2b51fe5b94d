// The doors that Swift opens: a picture's life, its passes, and what is where in it.
#include "picture.h"

/// Sheets that an earlier picture gave back, or none yet.
static Sheets taken(CTWorld &world) {
  std::lock_guard guard(world.idle_lock);
  if (world.idle.empty()) return {};
  Sheets sheets = std::move(*world.idle.back());
  world.idle.pop_back();
  return sheets;
}

CTPicture::CTPicture(CTWorld &world, const CTMoment &moment)
    : Sheets(taken(world)), stage(world, moment), camera(moment.camera), width(world.set.width), height(world.set.height) {
  size_t area = static_cast<size_t>(width) * static_cast<size_t>(height);
  texels.resize(area);
  edges.resize(area);
  lit.resize(area);
  light.resize(area);
  print.resize(area);
  small.resize(static_cast<size_t>(small_width()) * static_cast<size_t>(small_height()));
  spread.resize(small.size());
  streaks = ::streaks(*this, moment);
}

CTPicture::~CTPicture() {
  try {
    auto sheets = std::make_unique<Sheets>(std::move(static_cast<Sheets &>(*this)));
    std::lock_guard guard(stage.world->idle_lock);
    stage.world->idle.push_back(std::move(sheets));
  } catch (...) {
    // Without memory to keep memory in, it is freed.
  }
}

CTPicture *ctracing_begin(CTWorld *world, const CTMoment *moment) {
  try {
    return new CTPicture(*world, *moment);
  } catch (...) {
    return nullptr;
  }
}

void ctracing_end(CTPicture *picture) { delete picture; }

using Pass = void (CTPicture::*)(int, int);
static constexpr Pass passes[] = {
  &CTPicture::look, &CTPicture::mark, &CTPicture::refine, &CTPicture::smooth_across, &CTPicture::smooth_down,
  &CTPicture::smooth_far_across, &CTPicture::smooth_far_down, &CTPicture::gather, &CTPicture::soften, &CTPicture::shrink,
  &CTPicture::spread_across, &CTPicture::spread_down,
};

int32_t ctracing_passes(void) { return sizeof passes / sizeof *passes; }

void ctracing_expose(CTPicture *picture, int32_t pass, int32_t first_row, int32_t end_row) {
  (picture->*passes[pass])(first_row, end_row);
}

CTVector ctracing_sky(const CTWorld *world, CTVector direction) {
  return plain(world->light.dome(normalized(vec(direction))));
}

float ctracing_fresnel(float cosine, float ratio) {
  float inner;
  return fresnel(cosine, ratio, inner);
}

/// How far a place on a body goes on the picture while the shutter is open.
static f2 motion(const CTPicture &picture, const Hit &hit) {
  if (hit.standing < 0) return {0, 0};
  const Standing &body = picture.stage.standing[static_cast<size_t>(hit.standing)];
  if (!body.moves) return {0, 0};
  f3 inside = body.at(0.5f).inverse(hit.place);
  f2 from, to;
  float away;
  bool seen = projected(picture.camera, picture.width, picture.height, body.opening(inside), from, away);
  return seen && projected(picture.camera, picture.width, picture.height, body.closing(inside), to, away) ? to - from : f2{0, 0};
}

void ctracing_survey(const CTPicture *picture, int32_t row, CTSight *sights) {
  const CTPicture &p = *picture;
  const CTCamera &camera = p.camera;
  f3 right = vec(camera.right), up = vec(camera.up), back = vec(camera.back);
  float h = static_cast<float>(p.height), w = static_cast<float>(p.width);
  for (int x = 0; x < p.width; x++) {
    float px = (2 * static_cast<float>(x) + 1 - w) / h * camera.slope, py = (h - 2 * static_cast<float>(row) - 1) / h * camera.slope;
    f3 d = normalized(right * px + up * py - back);
    Hit hit = nearest(p.stage, vec(camera.eye), d, 0, 0.5f);
    bool sky = hit.kind == Kind::sky;
    f3 n = sky ? vec(0, 0, 0) : hit.normal;
    f2 moved = sky ? f2{0, 0} : motion(p, hit);
    sights[x] = {sky ? INFINITY : -hit.t * dot(d, back), {dot(n, right), dot(n, up), dot(n, back)}, moved.x, moved.y, sky ? 0 : hit.owner};
  }
}
