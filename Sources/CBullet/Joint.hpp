#pragma once

#include <btBulletDynamicsCommon.h>

#include "CBullet.h"

/// Every joint there is, as rows of Bullet's solver: what may not move, what may within bounds, and a motor.
///
/// Bullet's own joints ask the C library for angles; this one does not (see Turn.hpp), and is all in one place.
class Joint final : public btTypedConstraint {
 public:
  Joint(const CBulletJoint &joint, btRigidBody &first, btRigidBody &second);

  void getInfo1(btConstraintInfo1 *info) override;
  void getInfo2(btConstraintInfo2 *info) override;
  void setParam(int, btScalar, int) override {}
  btScalar getParam(int, int) const override { return 0; }

 private:
  const CBulletJointKind kind;
  const btTransform first_frame, second_frame;
  const btScalar low, high, speed, strength;

  /// Where the two ends are now.
  struct Ends {
    btTransform first, second;
    btVector3 first_arm, second_arm;
  };
  /// Writes rows one after the other.
  struct Rows;

  Ends ends() const;
  bool has_bounds() const { return low <= high; }
  void keep_place(Rows &rows, const Ends &ends) const;
  void keep_turn(Rows &rows, const Ends &ends) const;
  void keep_axis(Rows &rows, const Ends &ends) const;
  void bound_turn(Rows &rows, const Ends &ends) const;
  void bound_slide(Rows &rows, const Ends &ends) const;
  void bound_cone(Rows &rows, const Ends &ends) const;
  void bound_distance(Rows &rows, const Ends &ends) const;
  template <typename Fill>
  void bound(Rows &rows, btScalar value, Fill fill) const;
};
