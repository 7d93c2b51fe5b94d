#include "Floor.hpp"

namespace {

/// Hands over points of a shape that may be the lowest, in the world.
template <typename Take>
void each_foot(const btConvexShape *shape, const btTransform &place, Take take) {
  const btVector3 down = btVector3(0, -1, 0) * place.getBasis();  // in the shape's own space
  switch (shape->getShapeType()) {
    case BOX_SHAPE_PROXYTYPE: {
      auto half = static_cast<const btBoxShape *>(shape)->getHalfExtentsWithMargin();
      for (int n = 0; n < 8; n++) {
        take(place(btVector3(n & 1 ? half.x() : -half.x(), n & 2 ? half.y() : -half.y(), n & 4 ? half.z() : -half.z())));
      }
      return;
    }
    case CAPSULE_SHAPE_PROXYTYPE: {
      auto capsule = static_cast<const btCapsuleShape *>(shape);
      const btVector3 end(0, capsule->getHalfHeight(), 0), sole(0, -capsule->getRadius(), 0);
      take(place(end) + sole);
      take(place(-end) + sole);
      return;
    }
    case CYLINDER_SHAPE_PROXYTYPE:
    case CONE_SHAPE_PROXYTYPE: {
      const bool is_cone = shape->getShapeType() == CONE_SHAPE_PROXYTYPE;
      auto cone = static_cast<const btConeShape *>(shape);
      auto half = static_cast<const btCylinderShape *>(shape)->getHalfExtentsWithMargin();
      const btScalar radius = is_cone ? cone->getRadius() : half.x();
      const btScalar height = is_cone ? cone->getHeight() / 2 : half.y();
      // The lowest point of each rim, the one across, and those between. Upright, any four will do.
      btVector3 low(down.x(), 0, down.z());
      low = low.length2() > 1e-8 ? low.normalized() * radius : btVector3(radius, 0, 0);
      const btVector3 side(-low.z(), 0, low.x()), up(0, height, 0);
      for (const btVector3 &rim : {low, -low, side, -side}) {
        take(place(rim - up));
        if (!is_cone) take(place(rim + up));
      }
      if (is_cone) take(place(up));
      return;
    }
    case CONVEX_HULL_SHAPE_PROXYTYPE: {
      auto hull = static_cast<const btConvexHullShape *>(shape);
      for (int n = 0; n < hull->getNumPoints(); n++) take(place(hull->getScaledPoint(n)));
      return;
    }
    default: take(place(shape->localGetSupportingVertex(down)));
  }
}

}  // namespace

FloorMeeting::FloorMeeting(const btCollisionAlgorithmConstructionInfo &info, bool floor_first)
    : btCollisionAlgorithm(info), floor_first(floor_first) {}

FloorMeeting::~FloorMeeting() {
  if (manifold) m_dispatcher->releaseManifold(manifold);
}

void FloorMeeting::processCollision(
    const btCollisionObjectWrapper *first, const btCollisionObjectWrapper *second, const btDispatcherInfo &,
    btManifoldResult *result) {
  auto body = floor_first ? second : first, floor = floor_first ? first : second;
  if (!manifold) manifold = m_dispatcher->getNewManifold(body->getCollisionObject(), floor->getCollisionObject());
  result->setPersistentManifold(manifold);
  const btScalar near = manifold->getContactBreakingThreshold();
  auto shape = static_cast<const btConvexShape *>(body->getCollisionShape());
  const btScalar level = floor->getWorldTransform().getOrigin().y();
  each_foot(shape, body->getWorldTransform(), [&](const btVector3 &foot) {
    const btScalar height = foot.y() - level;
    if (height >= near) return;
    result->addContactPoint(btVector3(0, 1, 0), btVector3(foot.x(), level, foot.z()), height);
  });
  result->refreshContactPoints();
}
