// Follows a ray through air, water and glass to what stops it.
#pragma once

#include "shading.h"

/// In place of light that was not asked for.
constexpr float unasked = -1;

/// What one ray saw. The light on matt surfaces is apart from their colour, so that it alone is smoothed:
/// radiance = steady + albedo · lit.
struct Seen {
  f3 steady = 0, albedo = 0, lit = 0, normal = 0;
  float away = INFINITY;
  uint32_t owner = 0;
  bool blurs = false;
  f3 radiance() const { return steady + albedo * lit; }
};

inline void follow(const Course &c, f3 o, f3 d, const Hit &first, int budget, Seen &seen);

inline f3 looked(const Course &c, f3 o, f3 d, int budget) {
  if (budget < 0) return c.sky()(vec(d.x, most(d.y, 0), d.z), 0.01f, false);
  Seen seen;
  follow(c.mirrored(), o, d, nearest(c.stage, o, d, 0, c.time), budget, seen);
  return seen.radiance();
}

/// What a surface mirrors of its surroundings: by a ray where it is smooth, and from the sky's means where it is rough.
inline f3 mirrors(const Course &c, const Hit &hit, const Face &face, f3 d, f3 sky, float open, int budget) {
  // What is rough and no metal mirrors about what it is lit by.
  if (face.roughness >= 0.45f && hit.surface->metal < 0.5f) return sky * mirrored(face.mirror, face.roughness, held(-dot(d, face.normal))) * (1 / pi);
  f3 way = reflected(d, face.normal), part = mirrored(face.mirror, face.roughness, held(-dot(d, face.normal)));
  if (dot(way, hit.normal) <= 0) way = normalized(way - hit.normal * (1.05f * dot(way, hit.normal)));
  // What is painted mirrors little, and a metal nothing but its surroundings.
  bool dull = c.set().quality != CRFine && hit.surface->metal < 0.5f;
  float sharp = 1 - (dull ? eased(0.12f, 0.2f, face.roughness) : eased(0.3f, 0.45f, face.roughness));
  f3 sum = 0;
  if (sharp < 1 || largest(part) <= 0.02f || budget <= 0) {
    f3 even = c.light().ambient.irradiance(way) * (1 / pi);
    float blur = way.y > 0 ? held(face.roughness * 1.8f) : 1;
    f3 from = blur < 1 ? mix(c.light().dome(way), even, blur) : even;
    sum = from * (c.set().enclosure == CRRoom ? vec(1, 1, 1) : mix(vec(1, 1, 1), vec(open, open, open), 0.7f));
    if (sharp <= 0 || largest(part) <= 0.02f || budget <= 0) return sum * part;
  }
  f2 u = c.choose(for_gloss);
  float a = face.roughness < 0.12f ? 0 : face.roughness * face.roughness, wide = root(a * a * u.x / most(1 - u.x * (1 - a * a), 1e-4f));
  f3 gloss = normalized(way + Basis(way)(vec(sine_of_turns(u.y + 0.25f), sine_of_turns(u.y), 0)) * least(wide, 1));
  if (dot(gloss, hit.normal) <= 0) gloss = way;
  return mix(sum, looked(c, lift(hit, gloss), gloss, budget - 1), sharp) * part;
}

/// Paper lies flat: what it shows is only whether light gets to it.
inline float facing(const Course &c, f3 n) {
  float cosine = held(dot(n, c.light().way));
  return c.set().look == CRLookPaper ? 0.7f * eased(-0.1f, 0.2f, cosine) : cosine;
}

