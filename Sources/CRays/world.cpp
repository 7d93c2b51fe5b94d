// What does not change from picture to picture is copied and built once.
#include "geometry.h"

CRWorld::CRWorld() = default;

CRWorld::~CRWorld() {
  for (Net &net : nets)
    if (net.scene) rtcReleaseScene(net.scene);
  if (device) rtcReleaseDevice(device);
}

static Net knotted(RTCDevice device, const CRMesh &mesh) {
  Net net;
  net.vertices = copied(mesh.vertices, mesh.vertex_count);
  net.triangles.assign(mesh.triangles, mesh.triangles + mesh.triangle_count * 3);
  size_t count = net.triangles.size() / 3;
  net.low = net.high = net.vertices.empty() ? vec(0, 0, 0) : net.vertices[0];
  for (f3 v : net.vertices) {
    net.low = least(net.low, v);
    net.high = most(net.high, v);
  }
  net.normals = smoothed(net.vertices, net.triangles.data(), count);
  net.scene = rtcNewScene(device);
  rtcSetSceneFlags(net.scene, RTC_SCENE_FLAG_ROBUST);
  // A vector that moves keeps its memory, so that Embree may read it where it is.
  attach(net.scene, triangles(device, net.vertices, nullptr, net.triangles.data(), count));
  rtcCommitScene(net.scene);
  return net;
}

CRWorld *crays_make(const CRSet *set, const CRBody *bodies, int32_t body_count, const CRMesh *meshes,
                       int32_t mesh_count, const CRSkin *skins, int32_t skin_count, const CRLamp *lamps,
                       int32_t lamp_count) {
  try {
    auto world = std::make_unique<CRWorld>();
    world->set = *set;
    // One thread, and code for one kind of processor: which instructions there are decides nothing.
    world->device = rtcNewDevice("threads=1,isa=sse2,set_affinity=0");
    if (!world->device) return nullptr;
    world->bodies.assign(bodies, bodies + body_count);
    world->skins.assign(skins, skins + skin_count);
    for (const CRSkin &skin : world->skins)
      world->skin_triangles.emplace_back(skin.triangles, skin.triangles + 3 * skin.triangle_count);
    for (int i = 0; i < mesh_count; i++) world->nets.push_back(knotted(world->device, meshes[i]));
    for (int i = 0; i < lamp_count; i++)
      world->lamps.push_back({vec(lamps[i].place), vec(lamps[i].color) * lamps[i].strength, lamps[i].radius});
    kindle(world->light, world->set);
    expose(*world);
    return world.release();
  } catch (...) {
    return nullptr;
  }
}

void crays_free(CRWorld *world) { delete world; }

int32_t crays_embree_version() {
  RTCDevice device = rtcNewDevice("threads=1");
  if (!device) return 0;
  int32_t version = (int32_t)rtcGetDeviceProperty(device, RTC_DEVICE_PROPERTY_VERSION);
  rtcReleaseDevice(device);
  return version;
}
