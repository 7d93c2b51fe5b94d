#include "World.hpp"

// Blows: each a pair, one after the other, until nothing comes at anything any more. So a cradle of balls passes on as
// many as came (the way of Guendelman, Bridson and Fedkiw, "Nonconvex rigid bodies with stacking", 2003: blows before
// contacts).

namespace {

/// Slower than this, or than what two steps of gravity make, is rest.
constexpr btScalar rest_speed = 0.02;
/// More rounds than any chain of blows in one step needs; what is left after them, the solver stops.
constexpr int most_rounds = 48;
constexpr btScalar touching = 0.0005;

btVector3 speed_at(const Body &body, const btVector3 &place) {
  return body.rigid->getVelocityInLocalPoint(place - body.rigid->getCenterOfMassPosition());
}

btVector3 pull(const Body &body) { return body.is_free() ? body.rigid->getGravity() : btVector3(0, 0, 0); }

/// How much an impulse of 1 along a direction changes the speed there.
btScalar yielding(const Body &body, const btVector3 &place, const btVector3 &direction) {
  return body.is_free() ? body.rigid->computeImpulseDenominator(place, direction) : 0;
}

void push(const Body &body, const btVector3 &impulse, const btVector3 &place) {
  if (body.is_free()) body.rigid->applyImpulse(impulse, place - body.rigid->getCenterOfMassPosition());
}

}  // namespace

struct World::Meeting {
  Body *first, *second;
  btVector3 place{0, 0, 0}, normal{0, 0, 0};
  btScalar distance = SIMD_INFINITY, friction = 0, restitution = 0;
  int first_piece = -1, second_piece = -1;
  btScalar impulse = 0, speed = 0;
  std::vector<btManifoldPoint *> points;

  btScalar approach() const { return -normal.dot(speed_at(*first, place) - speed_at(*second, place)); }

  /// Whether a point belongs to the same side of the same two.
  bool has(const Body *a, const Body *b, const btManifoldPoint &point) const {
    return a == first && b == second && points[0]->m_normalWorldOnB.dot(point.m_normalWorldOnB) > btScalar(0.98);
  }

  void add(btManifoldPoint &point) {
    if (points.empty()) {
      const Surface &one = first->surface(point.m_index0), &other = second->surface(point.m_index1);
      restitution = one.restitution * other.restitution;
      friction = point.m_combinedFriction;
      first_piece = point.m_index0;
      second_piece = point.m_index1;
    }
    points.push_back(&point);
    place += point.m_positionWorldOnB;
    normal += point.m_normalWorldOnB;
    distance = btMin(distance, point.m_distance1);
  }

  void settle() {
    place /= btScalar(points.size());
    normal.normalize();
  }
};

void World::prepare_contacts() {
  for (int n = 0; n < dispatcher.getNumManifolds(); n++) {
    btPersistentManifold *manifold = dispatcher.getManifoldByIndexInternal(n);
    const Body &a = *Body::of(manifold->getBody0()), &b = *Body::of(manifold->getBody1());
    for (int p = 0; p < manifold->getNumContacts(); p++) {
      btManifoldPoint &point = manifold->getContactPoint(p);
      const Surface &first = a.surface(point.m_index0), &second = b.surface(point.m_index1);
      auto arm = [&](const Body &body) {
        return body.is_free() ? (point.m_positionWorldOnB - body.rigid->getCenterOfMassPosition()).length() : 0;
      };
      point.m_combinedFriction = btSqrt(first.friction * second.friction);
      point.m_combinedRollingFriction = btMax(first.rolling * arm(a), second.rolling * arm(b));
      point.m_combinedSpinningFriction = 0;
      point.m_combinedRestitution = 0;
    }
  }
}

