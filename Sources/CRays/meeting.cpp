// What Embree found, as a place on a surface.
#include "geometry.h"

namespace {

const Net *net_of(const Stage &stage, unsigned geometry, int &standing) {
  for (const Meshed &m : stage.meshed)
    if (m.geometry == geometry) {
      standing = m.standing;
      return &stage.world->nets[static_cast<size_t>(body_of(stage, stage.standing[static_cast<size_t>(standing)]).mesh)];
    }
  return nullptr;
}

/// A triangle's normal at a place: that of its corners mixed, unless that leans too far from its own, as at an edge.
f3 shaded_normal(const f3 corners[3], const f3 normals[3], f3 place) {
  f3 n = cross(corners[1] - corners[0], corners[2] - corners[0]);
  float square = dot(n, n);
  if (square < 1e-30f) return vec(0, 1, 0);
  float a = dot(cross(corners[2] - corners[1], place - corners[1]), n) / square;
  float b = dot(cross(corners[0] - corners[2], place - corners[2]), n) / square;
  f3 flat = normalized(n), smooth = normalized(normals[0] * a + normals[1] * b + normals[2] * (1 - a - b));
  return dot(flat, smooth) > 0.8f ? smooth : flat;
}

/// Where a ray meets the plane of a triangle: computed anew, because Embree's divisions differ between processors.
float met(f3 o, f3 d, const f3 corners[3], float t) {
  f3 n = cross(corners[1] - corners[0], corners[2] - corners[0]);
  float slant = dot(n, d), exact = dot(n, corners[0] - o) / (slant == 0 ? 1 : slant);
  return slant != 0 && __builtin_fabsf(exact - t) < 1e-3f * (1 + t) ? exact : t;
}

void wear(Hit &hit, const CRSurface &surface, const CRPose &pattern, uint32_t owner) {
  hit.surface = &surface;
  hit.owner = owner;
  Place shift(pattern);
  hit.local = shift(hit.local);
  hit.flat = shift.turn(hit.flat);
}

const CRSurface drop_surface = {{1, 1, 1}, {1, 1, 1}, 1, 0.02f, 0, 1, 1.33f, 0, CRPlain};
const CRPose still = {{0, 0, 0}, {0, 0, 0}, 1};

/// Rounds the edges of a box a little, to the eye alone: no thing has edges of no width, and light shows it.
f3 rounded(const CRBody &body, f3 p, f3 n) {
  if (body.form != CRBox || body.surface.clarity > 0.05f) return n;
  f3 half = vec(body.size) * 0.5f;
  float bevel = least(0.012f, 0.12f * least(half.x, least(half.y, half.z)));
  f3 over = most(absolute(p) - (half - bevel), 0);
  f3 sum = over * vec(p.x < 0 ? -1 : 1, p.y < 0 ? -1 : 1, p.z < 0 ? -1 : 1);
  return dot(sum, n) > 0 ? normalized(sum) : n;
}

void meet_solid(const Stage &stage, int number, f3 normal, float time, Hit &hit) {
  hit.standing = number;
  const Standing &standing = stage.standing[static_cast<size_t>(number)];
  const Frame &frame = stage.frame(standing, time);
  hit.flat = normal;
  hit.local = frame.brought_in(hit.place);
  hit.blurs = standing.blurs;
  if (standing.body < 0) {
    hit.normal = hit.flat;
    return wear(hit, drop_surface, still, 0xfffffffe);
  }
  const CRBody &body = body_of(stage, standing);
  hit.normal = frame.turned_out(rounded(body, hit.local, hit.flat));
  wear(hit, body.surface, body.pattern, body.owner);
}

void meet_mesh(const Stage &stage, const RTCRayHit &found, f3 o, f3 d, Hit &hit) {
  const Net *net = net_of(stage, found.hit.instID[0], hit.standing);
  if (!net) return;
  const Standing &standing = stage.standing[static_cast<size_t>(hit.standing)];
  Place place = standing.at(found.ray.time);
  const uint32_t *t = &net->triangles[3 * found.hit.primID];
  f3 corners[3], normals[3];
  for (int k = 0; k < 3; k++) {
    corners[k] = net->vertices[t[k]];
    normals[k] = net->normals[t[k]];
  }
  hit.t = met(place.inverse(o), place.turn.inverse()(d), corners, hit.t);
  hit.place = o + d * hit.t;
  hit.local = place.inverse(hit.place);
  hit.flat = shaded_normal(corners, normals, hit.local);
  hit.normal = place.turn(hit.flat);
  hit.blurs = standing.blurs;
  const CRBody &body = body_of(stage, standing);
  wear(hit, body.surface, body.pattern, body.owner);
}

void meet_skin(const Stage &stage, const RTCRayHit &found, f3 o, f3 d, Hit &hit) {
  for (const Bent &bent : stage.bent) {
    if (bent.geometry != found.hit.geomID) continue;
    const CRSkin &skin = stage.world->skins[static_cast<size_t>(bent.skin)];
    const uint32_t *t = &stage.world->skin_triangles[static_cast<size_t>(bent.skin)][3 * found.hit.primID];
    f3 corners[3], normals[3];
    for (int k = 0; k < 3; k++) {
      corners[k] = mix(bent.opening[t[k]], bent.closing[t[k]], found.ray.time);
      normals[k] = bent.normals[t[k]];
    }
    hit.t = met(o, d, corners, hit.t);
    hit.local = hit.place = o + d * hit.t;
    hit.flat = hit.normal = shaded_normal(corners, normals, hit.place);
    // A cloth has no inside: it shows the same face to both sides.
    if (skin.surface.clarity < 0.05f && dot(hit.normal, d) > 0) hit.flat = hit.normal = -hit.normal;
    hit.blurs = true;
    return wear(hit, skin.surface, still, skin.owner);
  }
}

RTCRay embree_ray(f3 o, f3 d, float start, float end, float time) {
  return {o.x, o.y, o.z, start, d.x, d.y, d.z, time, end, 0xffffffff, 0, 0};
}

/// Debian's Embree ends the process for a ray that is not finite; nothing in a scene may lead there.
bool is_ray(f3 o, f3 d) {
  f3 a = o + d;
  return __builtin_fabsf(a.x) < 1e18f && __builtin_fabsf(a.y) < 1e18f && __builtin_fabsf(a.z) < 1e18f;
}

bool ask_embree(const Stage &stage, bool triangles_only, f3 o, f3 d, float start, float time, Hit &hit) {
  if (!is_ray(o, d)) return false;
  Errand errand(triangles_only);
  RTCRayHit found;
  found.ray = embree_ray(o, d, start, hit.t, time);
  found.hit.geomID = found.hit.instID[0] = RTC_INVALID_GEOMETRY_ID;
  rtcIntersect1(stage.scene, &errand.context, &found);
  if (found.hit.geomID == RTC_INVALID_GEOMETRY_ID) return false;
  hit.kind = Kind::body;
  hit.t = found.ray.tfar;
  hit.place = o + d * hit.t;
  if (found.hit.instID[0] != RTC_INVALID_GEOMETRY_ID) meet_mesh(stage, found, o, d, hit);
  else if (found.hit.geomID == 0 && !stage.solids.empty())
    meet_solid(stage, stage.solids[found.hit.primID], vec(found.hit.Ng_x, found.hit.Ng_y, found.hit.Ng_z), time, hit);
  else meet_skin(stage, found, o, d, hit);
  return hit.surface != nullptr;
}

f3 passed_by_embree(const Stage &stage, bool triangles_only, f3 o, f3 d, float end, float time) {
  if (!is_ray(o, d)) return 1;
  Errand errand(triangles_only);
  RTCRay ray = embree_ray(o, d, 0, end, time);
  rtcOccluded1(stage.scene, &errand.context, &ray);
  return ray.tfar < 0 ? vec(0, 0, 0) : errand.passed;
}

}  // namespace

