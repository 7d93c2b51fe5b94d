#pragma once

#include <btBulletDynamicsCommon.h>

#include "Body.hpp"
#include "Floor.hpp"
#include "Joint.hpp"

/// Asks the bodies themselves whether they meet: not those of one family, nor a ball and the hand that has just let it go.
struct Dispatcher final : btCollisionDispatcher {
  using btCollisionDispatcher::btCollisionDispatcher;
  bool needsCollision(const btCollisionObject *first, const btCollisionObject *second) override;
};

/// What Bullet's world is made of; bases are made before it and outlive it.
struct Machinery {
  btDefaultCollisionConfiguration configuration;
  Dispatcher dispatcher{&configuration};
  btDbvtBroadphase broadphase;
  btSequentialImpulseConstraintSolver solver;
  FloorMeeting::Maker on_floor{false}, under_body{true};
  /// What joints to the world are joined to. Bullet has one for all worlds, which two threads would share.
  btRigidBody anchor{btRigidBody::btRigidBodyConstructionInfo(0, nullptr, nullptr)};
};

/// Bullet's world, with blows and moves of our own.
///
/// Bullet finds what touches, and solves what rests, slides and hangs together. Two things it does not do well enough. It
/// takes a bounce for part of the same system of equations, and counts the gap that is left before two things touch as
/// speed that is lost: balls bounce too low, and a cradle passes nothing on. So blows come first, in pairs, each where
/// and when it happens within the step (Impacts.cpp). And it moves bodies by sines of the C library; see Turn.hpp.
class World final : private Machinery, public btDiscreteDynamicsWorld {
 public:
  World();
  ~World() override;

  std::vector<std::unique_ptr<Body>> bodies;
  std::vector<std::unique_ptr<Joint>> joints;
  std::vector<CBulletMeeting> blows;

  int add(const CBulletBody &body, const CBulletPiece *pieces, int count);
  void remove(int body);
  void set_mass(int body, double mass, const btVector3 &inertia);
  void spare(int body, int family);
  int join(const CBulletJoint &joint);
  void part(int joint);
  int step(btScalar seconds);
  int touches(CBulletMeeting *touches, int capacity);

 protected:
  void saveKinematicState(btScalar) override {}
  void createPredictiveContacts(btScalar) override {}
  void predictUnconstraintMotion(btScalar seconds) override;
  void solveConstraints(btContactSolverInfo &info) override;
  void integrateTransforms(btScalar seconds) override;

 private:
  /// Where bodies meet and a blow may be passed on.
  struct Meeting;

  int parts_of_step(btScalar seconds) const;
  void forget_contacts(const Body &body);
  void remove_joints_of(const Body &body);
  void count_joint(const Joint &joint, int change);
  void prepare_contacts();
  void strike(btScalar seconds);
  std::vector<Meeting> meetings(btScalar seconds);
  static Meeting &meeting(std::vector<Meeting> &meetings, Body *first, Body *second, const btManifoldPoint &point);
  bool strike(Meeting &meeting, btScalar seconds, bool is_first);
  void report(const Meeting &meeting);
  void stop_at_what_is_in_the_way(Body &body, const btVector3 &start);
};