inline void stop(const Course &c, const Hit &hit, f3 d, f3 through, float width, int budget, Seen &seen) {
  Face f = face(c, hit, d, width);
  if (hit.surface->glow > 0) seen.steady += through * glow(c, hit, f.finish.color);
  // What is not as smooth as a mirror sends so soft a light that all of it is smoothed as one, over the sum of its colours.
  bool soft = f.roughness >= 0.12f;
  f3 diffuse = f.diffuse * (1 - hit.surface->clarity), sum = soft ? most(diffuse + f.mirror * (1 / pi), 0.005f) : diffuse;
  seen.albedo = through * sum;
  if (soft && !c.lights) {
    seen.lit = unasked;
    return;
  }
  f3 from = lift(hit, -d), normal = dot(hit.normal, d) < 0 ? hit.normal : -hit.normal, shine = 0;
  f3 sun = sunlit(c, from, normal, c.choose.disc(for_sun));
  float open = 1, grazing = 1 - held(-dot(d, f.normal));
  f3 sky = skylit(c, hit, f.normal, c.bounces, open);
  f3 lit = sky + lamplit(c, from, f.normal, c.choose.disc(for_lamps), -d, f, shine) + sun * facing(c, f.normal);
  lit += sky * (f.finish.fiber * grazing * grazing * grazing + 0.3f * f.finish.thin);
  lit += c.light().sun * (0.12f * f.finish.thin * held(-dot(f.normal, c.light().way)));
  if (c.set().look == CRLookPaper || c.set().look == CRLookClay) shine = 0;
  else shine += sun * lobe(f.mirror, f.roughness, f.normal, -d, c.light().way) + mirrors(c, hit, f, d, sky, open, budget);
  if (!soft) seen.steady += through * shine;
  seen.lit = soft ? (diffuse * lit + shine) / sum : lit;
}

/// Light that goes on below the face of water, or comes up through it; what is mirrored is added to what is seen.
inline void cross_water(const Course &c, const Hit &hit, f3 &d, f3 &through, float width, int budget, Seen &seen) {
  bool down = d.y < 0;
  float roughness;
  f3 n = water_normal(c.stage, hit.place, width, roughness);
  if (!down) n = -n;
  if (dot(n, d) > -0.02f) n = normalized(n - d * (dot(n, d) + 0.02f));
  float ratio = down ? 1 / 1.333f : 1.333f, cosine = held(-dot(n, d)), inner = 0, part = fresnel(cosine, ratio, inner);
  f3 mirror = reflected(d, n), from = hit.place + vec(0, down ? 1e-3f : -1e-3f, 0);
  if (down) mirror = normalized(vec(mirror.x, most(mirror.y, 0.015f), mirror.z));
  if (down && c.set().look != CRLookPaper) {
    f3 glint = sunlit(c, from, vec(0, 1, 0), c.choose.disc(for_sun)) * lobe(vec(0.02f, 0.02f, 0.02f), most(roughness, 0.06f), n, -d, c.light().way);
    seen.steady += through * (looked(c, from, mirror, least(budget, 2) - 1) * part + least(glint, 40 / c.light().exposure));
    float white = foam(c.stage, hit.place, width);
    f3 lit = c.light().ambient.irradiance(vec(0, 1, 0)) + c.light().sun * held(c.light().way.y);
    seen.steady += through * lit * (white * 0.8f / pi);
    through *= 1 - white;
  }
  through *= 1 - part;
  d = part >= 1 ? mirror : normalized(d * ratio + n * (ratio * cosine - inner));
}

/// What a way through water takes from light, and what the water sends back of the light that fell into it.
inline void sink(const Course &c, float far, f3 &through, Seen &seen) {
  f3 hue = vec(c.set().water_color);
  f3 lost = exp(-(vec(0.42f, 0.1f, 0.075f) * (1.2f - hue) * (far * 0.8f)));
  f3 light = c.light().ambient.irradiance(vec(0, 1, 0)) + c.light().sun * held(c.light().way.y);
  seen.steady += through * hue * light * ((1 - exp(-far * 0.16f)) / pi);
  through *= lost;
}

inline void cross_glass(const Course &c, const Hit &hit, f3 &d, f3 &through, int budget, Seen &seen) {
  bool enters = dot(hit.normal, d) < 0;
  f3 n = enters ? hit.normal : -hit.normal;
  float index = most(hit.surface->refraction, 1), ratio = enters ? 1 / index : index;
  float cosine = held(-dot(n, d)), inner = 0, part = fresnel(cosine, ratio, inner);
  f3 mirror = reflected(d, n);
  if (enters) {
    f3 from = lift(hit, mirror);
    f3 straight = vec(1, 1, 1) * ((index - 1) * (index - 1) / ((index + 1) * (index + 1)));
    f3 glint = sunlit(c, from, n, c.choose.disc(for_sun)) * lobe(straight, most(hit.surface->roughness, 0.06f), n, -d, c.light().way);
    seen.steady += through * (looked(c, from, mirror, least(budget, 2) - 1) * part + glint);
    through *= 1 - part;
  }
  if (part >= 1) {
    d = mirror;
    return;
  }
  f3 tint = vec(hit.surface->color);
  through *= hit.surface->clarity * vec(root(tint.x), root(tint.y), root(tint.z));
  d = normalized(d * ratio + n * (ratio * cosine - inner));
}

