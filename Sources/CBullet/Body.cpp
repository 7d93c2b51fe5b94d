#include "Body.hpp"

#include "Turn.hpp"

namespace {

/// Bullet rounds what it treats as convex hulls by a margin; its usual 4 cm are more than a marble.
constexpr btScalar hull_margin = 0.001;

bool is_plain(const CBulletPose &pose) {
  return pose.position.x == 0 && pose.position.y == 0 && pose.position.z == 0 && pose.w == 1;
}

}  // namespace

Body::Body(const CBulletBody &body, const CBulletPiece *pieces, int count, int number)
    : number(number), reach(body.reach), family(body.family) {
  btCollisionShape *whole = nullptr;
  for (int n = 0; n < count; n++) surfaces.push_back({pieces[n].friction, pieces[n].rolling, pieces[n].restitution});
  if (count == 1 && is_plain(pieces[0].pose)) {
    whole = shape(pieces[0]);
  } else {
    auto compound = std::make_unique<btCompoundShape>(true, count);
    whole = compound.get();
    for (int n = 0; n < count; n++) compound->addChildShape(transform(pieces[n].pose), shape(pieces[n]));
    shapes.push_back(std::move(compound));
  }
  btRigidBody::btRigidBodyConstructionInfo info(body.mass, nullptr, whole, vector(body.inertia));
  rigid = std::make_unique<btRigidBody>(info);
  rigid->setFlags(rigid->getFlags() | BT_DISABLE_WORLD_GRAVITY);
  rigid->setActivationState(DISABLE_DEACTIVATION);
  rigid->setUserPointer(this);
  rigid->setGravity(vector(body.gravity));
  set_mass(body.mass, vector(body.inertia));
  rigid->setCenterOfMassTransform(transform(body.pose));
  rigid->setLinearVelocity(vector(body.velocity));
  rigid->setAngularVelocity(vector(body.spin));
}

btCollisionShape *Body::shape(const CBulletPiece &piece) {
  auto keep = [&](auto *shape) {
    shapes.emplace_back(shape);
    return shape;
  };
  switch (piece.form) {
    case CBULLET_SPHERE: return keep(new btSphereShape(piece.radius));
    case CBULLET_BOX: return keep(new btBoxShape(vector(piece.size) / 2));
    case CBULLET_CYLINDER:
      return keep(new btCylinderShape(btVector3(piece.radius, piece.height / 2, piece.radius)));
    case CBULLET_CAPSULE: return keep(new btCapsuleShape(piece.radius, piece.height));
    case CBULLET_CONE: return keep(new btConeShape(piece.radius, piece.height));
    case CBULLET_FLOOR: return keep(new btStaticPlaneShape(btVector3(0, 1, 0), 0));
    case CBULLET_HULL: {
      auto hull = keep(new btConvexHullShape);
      for (int n = 0; n < piece.point_count; n++) {
        const double *point = piece.points + 3 * n;
        hull->addPoint(btVector3(point[0], point[1], point[2]), false);
      }
      hull->setMargin(hull_margin);
      hull->recalcLocalAabb();
      return hull;
    }
    case CBULLET_MESH: {
      meshes.push_back(std::make_unique<btTriangleMesh>());
      auto corner = [&](uint32_t index) {
        const double *point = piece.points + 3 * index;
        return btVector3(point[0], point[1], point[2]);
      };
      for (int n = 0; n < piece.triangle_count; n++) {
        const uint32_t *corners = piece.triangles + 3 * n;
        meshes.back()->addTriangle(corner(corners[0]), corner(corners[1]), corner(corners[2]));
      }
      auto mesh = keep(new btBvhTriangleMeshShape(meshes.back().get(), true));
      mesh->setMargin(hull_margin);
      return mesh;
    }
  }
  return keep(new btEmptyShape);
}

void Body::set_mass(double mass, const btVector3 &inertia) {
  const int kinematic = btCollisionObject::CF_KINEMATIC_OBJECT;
  const int flags = rigid->getCollisionFlags() & ~(kinematic | btCollisionObject::CF_STATIC_OBJECT);
  rigid->setMassProps(mass, mass > 0 ? inertia : btVector3(0, 0, 0));
  rigid->setCollisionFlags(mass > 0 ? flags : flags | kinematic);
  rigid->updateInertiaTensor();
}

/// A body that nothing holds is moved as a parabola goes, exactly: by the mean of its speeds before and after.
void Body::move(btScalar seconds, bool falls_freely) {
  btTransform place = rigid->getCenterOfMassTransform();
  btVector3 way = rigid->getLinearVelocity() * seconds + missed;
  if (falls_freely) way -= rigid->getGravity() * (seconds * seconds / 2);
  place.setOrigin(place.getOrigin() + way);
  place.setRotation(turned(place.getRotation(), rigid->getAngularVelocity(), seconds));
  missed.setZero();
  rigid->setCenterOfMassTransform(place);
}