bool nearest_body(const Stage &stage, f3 o, f3 d, float start, float time, Hit &hit) {
  return ask_embree(stage, false, o, d, start, time, hit);
}

bool nearest_body(const Stage &stage, List list, f3 o, f3 d, float start, float time, Hit &hit) {
  // Of two faces in one plane that of the body which comes first is seen, at every pixel.
  int solid = -1;
  bool triangles = false;
  Crossing best{hit.t, 0};
  for (const Listed &listed : list) {
    if (listed.near > best.t) break;
    if (listed.misses(o, d)) continue;
    Crossing crossed;
    if (listed.standing < 0) triangles = true;
    else if (meets(stage, stage.standing[static_cast<size_t>(listed.standing)], o, d, start, solid < 0 ? best.t : best.t * (1 - 1e-5f), time, crossed)) {
      best = crossed;
      solid = listed.standing;
    }
  }
  if (solid >= 0) {
    hit.kind = Kind::body;
    hit.t = best.t;
    hit.place = o + d * best.t;
    meet_solid(stage, solid, best.normal, time, hit);
  }
  bool nearer = triangles && ask_embree(stage, true, o, d, start, time, hit);
  return nearer || solid >= 0;
}

f3 passed_by_bodies(const Stage &stage, f3 o, f3 d, float end, float time) {
  return passed_by_embree(stage, false, o, d, end, time);
}

f3 passed_by_bodies(const Stage &stage, List list, f3 o, f3 d, float end, float time) {
  f3 passed = 1;
  bool triangles = false;
  for (const Listed &listed : list) {
    if (listed.misses(o, d)) continue;
    Crossing crossed;
    if (listed.standing < 0) {
      triangles = true;
      continue;
    }
    const Standing &standing = stage.standing[static_cast<size_t>(listed.standing)];
    if (!meets(stage, standing, o, d, 0, end, time, crossed)) continue;
    passed *= let_through(stage, standing, crossed, d, time);
    if (largest(passed) <= 0) return 0;
  }
  return triangles ? passed * passed_by_embree(stage, true, o, d, end, time) : passed;
}
