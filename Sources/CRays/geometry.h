// What Embree is given of a picture, and how it asks for what it does not know: solids, which we intersect ourselves.
#pragma once

#include "picture.h"

inline const CRBody &body_of(const Stage &stage, const Standing &standing) {
  return stage.world->bodies[static_cast<size_t>(standing.body)];
}

/// What a ray carries along on its way through Embree: whether it asks for triangles alone, and how much light goes on.
struct Errand {
  RTCIntersectContext context;
  bool triangles_only;
  f3 passed = 1;
  explicit Errand(bool triangles_only) : triangles_only(triangles_only) { rtcInitIntersectContext(&context); }
};

/// Where a ray meets the solid that stands there.
bool meets(const Stage &stage, const Standing &standing, f3 o, f3 d, float start, float end, float time, Crossing &found);
/// How much light a solid that was met lets through.
f3 let_through(const Stage &stage, const Standing &standing, const Crossing &crossed, f3 d, float time);
/// Makes the sieves of a picture, when all stands.
void sift(Stage &stage, const CRCamera &camera);

// Embree's questions about solids.
void bounds(const RTCBoundsFunctionArguments *asked);
void intersect(const RTCIntersectFunctionNArguments *asked);
void occlude(const RTCOccludedFunctionNArguments *asked);

/// A geometry of triangles, at one end of the shutter's time or at both; the arrays are Embree's to read while it lives.
RTCGeometry triangles(
  RTCDevice device, const std::vector<f3> &opening, const std::vector<f3> *closing, const uint32_t *indices, size_t count);
/// Gives a geometry to a scene; its number there.
unsigned attach(RTCScene scene, RTCGeometry geometry);
/// At each vertex the mean of its triangles' normals, by area.
std::vector<f3> smoothed(const std::vector<f3> &vertices, const uint32_t *indices, size_t count);
std::vector<f3> copied(const CRVector *places, int32_t count);
