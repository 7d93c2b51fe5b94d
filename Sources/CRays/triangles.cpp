// Triangles as Embree takes them.
#include "geometry.h"

RTCGeometry triangles(RTCDevice device, const std::vector<f3> &opening, const std::vector<f3> *closing,
                      const uint32_t *indices, size_t count) {
  RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
  rtcSetGeometryTimeStepCount(geometry, closing ? 2 : 1);
  rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, opening.data(), 0, sizeof(f3), opening.size());
  if (closing)
    rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 1, RTC_FORMAT_FLOAT3, closing->data(), 0, sizeof(f3), closing->size());
  rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, indices, 0, 12, count);
  rtcCommitGeometry(geometry);
  return geometry;
}

unsigned attach(RTCScene scene, RTCGeometry geometry) {
  rtcCommitGeometry(geometry);
  unsigned number = rtcAttachGeometry(scene, geometry);
  rtcReleaseGeometry(geometry);
  return number;
}

std::vector<f3> smoothed(const std::vector<f3> &vertices, const uint32_t *indices, size_t count) {
  std::vector<f3> normals(vertices.size(), vec(0, 0, 0));
  for (size_t i = 0; i < count; i++) {
    const uint32_t *t = indices + 3 * i;
    f3 n = cross(vertices[t[1]] - vertices[t[0]], vertices[t[2]] - vertices[t[0]]);
    for (int k = 0; k < 3; k++) normals[t[k]] += n;
  }
  for (f3 &n : normals) n = normalized(n);
  return normals;
}

std::vector<f3> copied(const CRVector *places, int32_t count) {
  std::vector<f3> copy(static_cast<size_t>(count));
  for (size_t i = 0; i < copy.size(); i++) copy[i] = vec(places[i]);
  return copy;
}
