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

}  // namespace

bool meets(const Stage &stage, const Standing &standing, f3 o, f3 d, float start, float end, float time, Crossing &found) {
  const Frame &frame = stage.frame(standing, time);
  return crossing(stage, standing, {frame.brought_in(o), frame.turned_in(d), start, end}, found);
}

f3 let_through(const Stage &stage, const Standing &standing, const Crossing &crossed, f3 d, float time) {
  float clarity = standing.body < 0 ? 0.9f : body_of(stage, standing).surface.clarity;
  if (clarity < 0.05f) return 0;
  // Light that enters squarely goes through, and what grazes is turned aside: so glass has a dark rim in its shadow.
  float square = __builtin_fabsf(dot(crossed.normal, stage.frame(standing, time).turned_in(d)));
  f3 tint = standing.body < 0 ? vec(1, 1, 1) : vec(body_of(stage, standing).surface.color);
  return mix(vec(1, 1, 1), tint, 0.6f) * (clarity * (0.25f + 0.75f * square));
}

static const Standing &asked_for(const void *stage, unsigned primitive) {
  const Stage &s = *static_cast<const Stage *>(stage);
  return s.standing[static_cast<size_t>(s.solids[primitive])];
}

void bounds(const RTCBoundsFunctionArguments *asked) {
  const Hull &h = asked_for(asked->geometryUserPtr, asked->primID).hull;
  f3 reach = absolute(h.axes[0]) * h.half.x + absolute(h.axes[1]) * h.half.y + absolute(h.axes[2]) * h.half.z;
  f3 low = h.middle - reach - 1e-4f, high = h.middle + reach + 1e-4f;
  *asked->bounds_o = {low.x, low.y, low.z, 0, high.x, high.y, high.z, 0};
}

static bool meets(const void *stage, const Standing &standing, const RTCRay &ray, Crossing &found) {
  f3 o = vec(ray.org_x, ray.org_y, ray.org_z), d = vec(ray.dir_x, ray.dir_y, ray.dir_z);
  return meets(*static_cast<const Stage *>(stage), standing, o, d, ray.tnear, ray.tfar, ray.time, found);
}

void intersect(const RTCIntersectFunctionNArguments *asked) {
  if (reinterpret_cast<const Errand *>(asked->context)->triangles_only) return;
  auto &found = *reinterpret_cast<RTCRayHit *>(asked->rayhit);
  Crossing crossed;
  if (!meets(asked->geometryUserPtr, asked_for(asked->geometryUserPtr, asked->primID), found.ray, crossed)) return;
  found.ray.tfar = crossed.t;
  found.hit.Ng_x = crossed.normal.x;
  found.hit.Ng_y = crossed.normal.y;
  found.hit.Ng_z = crossed.normal.z;
  found.hit.primID = asked->primID;
  found.hit.geomID = asked->geomID;
  found.hit.instID[0] = asked->context->instID[0];
}

void occlude(const RTCOccludedFunctionNArguments *asked) {
  auto &errand = *reinterpret_cast<Errand *>(asked->context);
  if (errand.triangles_only) return;
  auto &ray = *reinterpret_cast<RTCRay *>(asked->ray);
  const Standing &standing = asked_for(asked->geometryUserPtr, asked->primID);
  Crossing crossed;
  if (!meets(asked->geometryUserPtr, standing, ray, crossed)) return;
  errand.passed *= let_through(*static_cast<const Stage *>(asked->geometryUserPtr), standing, crossed, vec(ray.dir_x, ray.dir_y, ray.dir_z), ray.time);
  if (largest(errand.passed) <= 0) ray.tfar = -INFINITY;
}
