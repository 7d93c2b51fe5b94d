#include "Joint.hpp"

#include "Turn.hpp"

namespace {

btTransform transform(const CBulletPose &pose) {
  return btTransform(
      btQuaternion(pose.x, pose.y, pose.z, pose.w), btVector3(pose.position.x, pose.position.y, pose.position.z));
}

/// Two directions across an axis.
void across(const btVector3 &axis, btVector3 &one, btVector3 &other) {
  const btVector3 any = btFabs(axis.x()) < btScalar(0.6) ? btVector3(1, 0, 0) : btVector3(0, 1, 0);
  one = axis.cross(any).normalized();
  other = axis.cross(one);
}

}  // namespace

struct Joint::Rows {
  btConstraintInfo2 *info;
  int row = 0;

  void set(btScalar *axes, const btVector3 &axis) const {
    for (int n = 0; n < 3; n++) axes[row * info->rowskip + n] = axis[n];
  }

  /// The next row: how fast the first end moves against the second along an axis.
  void along(const btVector3 &axis, const Ends &ends) const {
    set(info->m_J1linearAxis, axis);
    set(info->m_J2linearAxis, -axis);
    set(info->m_J1angularAxis, ends.first_arm.cross(axis));
    set(info->m_J2angularAxis, -ends.second_arm.cross(axis));
  }

  /// How fast the first turns against the second about an axis.
  void about(const btVector3 &axis) const {
    set(info->m_J1angularAxis, axis);
    set(info->m_J2angularAxis, -axis);
  }

  /// Ends the row: that speed is what makes up for an error.
  void mend(btScalar error) { want(error * info->fps * info->erp); }

  void want(btScalar speed, btScalar least = -SIMD_INFINITY, btScalar most = SIMD_INFINITY) {
    info->m_constraintError[row * info->rowskip] = speed;
    info->m_lowerLimit[row * info->rowskip] = least;
    info->m_upperLimit[row * info->rowskip] = most;
    row++;
  }

  /// Ends the row: that speed is no less than what leaves `room` at 0 after the step.
  void keep(btScalar room) { want(room > 0 ? -room * info->fps : -room * info->fps * info->erp, 0); }
  /// That speed is no more.
  void hold(btScalar room) { want(room > 0 ? room * info->fps : room * info->fps * info->erp, -SIMD_INFINITY, 0); }
};

Joint::Joint(const CBulletJoint &joint, btRigidBody &first, btRigidBody &second)
    : btTypedConstraint(POINT2POINT_CONSTRAINT_TYPE, first, second),
      kind(joint.kind),
      first_frame(transform(joint.first_frame)),
      second_frame(transform(joint.second_frame)),
      low(joint.low),
      high(joint.high),
      speed(joint.speed),
      strength(joint.strength) {}

void Joint::getInfo1(btConstraintInfo1 *info) {
  const int extra = (has_bounds() ? 2 : 0) + (strength > 0 ? 1 : 0);
  switch (kind) {
    case CBULLET_BALL: info->m_numConstraintRows = 3; break;
    case CBULLET_WELD: info->m_numConstraintRows = 6; break;
    case CBULLET_HINGE: info->m_numConstraintRows = 5 + extra; break;
    case CBULLET_SLIDER: info->m_numConstraintRows = 5 + extra; break;
    case CBULLET_CONE_JOINT: info->m_numConstraintRows = 4; break;
    case CBULLET_ROPE: info->m_numConstraintRows = 1; break;
  }
  info->nub = 0;
}

Joint::Ends Joint::ends() const {
  const btTransform &a = m_rbA.getCenterOfMassTransform(), &b = m_rbB.getCenterOfMassTransform();
  const btTransform first = a * first_frame, second = b * second_frame;
  return {first, second, first.getOrigin() - a.getOrigin(), second.getOrigin() - b.getOrigin()};
}

