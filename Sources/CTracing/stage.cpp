// Gives Embree the bodies of one picture: solids as primitives that we intersect ourselves, meshes as instances, and
// skins as triangles. Nothing moves in a straight line that turns: poses are mixed for the ray's own time.
#include "picture.h"

namespace {

const CTBody &body_of(const Stage &stage, const Standing &standing) {
  return stage.world->bodies[static_cast<size_t>(standing.body)];
}

bool crossing(const Stage &stage, const Standing &standing, const Ray &ray, Crossing &found) {
  if (standing.body < 0) return sphere(ray, standing.radius, found);
  const CTBody &body = body_of(stage, standing);
  switch (body.form) {
  case CTSphere: return sphere(ray, body.size.x, found);
  case CTBox: return box(ray, vec(body.size) * 0.5f, found);
  case CTCylinder: return cylinder(ray, body.size.x, body.size.y, found);
  case CTCapsule: return capsule(ray, body.size.x, body.size.y, found);
  case CTCone: return cone(ray, body.size.x, body.size.y, found);
  case CTRing: return ring(ray, body.size.x, body.size.y, found);
  default: return false;
  }
}

/// Half of the box that holds a solid in its own space.
f3 extent(const CTBody &body) {
  CTVector s = body.size;
  switch (body.form) {
  case CTSphere: return vec(s.x, s.x, s.x);
  case CTBox: return vec(s) * 0.5f;
  case CTCapsule: return vec(s.x, s.y / 2 + s.x, s.x);
  case CTRing: return vec(s.x + s.y, s.y, s.x + s.y);
  default: return vec(s.x, s.y / 2, s.x);
  }
}

void bound(Standing &standing, f3 half) {
  Turn turn = standing.opening.turn;
  f3 reach = absolute(turn(vec(half.x, 0, 0))) + absolute(turn(vec(0, half.y, 0))) + absolute(turn(vec(0, 0, half.z)));
  if (standing.moves) reach = vec(1, 1, 1) * length(half);
  f3 a = standing.opening.position, b = standing.closing.position;
  float slack = 1e-4f + 1e-6f * largest(absolute(a));
  for (int i = 0; i < 3; i++) {
    standing.low[i] = least(a[i], b[i]) - reach[i] - slack;
    standing.high[i] = most(a[i], b[i]) + reach[i] + slack;
  }
}

void bounds(const RTCBoundsFunctionArguments *asked) {
  const Stage &stage = *static_cast<const Stage *>(asked->geometryUserPtr);
  const Standing &s = stage.standing[static_cast<size_t>(stage.solids[asked->primID])];
  *asked->bounds_o = {s.low.x, s.low.y, s.low.z, 0, s.high.x, s.high.y, s.high.z, 0};
}

Ray local(const Standing &standing, const RTCRay &ray) {
  Place place = standing.at(ray.time);
  return {
    place.inverse(vec(ray.org_x, ray.org_y, ray.org_z)), place.turn.inverse()(vec(ray.dir_x, ray.dir_y, ray.dir_z)),
    ray.tnear, ray.tfar};
}

// Rays come one at a time, so that Embree's arrays of N are plain structs here.
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

/// What a shadow's ray carries along.
struct Shade {
  RTCIntersectContext context;
  f3 passed;
};

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

/// At each vertex the mean of its triangles' normals, by area.
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

void columns(const Place &place, float *matrix) {
  f3 axes[4] = {place.turn(vec(1, 0, 0)), place.turn(vec(0, 1, 0)), place.turn(vec(0, 0, 1)), place.position};
  for (int c = 0; c < 4; c++)
    for (int r = 0; r < 3; r++) matrix[3 * c + r] = axes[c][r];
}

void attach_solids(Stage &stage) {
  if (stage.solids.empty()) return;
  RTCGeometry geometry = rtcNewGeometry(stage.world->device, RTC_GEOMETRY_TYPE_USER);
  rtcSetGeometryUserPrimitiveCount(geometry, static_cast<unsigned>(stage.solids.size()));
  rtcSetGeometryUserData(geometry, &stage);
  rtcSetGeometryBoundsFunction(geometry, bounds, nullptr);
  rtcSetGeometryIntersectFunction(geometry, intersect);
  rtcSetGeometryOccludedFunction(geometry, occlude);
  attach(stage.scene, geometry);
}

void attach_mesh(Stage &stage, int number) {
  const Standing &standing = stage.standing[static_cast<size_t>(number)];
  RTCGeometry geometry = rtcNewGeometry(stage.world->device, RTC_GEOMETRY_TYPE_INSTANCE);
  rtcSetGeometryInstancedScene(geometry, stage.world->nets[static_cast<size_t>(body_of(stage, standing).mesh)].scene);
  rtcSetGeometryTimeStepCount(geometry, standing.moves ? 2 : 1);
  float matrix[12];
  columns(standing.opening, matrix);
  rtcSetGeometryTransform(geometry, 0, RTC_FORMAT_FLOAT3X4_COLUMN_MAJOR, matrix);
  columns(standing.closing, matrix);
  if (standing.moves) rtcSetGeometryTransform(geometry, 1, RTC_FORMAT_FLOAT3X4_COLUMN_MAJOR, matrix);
  stage.meshed.push_back({number, attach(stage.scene, geometry)});
}

std::vector<f3> copied(const CTVector *places, int32_t count) {
  std::vector<f3> copy(static_cast<size_t>(count));
  for (size_t i = 0; i < copy.size(); i++) copy[i] = vec(places[i]);
  return copy;
}

void attach_skins(Stage &stage, const CTMoment &moment) {
  const CTWorld &world = *stage.world;
  stage.bent.reserve(world.skins.size());
  for (size_t i = 0; i < world.skins.size(); i++) {
    if (!moment.skins_opening || !moment.skins_opening[i] || !moment.skins_closing[i]) continue;
    const CTSkin &skin = world.skins[i];
    const auto &indices = world.skin_triangles[i];
    stage.bent.push_back({static_cast<int>(i), copied(moment.skins_opening[i], skin.vertex_count),
                          copied(moment.skins_closing[i], skin.vertex_count), {}, 0});
    Bent &bent = stage.bent.back();
    bent.normals = smoothed(bent.opening, indices.data(), indices.size() / 3);
    bent.geometry = attach(
      stage.scene, triangles(world.device, bent.opening, &bent.closing, indices.data(), indices.size() / 3));
  }
}

bool same(const CTPose &a, const CTPose &b) { return memcmp(&a, &b, sizeof a) == 0; }

void stand(Stage &stage, const CTMoment &moment) {
  for (size_t i = 0; i < stage.world->bodies.size(); i++) {
    if (!moment.present[i]) continue;
    const CTPose &opening = moment.opening[i], &closing = moment.closing[i];
    int number = static_cast<int>(stage.standing.size());
    stage.standing.push_back({Place(opening), Place(closing), !same(opening, closing), 0, 0, static_cast<int>(i), 0});
    stage.moves |= stage.standing.back().moves;
    if (stage.world->bodies[i].form == CTMeshed) continue;
    bound(stage.standing.back(), extent(stage.world->bodies[i]));
    stage.solids.push_back(number);
  }
  for (int i = 0; i < moment.drop_count; i++) {
    Place place(vec(moment.drops[i].place), Turn{vec(0, 0, 0), 1});
    stage.solids.push_back(static_cast<int>(stage.standing.size()));
    stage.standing.push_back({place, place, false, 0, 0, -1, moment.drops[i].radius});
    bound(stage.standing.back(), vec(1, 1, 1) * moment.drops[i].radius);
  }
}

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

void wear(Hit &hit, const CTSurface &surface, const CTPose &pattern, uint32_t owner) {
  hit.surface = &surface;
  hit.owner = owner;
  Place shift(pattern);
  hit.local = shift(hit.local);
  hit.flat = shift.turn(hit.flat);
}

const CTSurface drop_surface = {{1, 1, 1}, {1, 1, 1}, 1, 0.02f, 0, 1, 1.33f, 0, CTPlain};
const CTPose still = {{0, 0, 0}, {0, 0, 0}, 1};

/// Rounds the edges of a box a little, to the eye alone: no thing has edges of no width, and light shows it.
f3 rounded(const CTBody &body, f3 p, f3 n) {
  if (body.form != CTBox || body.surface.clarity > 0.05f) return n;
  f3 half = vec(body.size) * 0.5f;
  float bevel = least(0.012f, 0.12f * least(half.x, least(half.y, half.z)));
  f3 over = most(absolute(p) - (half - bevel), 0);
  f3 sum = over * vec(p.x < 0 ? -1 : 1, p.y < 0 ? -1 : 1, p.z < 0 ? -1 : 1);
  return dot(sum, n) > 0 ? normalized(sum) : n;
}

void meet_solid(const Stage &stage, const RTCRayHit &found, Hit &hit) {
  hit.standing = stage.solids[found.hit.primID];
  const Standing &standing = stage.standing[static_cast<size_t>(hit.standing)];
  Place place = standing.at(found.ray.time);
  hit.flat = vec(found.hit.Ng_x, found.hit.Ng_y, found.hit.Ng_z);
  hit.local = place.inverse(hit.place);
  hit.moves = standing.moves;
  if (standing.body < 0) {
    hit.normal = hit.flat;
    return wear(hit, drop_surface, still, 0xfffffffe);
  }
  const CTBody &body = body_of(stage, standing);
  hit.normal = place.turn(rounded(body, hit.local, hit.flat));
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
  hit.moves = standing.moves;
  const CTBody &body = body_of(stage, standing);
  wear(hit, body.surface, body.pattern, body.owner);
}

void meet_skin(const Stage &stage, const RTCRayHit &found, f3 o, f3 d, Hit &hit) {
  for (const Bent &bent : stage.bent) {
    if (bent.geometry != found.hit.geomID) continue;
    const CTSkin &skin = stage.world->skins[static_cast<size_t>(bent.skin)];
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
    hit.moves = true;
    return wear(hit, skin.surface, still, skin.owner);
  }
}

RTCRay embree_ray(f3 o, f3 d, float start, float end, float time) {
  return {o.x, o.y, o.z, start, d.x, d.y, d.z, time, end, 0xffffffff, 0, 0};
}

}  // namespace

