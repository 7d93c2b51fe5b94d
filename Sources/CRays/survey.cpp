// The doors that Swift opens: a picture's life, its passes, and what is where in it.
#include "picture.h"

/// Sheets that an earlier picture gave back, or none yet.
static Sheets taken(CRWorld &world) {
  std::lock_guard guard(world.idle_lock);
  if (world.idle.empty()) return {};
  Sheets sheets = std::move(*world.idle.back());
  world.idle.pop_back();
  return sheets;
}

CRPicture::CRPicture(CRWorld &world, const CRMoment &moment)
    : Sheets(taken(world)), stage(world, moment), camera(moment.camera), width(world.set.width), height(world.set.height) {
  size_t area = static_cast<size_t>(width) * static_cast<size_t>(height);
  texels.resize(area);
  colors.resize(area);
  edges.resize(area);
  lit.resize(area);
  light.resize(area);
  print.resize(area);
  small.resize(static_cast<size_t>(small_width()) * static_cast<size_t>(small_height()));
  spread.resize(small.size());
  streaks = ::streaks(*this, moment);
}

CRPicture::~CRPicture() {
  try {
    auto sheets = std::make_unique<Sheets>(std::move(static_cast<Sheets &>(*this)));
    std::lock_guard guard(stage.world->idle_lock);
    stage.world->idle.push_back(std::move(sheets));
  } catch (...) {
    // Without memory to keep memory in, it is freed.
  }
}

CRPicture *crays_begin(CRWorld *world, const CRMoment *moment) {
  try {
    return new CRPicture(*world, *moment);
  } catch (...) {
    return nullptr;
  }
}

void crays_end(CRPicture *picture) { delete picture; }

using Pass = void (CRPicture::*)(int, int);
static constexpr Pass passes[] = {
  &CRPicture::look, &CRPicture::smooth_across, &CRPicture::smooth_down, &CRPicture::smooth_far_across,
  &CRPicture::smooth_far_down, &CRPicture::gather, &CRPicture::mark, &CRPicture::refine, &CRPicture::soften, &CRPicture::shrink,
  &CRPicture::spread_across, &CRPicture::spread_down,
};

int32_t crays_passes(void) { return sizeof passes / sizeof *passes; }

void crays_expose(CRPicture *picture, int32_t pass, int32_t first_row, int32_t end_row) {
  (picture->*passes[pass])(first_row, end_row);
}

CRVector crays_sky(const CRWorld *world, CRVector direction) {
  return plain(world->light.dome(normalized(vec(direction))));
}

float crays_fresnel(float cosine, float ratio) {
  float inner;
  return fresnel(cosine, ratio, inner);
}

/// How far a place on a body goes on the picture while the shutter is open.
static f2 motion(const CRPicture &picture, const Hit &hit) {
  if (hit.standing < 0) return {0, 0};
  const Standing &body = picture.stage.standing[static_cast<size_t>(hit.standing)];
  f3 inside = body.opening.mixed(body.closing, 0.5f).inverse(hit.place);
  f2 from, to;
  float away;
  bool seen = projected(picture.camera, picture.width, picture.height, body.opening(inside), from, away);
  return seen && projected(picture.camera, picture.width, picture.height, body.closing(inside), to, away) ? to - from : f2{0, 0};
}

void crays_survey(const CRPicture *picture, int32_t row, CRSight *sights) {
  const CRPicture &p = *picture;
  const CRCamera &camera = p.camera;
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