void Joint::getInfo2(btConstraintInfo2 *info) {
  Rows rows{info};
  const Ends ends = this->ends();
  switch (kind) {
    case CBULLET_BALL: keep_place(rows, ends); break;
    case CBULLET_WELD: keep_place(rows, ends), keep_turn(rows, ends); break;
    case CBULLET_HINGE: keep_place(rows, ends), keep_axis(rows, ends), bound_turn(rows, ends); break;
    case CBULLET_SLIDER: keep_turn(rows, ends), bound_slide(rows, ends); break;
    case CBULLET_CONE_JOINT: keep_place(rows, ends), bound_cone(rows, ends); break;
    case CBULLET_ROPE: bound_distance(rows, ends); break;
  }
}

void Joint::keep_place(Rows &rows, const Ends &ends) const {
  const btVector3 gap = ends.second.getOrigin() - ends.first.getOrigin();
  for (int n = 0; n < 3; n++) {
    btVector3 axis(0, 0, 0);
    axis[n] = 1;
    rows.along(axis, ends);
    rows.mend(gap[n]);
  }
}

void Joint::keep_turn(Rows &rows, const Ends &ends) const {
  btQuaternion turn = ends.second.getRotation() * ends.first.getRotation().inverse();
  if (turn.w() < 0) turn = -turn;
  for (int n = 0; n < 3; n++) {
    btVector3 axis(0, 0, 0);
    axis[n] = 1;
    rows.about(axis);
    rows.mend(2 * turn[n]);
  }
}

void Joint::keep_axis(Rows &rows, const Ends &ends) const {
  const btVector3 axis = ends.first.getBasis().getColumn(0);
  const btVector3 error = axis.cross(ends.second.getBasis().getColumn(0));
  btVector3 one, other;
  across(axis, one, other);
  for (const btVector3 &direction : {one, other}) {
    rows.about(direction);
    rows.mend(direction.dot(error));
  }
}

template <typename Fill>
void Joint::bound(Rows &rows, btScalar value, Fill fill) const {
  if (strength > 0) {
    const btScalar impulse = strength / rows.info->fps;
    fill();
    rows.want(speed, -impulse, impulse);
  }
  if (!has_bounds()) return;
  fill();
  rows.keep(value - low);
  fill();
  rows.hold(high - value);
}

void Joint::bound_turn(Rows &rows, const Ends &ends) const {
  const btMatrix3x3 &first = ends.first.getBasis();
  const btVector3 arm = ends.second.getBasis().getColumn(1);
  const btScalar angle = angle_of(arm.dot(first.getColumn(2)), arm.dot(first.getColumn(1)));
  bound(rows, -angle, [&] { rows.about(first.getColumn(0)); });
}

void Joint::bound_slide(Rows &rows, const Ends &ends) const {
  const btVector3 axis = ends.first.getBasis().getColumn(0);
  const btVector3 gap = ends.second.getOrigin() - ends.first.getOrigin();
  // Both take the same place for the arm's end, so that a push along the rail turns neither.
  Ends joined = ends;
  joined.first_arm = ends.first_arm + gap;
  btVector3 one, other;
  across(axis, one, other);
  for (const btVector3 &direction : {one, other}) {
    rows.along(direction, joined);
    rows.mend(direction.dot(gap));
  }
  bound(rows, -axis.dot(gap), [&] { rows.along(axis, joined); });
}

void Joint::bound_cone(Rows &rows, const Ends &ends) const {
  const btVector3 first = ends.first.getBasis().getColumn(0), second = ends.second.getBasis().getColumn(0);
  const btVector3 across = first.cross(second);
  const btScalar sine = across.length();
  rows.about(sine > 1e-9 ? across / sine : btVector3(1, 0, 0));
  rows.keep(high - angle_of(sine, first.dot(second)));
}

void Joint::bound_distance(Rows &rows, const Ends &ends) const {
  const btVector3 gap = ends.second.getOrigin() - ends.first.getOrigin();
  const btScalar distance = gap.length();
  rows.along(distance > 1e-9 ? gap / distance : btVector3(0, 1, 0), ends);
  rows.keep(high - distance);
}
