// What light becomes on a surface.
#pragma once

#include "balls.h"
#include "chooser.h"
#include "marks.h"
#include "sky.h"
#include "water.h"

/// Purposes of chance, each with an order of its own.
enum Purpose : uint32_t { for_place, for_time, for_lens, for_sun, for_sky, for_gloss, for_lamps, for_bounce = 8 };

/// How one ray is followed: what is decided for it once.
struct Course {
  const Stage &stage;
  Chooser choose;
  float time, width;  // of the shutter's time; what a pixel sees, as an angle
  int bounces;
  bool lights;  // whether the light on matt surfaces is asked for
  bool direct = false;  // seen by way of a mirror, where what stands near takes no light; but for `fine`
  const CRWorld &world() const { return *stage.world; }
  const CRSet &set() const { return stage.world->set; }
  const Light &light() const { return stage.world->light; }
  /// The same for what is seen by way of a mirror.
  Course mirrored() const { return {stage, choose, time, width, bounces, true, set().quality != CRFine}; }
  Course lit() const { return {stage, choose, time, width, bounces, true, direct}; }
  Sky sky() const { return {set(), light(), stage.time}; }
};

/// A surface as it is at the place that was hit.
struct Face {
  Finish finish;
  f3 normal, diffuse, mirror;  // what it sends everywhere, and what it mirrors squarely
  float roughness;
};

/// Fresnel's reflection of light that comes from a medium with `ratio` of the other's index (exact, unpolarized).
inline float fresnel(float cosine, float ratio, float &inner) {
  float square = 1 - ratio * ratio * (1 - cosine * cosine);
  if (square <= 0) return 1;
  inner = root(square);
  float s = (ratio * cosine - inner) / (ratio * cosine + inner), p = (ratio * inner - cosine) / (ratio * inner + cosine);
  return (s * s + p * p) / 2;
}

/// How much of all light around a surface mirrors (Karis, "Physically Based Shading on Mobile", 2014).
inline f3 mirrored(f3 straight, float roughness, float cosine) {
  float x = 1 - roughness, y = 0.0425f - 0.0275f * roughness;
  float a = least(x * x, exp2(-9.28f * cosine)) * x + y;
  float scale = -1.04f * a + 1.04f - 0.572f * roughness, shift = 1.04f * a - 0.04f + 0.022f * roughness;
  return most(straight * scale + shift, 0);
}

/// Trowbridge and Reitz's lobe with Smith's shadows, for one direction of light.
inline f3 lobe(f3 straight, float roughness, f3 n, f3 to_eye, f3 to_light) {
  f3 half = normalized(to_eye + to_light);
  float a = most(roughness * roughness, 0.002f), nh = held(dot(n, half)), nv = most(dot(n, to_eye), 1e-3f), nl = dot(n, to_light);
  if (nl <= 0) return 0;
  float d = nh * nh * (a * a - 1) + 1, spread = a * a / (pi * d * d);
  float k = a / 2, shadows = 0.25f / ((nv * (1 - k) + k) * (nl * (1 - k) + k));
  float turn = 1 - held(dot(to_light, half)), grazing = turn * turn * turn * turn * turn;
  return (straight + (1 - straight) * grazing) * (spread * shadows * nl);
}

inline float print_of_finger(f3 p) {
  f3 q = p * 9.0f;
  float bent = octaves(q, 2, 0) * 3.2f;
  return sine_of_turns((q.x + q.y * 0.7f + q.z * 0.5f) * 1.4f + bent);
}

/// Clay keeps the marks of fingers.
inline f3 kneaded(f3 p, float footprint) {
  float kept = fading(footprint * 60);
  f3 dent = roughened(p, 7, 0.32f, footprint);
  if (kept <= 0) return dent;
  float here = print_of_finger(p), step = 0.0015f;
  f3 slope = vec(print_of_finger(p + vec(step, 0, 0)) - here, print_of_finger(p + vec(0, step, 0)) - here, print_of_finger(p + vec(0, 0, step)) - here);
  return dent - slope * (0.16f * kept);
}

inline Face face(const Course &c, const Hit &hit, f3 d, float footprint) {
  const CRSurface &m = *hit.surface;
  Face face{finish(m, hit.local, hit.flat, footprint, hit.owner), hit.normal, 0, 0, 0};
  if (hit.kind == Kind::land && c.set().marks != CRNoMarks && hit.normal.y > 0.5f && hit.place.y > -0.01f)
    face.finish = marked(c.set(), hit.place, footprint, face.finish);
  f3 bump = face.finish.bump;
  if (c.set().look == CRLookClay) bump = kneaded(hit.local, footprint);
  // The bump is in the pattern's space, which a small turn of the normal does not need to leave.
  face.normal = normalized(hit.normal + bump * 0.6f);
  if (dot(face.normal, d) > 0 && dot(hit.normal, d) < 0) face.normal = normalized(face.normal - d * (1.05f * dot(face.normal, d)));
  f3 color = most(face.finish.color, 0);
  face.roughness = held(face.finish.roughness, 0.02f, 1);
  float index = (m.refraction - 1) / (m.refraction + 1), straight = index * index;
  face.mirror = mix(vec(straight, straight, straight), color, m.metal);
  face.diffuse = least(color, 0.95f) * ((1 - m.metal) * (1 / pi));
  return face;
}

