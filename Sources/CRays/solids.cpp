// Answers Embree's questions about solids. Rays come one at a time, so that its arrays of N are plain structs here.
#include "geometry.h"

namespace {

bool crossing(const Stage &stage, const Standing &standing, const Ray &ray, Crossing &found) {
  if (standing.body < 0) return sphere(ray, standing.radius, found);
  const CRBody &body = body_of(stage, standing);
  switch (body.form) {
  case CRSphere: return sphere(ray, body.size.x, found);
  case CRBox: return box(ray, vec(body.size) * 0.5f, found);
  case CRCylinder: return cylinder(ray, body.size.x, body.size.y, found);
  case CRCapsule: return capsule(ray, body.size.x, body.size.y, found);
  case CRCone: return cone(ray, body.size.x, body.size.y, found);
  case CRRing: return ring(ray, body.size.x, body.size.y, found);
  default: return false;
  }
}

Ray local(const Standing &standing, const RTCRay &ray) {
  Place place = standing.at(ray.time);
  return {
    place.inverse(vec(ray.org_x, ray.org_y, ray.org_z)), place.turn.inverse()(vec(ray.dir_x, ray.dir_y, ray.dir_z)),
    ray.tnear, ray.tfar};
}

}  // namespace

void bounds(const RTCBoundsFunctionArguments *asked) {
  const Stage &stage = *static_cast<const Stage *>(asked->geometryUserPtr);
  const Standing &s = stage.standing[static_cast<size_t>(stage.solids[asked->primID])];
  *asked->bounds_o = {s.low.x, s.low.y, s.low.z, 0, s.high.x, s.high.y, s.high.z, 0};
}

void intersect(const RTCIntersectFunctionNArguments *asked) {
  const Stage &stage = *static_cast<const Stage *>(asked->geometryUserPtr);
  auto &found = *reinterpret_cast<RTCRayHit *>(asked->rayhit);
  const Standing &standing = stage.standing[static_cast<size_t>(stage.solids[asked->primID])];
  Crossing crossed;
  if (!crossing(stage, standing, local(standing, found.ray), crossed)) return;
  found.ray.tfar = crossed.t;
  found.hit.Ng_x = crossed.normal.x;
  found.hit.Ng_y = crossed.normal.y;
  found.hit.Ng_z = crossed.normal.z;
  found.hit.primID = asked->primID;
  found.hit.geomID = asked->geomID;
  found.hit.instID[0] = asked->context->instID[0];
}

void occlude(const RTCOccludedFunctionNArguments *asked) {
  const Stage &stage = *static_cast<const Stage *>(asked->geometryUserPtr);
  auto &ray = *reinterpret_cast<RTCRay *>(asked->ray);
  const Standing &standing = stage.standing[static_cast<size_t>(stage.solids[asked->primID])];
  Crossing crossed;
  if (!crossing(stage, standing, local(standing, ray), crossed)) return;
  float clarity = standing.body < 0 ? 0.9f : body_of(stage, standing).surface.clarity;
  if (clarity < 0.05f) {
    ray.tfar = -INFINITY;
    return;
  }
  // Light that enters squarely goes through, and what grazes is turned aside: so glass has a dark rim in its shadow.
  auto &shade = *reinterpret_cast<Shade *>(asked->context);
  f3 d = standing.at(ray.time).turn.inverse()(vec(ray.dir_x, ray.dir_y, ray.dir_z));
  float square = __builtin_fabsf(dot(crossed.normal, d));
  f3 tint = standing.body < 0 ? vec(1, 1, 1) : vec(body_of(stage, standing).surface.color);
  shade.passed *= mix(vec(1, 1, 1), tint, 0.6f) * (clarity * (0.25f + 0.75f * square));
}