Stage::Stage(CTWorld &owner, const CTMoment &moment) : world(&owner), time(moment.time) {
  stand(*this, moment);
  ripples.assign(moment.ripples, moment.ripples + moment.ripple_count);
  scene = rtcNewScene(world->device);
  rtcSetSceneFlags(scene, RTC_SCENE_FLAG_ROBUST);
  attach_solids(*this);
  for (size_t i = 0; i < standing.size(); i++)
    if (standing[i].body >= 0 && body_of(*this, standing[i]).form == CTMeshed) attach_mesh(*this, static_cast<int>(i));
  attach_skins(*this, moment);
  moves |= !bent.empty();
  rtcCommitScene(scene);
}

Stage::~Stage() {
  if (scene) rtcReleaseScene(scene);
}

bool nearest_body(const Stage &stage, f3 o, f3 d, float start, float time, Hit &hit) {
  RTCIntersectContext context;
  rtcInitIntersectContext(&context);
  RTCRayHit found;
  found.ray = embree_ray(o, d, start, hit.t, time);
  found.hit.geomID = found.hit.instID[0] = RTC_INVALID_GEOMETRY_ID;
  rtcIntersect1(stage.scene, &context, &found);
  if (found.hit.geomID == RTC_INVALID_GEOMETRY_ID) return false;
  hit.kind = Kind::body;
  hit.t = found.ray.tfar;
  hit.place = o + d * hit.t;
  if (found.hit.instID[0] != RTC_INVALID_GEOMETRY_ID) meet_mesh(stage, found, o, d, hit);
  else if (found.hit.geomID == 0 && !stage.solids.empty()) meet_solid(stage, found, hit);
  else meet_skin(stage, found, o, d, hit);
  return hit.surface != nullptr;
}