/// The part of the sun that gets to a place.
inline f3 sunlit(const Course &c, f3 place, f3 normal, f3 disc) {
  const Light &light = c.light();
  if (luma(light.sun) < 1e-4f) return 0;
  f3 way = normalized(light.way + Basis(light.way)(disc) * light.radius);
  if (dot(normal, way) <= 0 || !leaves(c.set(), place, way)) return 0;
  const Sieve &sieve = c.stage.sun;
  f3 passed = sieve.works() ? passed_by_bodies(c.stage, sieve.above(place), place, way, 1e5f, c.time) : passed_by_bodies(c.stage, place, way, 1e5f, c.time);
  if (place.y < c.set().water_level && wet(c.set(), place))
    passed *= gathered_by_waves(place, c.set().water_level - place.y, c.stage.time);
  return passed * light.sun;
}

inline f3 lamplit(const Course &c, f3 place, f3 normal, f3 disc, f3 to_eye, const Face &face, f3 &shine) {
  f3 sum = 0;
  for (size_t i = 0; i < c.world().lamps.size(); i++) {
    const Lamp &lamp = c.world().lamps[i];
    f3 to = lamp.place - place;
    float away = length(to);
    f3 way = to * (1 / most(away, 1e-3f));
    f3 point = lamp.place + Basis(-way)(disc) * lamp.radius - place;
    float far = length(point);
    f3 d = point * (1 / most(far, 1e-3f));
    float facing = dot(normal, d);
    if (facing <= 0) continue;
    f3 light = lamp.light * (1 / most(far * far, most(lamp.radius * lamp.radius, 1e-3f)));
    if (luma(light) * c.light().exposure < 0.002f) continue;
    const Lantern &lantern = c.stage.lanterns[i];
    float end = far - lamp.radius;
    light *= lantern.works() ? passed_by_bodies(c.stage, lantern.towards(-to), place, d, end, c.time) : passed_by_bodies(c.stage, place, d, end, c.time);
    sum += light * facing;
    shine += light * lobe(face.mirror, most(face.roughness, 0.1f), normal, to_eye, d);
  }
  return sum;
}

inline f3 lift(const Hit &hit, f3 side) {
  f3 n = dot(hit.normal, side) < 0 ? -hit.normal : hit.normal;
  return hit.place + n * (1e-4f + 2e-5f * largest(absolute(hit.place)));
}

/// What shines of itself is as bright in the picture by day as by night.
inline f3 glow(const Course &c, const Hit &hit, f3 color) { return color * (hit.surface->glow / c.light().exposure); }

/// The light that a surface sends on when another looks at it: one bounce, its patterns left out.
inline f3 bounced(const Course &c, const Hit &hit, f3 d, int bounces);

/// What comes from everywhere but from lamps and the sun.
inline f3 skylit(const Course &c, const Hit &hit, f3 normal, int bounces, float &open) {
  bool quick = c.set().quality == CRDraft;
  open = 1;
  if (c.direct) return c.light().ambient.irradiance(normal);
  f3 d = Basis(normal)(on_dome(c.choose.disc(for_sky + 8 * static_cast<uint32_t>(c.bounces - bounces))));
  if (dot(d, hit.normal) <= 0) return 0;
  bool inside = c.set().enclosure == CRRoom;
  Hit met;
  met.t = quick ? (inside ? 1.4f : 2.5f) : inside ? 4 : 30;
  float far = met.t;
  f3 from = lift(hit, d);
  if (inside && !quick) meet_room(c.set(), from, d, 0, met);
  if (!quick || d.y < 0) meet_ground(c.set(), from, d, 0, met);
  List list = quick && c.stage.around.works() ? c.stage.around.above(from) : List{};
  // Through many bodies that stand about, Embree's tree is the quicker way.
  if (quick && c.stage.around.works() && list.count() < 5) nearest_body(c.stage, list, from, d, 1e-4f, c.time, met);
  else nearest_body(c.stage, from, d, 1e-4f, c.time, met);
  f3 all = c.light().ambient.irradiance(normal);
  if (met.kind == Kind::sky) return quick || inside ? all : mix(c.light().ambient.irradiance(d), c.light().dome(d) * pi, d.y > 0 ? 0.65f : 0);
  open = eased(0, far < 5 ? far : 5, met.t);
  return bounced(c, met, d, bounces) * pi;
}

inline f3 bounced(const Course &c, const Hit &hit, f3 d, int bounces) {
  const CRSurface &m = *hit.surface;
  f3 color = least(mix(vec(m.color), vec(m.second), m.pattern == CRPlain ? 0 : 0.4f), 0.9f), n = dot(hit.normal, d) > 0 ? -hit.normal : hit.normal;
  f3 light = c.light().ambient.irradiance(n) * (0.25f + 0.5f * eased(0, 2.5f, hit.t));
  if (bounces > 0) {
    Hit at = hit;
    at.normal = n;
    f3 sun = sunlit(c, lift(at, n), n, c.choose.disc(for_bounce)), shine = 0;
    light += sun * held(dot(n, c.light().way));
    float open;
    if (c.set().quality == CRFine && bounces > 1) light = sun * held(dot(n, c.light().way)) + skylit(c, at, n, bounces - 1, open);
    if (c.set().enclosure == CRRoom || c.light().night > 0.5f)
      light += lamplit(c, lift(at, n), n, c.choose.disc(for_lamps), n, Face{}, shine);
  }
  f3 own = m.glow > 0 ? glow(c, hit, color) * 1.0f : vec(0, 0, 0);
  return color * light * (1 / pi) * (1 - m.clarity) + own;
}
