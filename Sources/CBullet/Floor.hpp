#pragma once

#include <btBulletDynamicsCommon.h>

/// How a convex piece meets the level floor: with every point that could stand on it, all at once.
///
/// Bullet's own finds one point a step, so that a box that lands flat would land on one corner first, and roll off.
class FloorMeeting : public btCollisionAlgorithm {
 public:
  FloorMeeting(const btCollisionAlgorithmConstructionInfo &info, bool floor_first);
  ~FloorMeeting() override;

  void processCollision(
      const btCollisionObjectWrapper *first, const btCollisionObjectWrapper *second, const btDispatcherInfo &info,
      btManifoldResult *result) override;
  btScalar calculateTimeOfImpact(
      btCollisionObject *, btCollisionObject *, const btDispatcherInfo &, btManifoldResult *) override {
    return 1;
  }
  void getAllContactManifolds(btManifoldArray &manifolds) override {
    if (manifold) manifolds.push_back(manifold);
  }

  struct Maker : btCollisionAlgorithmCreateFunc {
    explicit Maker(bool floor_first) { m_swapped = floor_first; }
    btCollisionAlgorithm *CreateCollisionAlgorithm(
        btCollisionAlgorithmConstructionInfo &info, const btCollisionObjectWrapper *,
        const btCollisionObjectWrapper *) override {
      void *memory = info.m_dispatcher1->allocateCollisionAlgorithm(sizeof(FloorMeeting));
      return new (memory) FloorMeeting(info, m_swapped);
    }
  };

 private:
  btPersistentManifold *manifold = nullptr;
  const bool floor_first;
};
