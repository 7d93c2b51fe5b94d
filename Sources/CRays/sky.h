// What is seen where nothing is: the sky with its sun, moon, stars and clouds, and what closes the view at the horizon.
#pragma once

#include "light.h"

struct Sky {
  const CRSet &set;
  const Light &light;
  float time;

  /// `width`: how much a pixel sees, as an angle. Discs that shine are left out where a lamp's light counts already.
  f3 operator()(f3 d, float width, bool discs) const {
    if (set.enclosure == CRBackdrop) return light.dome(d);
    f3 seen = set.enclosure == CRVoid ? vec(0, 0, 0) : light.dome(d);
    f3 bodies = stars(d, width);
    if (discs) bodies += disc(d);
    if (set.enclosure == CRVoid) return seen + bodies;
    seen = clouded(d, seen, bodies);
    return set.horizon == CRNoHorizon ? seen : closed(d, width, seen);
  }

private:
  /// The sun, with a glow that film has around it, or the moon with its seas.
  f3 disc(f3 d) const {
    float c = dot(d, light.way), away = root(most(0, 2 - 2 * c));
    if (away > 0.6f) return 0;
    if (light.night <= 0.5f) return light.sun * (eased(0.0095f, 0.0075f, away) * 120 + (away < 0.5f ? 0.22f * exp(-away * 26) : 0));
    float seas = 0.55f + 0.45f * octaves(d * 220.0f, 3, 0);
    return light.sun * (eased(0.0165f, 0.0155f, away) * seas * 14 + 0.12f * exp(-away * 22));
  }

  f3 stars(f3 d, float width) const {
    float dark = set.enclosure == CRVoid ? 1 : light.night;
    if (dark <= 0) return 0;
    f3 p = d * 190.0f;
    int i = floored(p.x), j = floored(p.y), k = floored(p.z);
    uint32_t bits = mixed(i, j, k);
    if (bits % 53 != 0) return 0;
    f3 at = normalized(vec(static_cast<float>(i), static_cast<float>(j), static_cast<float>(k)) + vec(unit(mixed(bits)), unit(mixed(bits + 1)), unit(mixed(bits + 2))));
    float size = most(0.0011f, width), away = length(at - d) / size;
    float bright = power(unit(mixed(bits + 3)), 5) * 0.9f + 0.05f;
    f3 hue = mix(vec(1, 0.8f, 0.6f), vec(0.7f, 0.83f, 1), unit(mixed(bits + 4)));
    return hue * (dark * bright * held(1.4f - away) * (0.0011f * 0.0011f) / (size * size));
  }

  /// Clouds on a level sheet, thick where a sum of octaves is; lit from the sun's side.
  f3 clouded(f3 d, f3 sky, f3 behind) const {
    if (d.y < 0.015f || set.clouds <= 0.01f) return sky + behind;
    float far = 1 / (d.y + 0.06f), spread = 0.0025f * far;
    f2 p{d.x * far + time * (0.004f + set.wind.x * 0.002f) + 3.7f, d.z * far + time * set.wind.z * 0.002f + static_cast<float>(set.seed & 255)};
    p = p * 1.15f;
    float form = octaves(p, 5, spread), edge = mix(0.66f, 0.3f, set.clouds);
    float thick = eased(edge, edge + 0.28f, form);
    if (thick <= 0) return sky + behind;
    f2 sunward{p.x + light.way.x * 0.22f, p.y + light.way.z * 0.22f};
    float shaded = eased(edge, edge + 0.45f, octaves(sunward, 3, spread));
    float near = held(dot(d, light.way));
    f3 base = (light.horizon + light.ambient.irradiance(vec(0, 1, 0)) * 0.32f) * 0.42f;
    f3 lit = light.sun * (0.055f + 0.11f * power(near, 12)) * (1 - 0.75f * shaded) + base * (1 - 0.3f * thick);
    float fade = eased(0.015f, 0.14f, d.y) * thick;
    return mix(sky, lit, fade * 0.93f) + behind * (1 - fade);
  }

  f3 ridge_color() const {
    switch (set.horizon) {
    case CRMountains: return vec(0.22f, 0.25f, 0.3f);
    case CRHouses: return vec(0.2f, 0.19f, 0.2f);
    case CRDunes: return vec(0.6f, 0.44f, 0.28f);
    default: return vec(0.06f, 0.1f, 0.04f);
    }
  }

  f3 closed(f3 d, float width, f3 seen) const {
    if (d.y > light.ridges.top) return seen;
    float r = 1 / root(most(1e-6f, d.x * d.x + d.z * d.z));
    float x = d.x * r, z = d.z * r;
    f3 lit = light.ambient.irradiance(vec(-x, 0.6f, -z)) * 0.28f + light.sun * (0.12f * held(0.4f - dot(light.way, d) * 0.4f + light.way.y));
    for (int layer = 2; layer >= 0; layer--) {
      float height = light.ridges.height(x, z, layer), cover = held((height - d.y) / most(width, 1e-4f) + 0.5f);
      if (cover <= 0) continue;
      float veil = 0.3f + 0.22f * static_cast<float>(layer);
      f3 color = mix(ridge_color() * lit, light.dome(vec(x, 0.03f, z)), veil);
      seen = mix(seen, color + windows(x, z, d.y, layer), cover);
    }
    return seen;
  }

  /// Lit windows, when it is dark.
  f3 windows(float x, float z, float y, int layer) const {
    if (set.horizon != CRHouses || light.way.y > 0.25f) return 0;
    int column = floored((turns(z, x) + 1) * 700), row = floored(y * 260);
    float on = chance(column, row, layer) > 0.8f ? 1 : 0;
    return vec(1, 0.7f, 0.35f) * (on * 0.05f * (light.night + 0.5f));
  }
};