/// The points of two bodies that touch within the step, as one place in their middle: what lands flat does not tip.
std::vector<World::Meeting> World::meetings(btScalar seconds) {
  std::vector<Meeting> meetings;
  for (int n = 0; n < dispatcher.getNumManifolds(); n++) {
    btPersistentManifold *manifold = dispatcher.getManifoldByIndexInternal(n);
    Body *a = Body::of(manifold->getBody0()), *b = Body::of(manifold->getBody1());
    if (!a->is_free() && !b->is_free()) continue;
    for (int p = 0; p < manifold->getNumContacts(); p++) {
      btManifoldPoint &point = manifold->getContactPoint(p);
      const btVector3 &place = point.m_positionWorldOnB;
      const btScalar approach = -point.m_normalWorldOnB.dot(speed_at(*a, place) - speed_at(*b, place));
      if (point.m_distance1 <= btMax(touching, approach * seconds)) meeting(meetings, a, b, point).add(point);
    }
  }
  for (Meeting &meeting : meetings) meeting.settle();
  return meetings;
}

/// The one that a point belongs to. Pieces of the same body follow each other, so it is among the last.
World::Meeting &World::meeting(std::vector<Meeting> &meetings, Body *a, Body *b, const btManifoldPoint &point) {
  const size_t first = meetings.size() > 64 ? meetings.size() - 64 : 0;
  for (size_t n = meetings.size(); n > first; n--) {
    if (meetings[n - 1].has(a, b, point)) return meetings[n - 1];
  }
  meetings.push_back({a, b});
  return meetings.back();
}

void World::strike(btScalar seconds) {
  std::vector<Meeting> meetings = this->meetings(seconds);
  bool is_moving = !meetings.empty();
  for (int round = 0; is_moving && round < most_rounds; round++) {
    is_moving = false;
    for (Meeting &meeting : meetings) {
      if (strike(meeting, seconds, meeting.impulse == 0)) is_moving = true;
    }
  }
  for (const Meeting &meeting : meetings) {
    if (meeting.impulse > 0) report(meeting);
  }
}

/// Exchanges what makes them part as fast as they came, times the restitution; says whether they came.
bool World::strike(Meeting &meeting, btScalar seconds, bool is_first) {
  Body &a = *meeting.first, &b = *meeting.second;
  const btVector3 &place = meeting.place, &normal = meeting.normal;
  const btScalar approach = meeting.approach();
  const btScalar gain = btMax(btScalar(0), -normal.dot(pull(a) - pull(b)));  // m/s²
  if (approach < rest_speed + 2 * gain * seconds) return false;

  // They meet after `wait`, or met before the step. Until then they gain speed; the solver adds a whole step's.
  const btScalar wait = btMin(btMax(meeting.distance / approach, -seconds), seconds);
  const btScalar parting = meeting.restitution * (approach + gain * wait) + gain * wait;
  const btScalar yield = yielding(a, place, normal) + yielding(b, place, normal);
  const btScalar impulse = (approach + parting) / yield;
  push(a, normal * impulse, place);
  push(b, -normal * impulse, place);

  const btVector3 both = speed_at(a, place) - speed_at(b, place);
  const btVector3 slip = both - normal * normal.dot(both);
  if (slip.length() > 1e-6) {
    const btVector3 way = slip.normalized();
    const btScalar stopping = slip.length() / (yielding(a, place, way) + yielding(b, place, way));
    const btScalar grip = btMin(meeting.friction * impulse, stopping);
    push(a, -way * grip, place);
    push(b, way * grip, place);
  }
  meeting.impulse += impulse;
  meeting.speed = btMax(meeting.speed, approach);
  if (is_first) {
    // In what is left of the step they part; the whole step's way would have them meet at its beginning.
    const btScalar most = approach * seconds;
    const btScalar gap = -(1 + meeting.restitution) * btMin(btMax(meeting.distance, -most), most);
    const btScalar share = a.rigid->getInvMass() / (a.rigid->getInvMass() + b.rigid->getInvMass());
    if (a.missed.isZero()) a.missed = normal * (gap * share);
    if (b.missed.isZero()) b.missed = -normal * (gap * (1 - share));
    for (btManifoldPoint *point : meeting.points) point->m_distance1 = btMax(point->m_distance1, btScalar(0));
  }
  return true;
}

void World::report(const Meeting &meeting) {
  blows.push_back(
      {meeting.first->number, meeting.second->number, meeting.first_piece, meeting.second_piece,
       vector(meeting.place), vector(meeting.normal), meeting.impulse, meeting.speed, 0, 0});
}
