// What Embree is given of a picture, and how it asks for what it does not know: solids, which we intersect ourselves.
#pragma once

#include "picture.h"

inline const CRBody &body_of(const Stage &stage, const Standing &standing) {
  return stage.world->bodies[static_cast<size_t>(standing.body)];
}

/// How much light goes on behind a shadow's ray, which it carries along.
struct Shade {
  RTCIntersectContext context;
  f3 passed;
};

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
