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

/// Settles where a body is: at rest in its own box, and moving in an upright one that has room for all of its turns.
void bound(Standing &standing, f3 middle, f3 half) {
  const Place &a = standing.opening, &b = standing.closing;
  float slack = 1e-4f + 1e-6f * largest(absolute(a.position));
  if (standing.moves) {
    f3 low, high, room = vec(1, 1, 1) * (length(middle) + length(half) + slack);
    for (int i = 0; i < 3; i++) {
      low[i] = least(a.position[i], b.position[i]);
      high[i] = most(a.position[i], b.position[i]);
    }
    standing.hull = Hull::upright(low - room, high + room);
  } else {
    standing.hull = {a(middle), {a.turn(vec(1, 0, 0)), a.turn(vec(0, 1, 0)), a.turn(vec(0, 0, 1))}, half + slack};
  }
}

void bound(Standing &standing, const CRWorld &world) {
  if (standing.body < 0) return bound(standing, 0, vec(1, 1, 1) * standing.radius);
  const CRBody &body = world.bodies[static_cast<size_t>(standing.body)];
  if (body.form != CRMeshed) return bound(standing, 0, extent(body));
  const Net &net = world.nets[static_cast<size_t>(body.mesh)];
  bound(standing, (net.low + net.high) * 0.5f, (net.high - net.low) * 0.5f);
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

/// How many pixels a body goes on the picture while the shutter is open, at the most.
float shift(const CRWorld &world, const CRCamera &camera, const Standing &s) {
  float half_turn = dot(s.opening.turn.v, s.closing.turn.v) + s.opening.turn.w * s.closing.turn.w;
  float radius = s.hull.radius(), away = most(length(s.hull.middle - vec(camera.eye)) - radius, 0.1f);
  float chord = 2 * root(1 - half_turn * half_turn) * (radius + length(s.hull.middle - s.opening.position));
  return (length(s.closing.position - s.opening.position) + chord) / away * static_cast<float>(world.set.height) / (2 * camera.slope);
}

void add(Stage &stage, const CRCamera &camera, Standing standing) {
  bound(standing, *stage.world);
  // A quarter of a pixel is not seen, and one and a half is no blur yet. Things that lie still do move by the hundredth of a
  // millimetre.
  float pixels = shift(*stage.world, camera, standing);
  // Of thousands of parts the last stand still, which bounds what their frames take.
  constexpr size_t most_frames = 1 << 18;
  standing.moves = pixels > 0.25f && stage.frames.size() < most_frames;
  standing.blurs = standing.moves && pixels > 1.5f;
  if (standing.moves) bound(standing, *stage.world);
  standing.frame = stage.frames.size();
  for (int i = 0; i <= (standing.moves ? Stage::moments : 0); i++)
    stage.frames.emplace_back(standing.at(static_cast<float>(i) / Stage::moments));
  int number = static_cast<int>(stage.standing.size());
  bool is_solid = standing.body < 0 || stage.world->bodies[static_cast<size_t>(standing.body)].form != CRMeshed;
  if (is_solid) stage.solids.push_back(number);
  stage.moves |= standing.moves;
  stage.standing.push_back(standing);
}

void stand(Stage &stage, const CRMoment &moment) {
  for (size_t i = 0; i < stage.world->bodies.size(); i++) {
    if (!moment.present[i]) continue;
    const CRPose &opening = moment.opening[i], &closing = moment.closing[i];
    Place begin(opening), end(closing);
    // Embree goes from one matrix to the other in a straight line: half a turn would lead through a flat one, whose inverse is
    // no matrix. What turns so far while the shutter is open is a blur whichever way it is drawn.
    if (__builtin_fabsf(dot(begin.turn.v, end.turn.v) + begin.turn.w * end.turn.w) < 0.8f) end.turn = begin.turn;
    add(stage, moment.camera, {begin, end, false, false, static_cast<int>(i)});
  }
  for (int i = 0; i < moment.drop_count; i++) {
    Place place(vec(moment.drops[i].place), Turn{vec(0, 0, 0), 1});
    add(stage, moment.camera, {place, place, false, false, -1, moment.drops[i].radius});
  }
}

}  // namespace

Stage::Stage(CRWorld &owner, const CRMoment &moment) : world(&owner), waves(owner.set, moment.time), time(moment.time) {
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
  sift(*this, moment.camera);
}

Stage::~Stage() {
  if (scene) rtcReleaseScene(scene);
}
