#pragma once

#include <btBulletDynamicsCommon.h>

#include <memory>
#include <vector>

#include "CBullet.h"

inline btVector3 vector(const CBulletVector &v) { return btVector3(v.x, v.y, v.z); }
inline CBulletVector vector(const btVector3 &v) { return {v.x(), v.y(), v.z()}; }
inline btTransform transform(const CBulletPose &pose) {
  return btTransform(btQuaternion(pose.x, pose.y, pose.z, pose.w), vector(pose.position));
}

/// What one piece is to what it meets.
struct Surface {
  double friction, rolling, restitution;
};

/// A rigid body with all that it is made of.
struct Body {
  Body(const CBulletBody &body, const CBulletPiece *pieces, int count, int number);

  const int number;
  std::vector<Surface> surfaces;  // by piece
  const double reach;
  const int family;
  int spared = 0;
  /// What it did not move in a step because it bounced in the middle of it.
  btVector3 missed{0, 0, 0};
  /// Whether something but gravity acted on it since the last step.
  bool is_pushed = false;
  int joint_count = 0;
  // In this order: the rigid body goes first, then shapes of shapes.
  std::vector<std::unique_ptr<btTriangleMesh>> meshes;
  std::vector<std::unique_ptr<btCollisionShape>> shapes;
  std::unique_ptr<btRigidBody> rigid;

  void set_mass(double mass, const btVector3 &inertia);
  bool is_free() const { return rigid->getInvMass() > 0; }
  /// Whether contacts or joints may act on it.
  bool is_bound() const { return is_pushed || joint_count > 0; }
  const Surface &surface(int piece) const {
    return surfaces[piece > 0 && piece < int(surfaces.size()) ? piece : 0];
  }
  void move(btScalar seconds, bool falls_freely);

  static Body *of(const btCollisionObject *object) { return static_cast<Body *>(object->getUserPointer()); }

 private:
  btCollisionShape *shape(const CBulletPiece &piece);
};
