// Gives Embree the bodies of one picture: solids as primitives that we intersect ourselves, meshes as instances, and
// skins as triangles. Nothing moves in a straight line that turns: poses are mixed for the ray's own time.
#include "geometry.h"

namespace {

/// Half of the box that holds a solid in its own space.
f3 extent(const CRBody &body) {
  CRVector s = body.size;
  switch (body.form) {
  case CRSphere: return vec(s.x, s.x, s.x);
  case CRBox: return vec(s) * 0.5f;
  case CRCapsule: return vec(s.x, s.y / 2 + s.x, s.x);
  case CRRing: return vec(s.x + s.y, s.y, s.x + s.y);
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

void attach_skins(Stage &stage, const CRMoment &moment) {
  const CRWorld &world = *stage.world;
  stage.bent.reserve(world.skins.size());
  for (size_t i = 0; i < world.skins.size(); i++) {
    if (!moment.skins_opening || !moment.skins_opening[i] || !moment.skins_closing[i]) continue;
    const CRSkin &skin = world.skins[i];
    const auto &indices = world.skin_triangles[i];
    stage.bent.push_back({static_cast<int>(i), copied(moment.skins_opening[i], skin.vertex_count),
                          copied(moment.skins_closing[i], skin.vertex_count), {}, 0});
    Bent &bent = stage.bent.back();
    bent.normals = smoothed(bent.opening, indices.data(), indices.size() / 3);
    bent.geometry = attach(
      stage.scene, triangles(world.device, bent.opening, &bent.closing, indices.data(), indices.size() / 3));
  }
}

bool same(const CRPose &a, const CRPose &b) { return memcmp(&a, &b, sizeof a) == 0; }

void stand(Stage &stage, const CRMoment &moment) {
  for (size_t i = 0; i < stage.world->bodies.size(); i++) {
    if (!moment.present[i]) continue;
    const CRPose &opening = moment.opening[i], &closing = moment.closing[i];
    int number = static_cast<int>(stage.standing.size());
    Place begin(opening), end(closing);
    // Embree goes from one matrix to the other in a straight line: half a turn would lead through a flat one, whose inverse is
    // no matrix. What turns so far while the shutter is open is a blur whichever way it is drawn.
    if (__builtin_fabsf(dot(begin.turn.v, end.turn.v) + begin.turn.w * end.turn.w) < 0.8f) end.turn = begin.turn;
    stage.standing.push_back({begin, end, !same(opening, closing), 0, 0, static_cast<int>(i), 0});
    stage.moves |= stage.standing.back().moves;
    if (stage.world->bodies[i].form == CRMeshed) continue;
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

}  // namespace

Stage::Stage(CRWorld &owner, const CRMoment &moment) : world(&owner), time(moment.time) {
  stand(*this, moment);
  ripples.assign(moment.ripples, moment.ripples + moment.ripple_count);
  scene = rtcNewScene(world->device);
  rtcSetSceneFlags(scene, RTC_SCENE_FLAG_ROBUST);
  attach_solids(*this);
  for (size_t i = 0; i < standing.size(); i++)
    if (standing[i].body >= 0 && body_of(*this, standing[i]).form == CRMeshed) attach_mesh(*this, static_cast<int>(i));
  attach_skins(*this, moment);
  moves |= !bent.empty();
  rtcCommitScene(scene);
}

Stage::~Stage() {
  if (scene) rtcReleaseScene(scene);
}