f3 passed_by_bodies(const Stage &stage, f3 o, f3 d, float start, float end, float time) {
  Shade shade;
  rtcInitIntersectContext(&shade.context);
  shade.passed = 1;
  RTCRay ray = embree_ray(o, d, start, end, time);
  rtcOccluded1(stage.scene, &shade.context, &ray);
  return ray.tfar < 0 ? vec(0, 0, 0) : shade.passed;
}

CTWorld::CTWorld() = default;

CTWorld::~CTWorld() {
  for (Net &net : nets)
    if (net.scene) rtcReleaseScene(net.scene);
  if (device) rtcReleaseDevice(device);
}

CTWorld *ctracing_make(const CTSet *set, const CTBody *bodies, int32_t body_count, const CTMesh *meshes,
                       int32_t mesh_count, const CTSkin *skins, int32_t skin_count, const CTLamp *lamps,
                       int32_t lamp_count) {
  try {
    auto world = std::make_unique<CTWorld>();
    world->set = *set;
    // One thread, and code for one kind of processor: which instructions there are decides nothing.
    world->device = rtcNewDevice("threads=1,isa=sse2,set_affinity=0");
    if (!world->device) return nullptr;
    world->bodies.assign(bodies, bodies + body_count);
    world->skins.assign(skins, skins + skin_count);
    for (const CTSkin &skin : world->skins)
      world->skin_triangles.emplace_back(skin.triangles, skin.triangles + 3 * skin.triangle_count);
    world->nets.resize(static_cast<size_t>(mesh_count));
    for (size_t i = 0; i < world->nets.size(); i++) {
      Net &net = world->nets[i];
      net.vertices = copied(meshes[i].vertices, meshes[i].vertex_count);
      net.triangles.assign(meshes[i].triangles, meshes[i].triangles + 3 * meshes[i].triangle_count);
      size_t count = net.triangles.size() / 3;
      net.normals = smoothed(net.vertices, net.triangles.data(), count);
      net.scene = rtcNewScene(world->device);
      rtcSetSceneFlags(net.scene, RTC_SCENE_FLAG_ROBUST);
      attach(net.scene, triangles(world->device, net.vertices, nullptr, net.triangles.data(), count));
      rtcCommitScene(net.scene);
    }
    for (int i = 0; i < lamp_count; i++)
      world->lamps.push_back({vec(lamps[i].place), vec(lamps[i].color) * lamps[i].strength, lamps[i].radius});
    kindle(world->light, world->set);
    expose(*world);
    return world.release();
  } catch (...) {
    return nullptr;
  }
}

void ctracing_free(CTWorld *world) { delete world; }