/// The colour of air that takes the place of what is far: near it is the same everywhere, and far it ends in the horizon.
inline f3 air_before(const Course &c, f3 d, const Seen &seen) {
  const CRSet &set = c.set();
  if (set.enclosure == CRRoom) return c.light().ambient.irradiance(d) * (0.5f / pi);
  if (seen.away < 40 && set.enclosure == CROpen) return c.light().horizon;
  f3 level = normalized(vec(d.x, most(d.y, 0.03f), d.z)), air = c.light().dome(level);
  bool hidden = set.haze > 0.0015f;  // mist stands before the horizon too
  if (hidden || seen.owner != land_owner || set.horizon == CRNoHorizon || set.enclosure != CROpen) return air;
  float end = eased(150, 900, seen.away);
  return end > 0 ? mix(air, c.sky()(normalized(vec(d.x, 0.003f, d.z)), c.width, false), end) : air;
}

/// Air between the eye and what it sees. A seamless backdrop is the same thing, much nearer.
inline void veil(const Course &c, f3 o, f3 d, Seen &seen) {
  const CRSet &set = c.set();
  if (set.enclosure == CRVoid) return;
  float kept = exp(-set.haze * least(seen.away, 1e5f));
  if (seen.owner == land_owner && set.enclosure == CROpen) kept *= 1 - eased(300, 1500, seen.away);
  bool nothing = seen.owner == 0;
  if (nothing) kept = set.haze > 0.0015f ? exp(-(set.haze - 0.0015f) * 60 / (held(d.y) + 0.012f)) : 1;
  if (set.enclosure == CRBackdrop && seen.owner == land_owner) kept *= 1 - eased(5, 26, seen.away);
  if (kept > 0.997f) return;
  f3 air = air_before(c, d, seen);
  seen.steady = mix(air, seen.steady, kept);
  seen.albedo *= kept;
}

inline void record(const Hit &hit, float away, Seen &seen) {
  seen.normal = hit.normal;
  seen.away = away;
  seen.owner = hit.owner;
  seen.blurs = hit.blurs;
}

/// `first`: what the ray meets first.
inline void follow(const Course &c, f3 o, f3 d, const Hit &first, int budget, Seen &seen) {
  f3 through = 1, eye = o, way = d;
  float away = 0;
  for (int step = 0; step < 9 && largest(through) > 0.01f; step++) {
    Hit hit = step == 0 ? first : nearest(c.stage, o, d, 0, c.time);
    bool under = has_water(c.set()) && o.y + d.y * least(hit.t, 10) * 0.5f < c.set().water_level && wet(c.set(), o);
    if (under) sink(c, least(hit.t, 200), through, seen);
    if (hit.kind == Kind::sky) {
      seen.steady += through * c.sky()(d, c.width, true);
      break;
    }
    away += hit.t;
    if (step == 0) record(hit, away, seen);
    float slant = most(__builtin_fabsf(dot(hit.normal, d)), 0.08f), width = away * c.width / slant;
    if (hit.kind == Kind::water) {
      cross_water(c, hit, d, through, width, budget, seen);
      o = hit.place + vec(0, d.y < 0 ? -1e-3f : 1e-3f, 0);
    } else if (hit.surface->clarity > 0.05f) {
      if (hit.surface->clarity < 0.97f && dot(hit.normal, d) < 0) {
        Seen milk;
        stop(c.lit(), hit, d, through, width, 0, milk);
        seen.steady += milk.radiance();
      }
      cross_glass(c, hit, d, through, budget, seen);
      o = lift(hit, d);
    } else {
      stop(c, hit, d, through, width, budget, seen);
      break;
    }
  }
  veil(c, eye, way, seen);
}
