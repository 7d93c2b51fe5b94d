#include "World.hpp"

#include "Turn.hpp"

bool Dispatcher::needsCollision(const btCollisionObject *first, const btCollisionObject *second) {
  const Body *a = Body::of(first), *b = Body::of(second);
  if (a->family && (a->family == b->family || a->family == b->spared)) return false;
  if (b->family && b->family == a->spared) return false;
  return btCollisionDispatcher::needsCollision(first, second);
}

World::World() : btDiscreteDynamicsWorld(&dispatcher, &broadphase, &solver, &configuration) {
  for (int type = 0; type < CONCAVE_SHAPES_START_HERE; type++) {
    dispatcher.registerCollisionCreateFunc(type, STATIC_PLANE_PROXYTYPE, &on_floor);
    dispatcher.registerCollisionCreateFunc(STATIC_PLANE_PROXYTYPE, type, &under_body);
  }
  btContactSolverInfo &info = getSolverInfo();
  info.m_numIterations = 20;
  // What has sunk in is lifted out without a speed that would stay, and without a turn, which asks for a sine.
  info.m_splitImpulse = true;
  info.m_splitImpulsePenetrationThreshold = 0;
  info.m_splitImpulseTurnErp = 0;
  info.m_solverMode |= SOLVER_USE_2_FRICTION_DIRECTIONS;
  setForceUpdateAllAabbs(true);
}

World::~World() {
  for (auto &joint : joints) {
    if (joint) removeConstraint(joint.get());
  }
  for (auto &body : bodies) {
    if (body) removeRigidBody(body->rigid.get());
  }
}

int World::add(const CBulletBody &body, const CBulletPiece *pieces, int count) {
  bodies.push_back(std::make_unique<Body>(body, pieces, count, int(bodies.size())));
  addRigidBody(bodies.back()->rigid.get());
  return bodies.back()->number;
}

void World::remove(int number) {
  if (!bodies[number]) return;
  remove_joints_of(*bodies[number]);
  removeRigidBody(bodies[number]->rigid.get());
  bodies[number].reset();
}

void World::remove_joints_of(const Body &body) {
  for (int n = 0; n < int(joints.size()); n++) {
    if (!joints[n]) continue;
    const btRigidBody *rigid = body.rigid.get();
    if (&joints[n]->getRigidBodyA() == rigid || &joints[n]->getRigidBodyB() == rigid) part(n);
  }
}

void World::set_mass(int number, double mass, const btVector3 &inertia) {
  Body &body = *bodies[number];
  const bool was_free = body.is_free();
  // Bullet keeps lists by whether a body moves.
  if (was_free != (mass > 0)) removeRigidBody(body.rigid.get());
  body.set_mass(mass, inertia);
  if (was_free != (mass > 0)) addRigidBody(body.rigid.get());
}

void World::spare(int number, int family) {
  bodies[number]->spared = family;
  forget_contacts(*bodies[number]);
}

void World::forget_contacts(const Body &body) {
  for (int n = 0; n < dispatcher.getNumManifolds(); n++) {
    btPersistentManifold *manifold = dispatcher.getManifoldByIndexInternal(n);
    if (Body::of(manifold->getBody0()) == &body || Body::of(manifold->getBody1()) == &body) manifold->clearManifold();
  }
}

int World::join(const CBulletJoint &joint) {
  btRigidBody &first = *bodies[joint.first]->rigid;
  btRigidBody &second = joint.second < 0 ? anchor : *bodies[joint.second]->rigid;
  joints.push_back(std::make_unique<Joint>(joint, first, second));
  // What a rope or a rail holds may still be met; what is joined at a point overlaps there.
  const bool may_meet = joint.kind == CBULLET_ROPE || joint.kind == CBULLET_SLIDER;
  addConstraint(joints.back().get(), joint.second >= 0 && !may_meet);
  count_joint(*joints.back(), 1);
  return int(joints.size()) - 1;
}

void World::part(int number) {
  if (!joints[number]) return;
  removeConstraint(joints[number].get());
  count_joint(*joints[number], -1);
  joints[number].reset();
}

void World::count_joint(const Joint &joint, int change) {
  for (const btRigidBody *end : {&joint.getRigidBodyA(), &joint.getRigidBodyB()}) {
    if (end != &anchor) Body::of(end)->joint_count += change;
  }
}

int World::step(btScalar seconds) {
  blows.clear();
  const int parts = parts_of_step(seconds);
  for (int n = 0; n < parts; n++) stepSimulation(seconds / parts, 0);
  return parts;
}

/// So many that nothing gets past the middle of what it meets before it is found to touch it.
int World::parts_of_step(btScalar seconds) const {
  btScalar most = 1;
  for (auto &body : bodies) {
    if (!body || (!body->is_free() && body->rigid->getLinearVelocity().isZero())) continue;
    const btScalar fall = body->rigid->getGravity().length() * seconds;
    const btScalar way = (body->rigid->getLinearVelocity().length() + fall) * seconds;
    most = btMax(most, way / (btScalar(0.4) * body->reach));
  }
  int parts = 1;
  while (parts < most && parts < 64) parts *= 2;
  return parts;
}

void World::predictUnconstraintMotion(btScalar seconds) {
  for (auto &body : bodies) {
    if (!body || !body->is_free()) continue;
    // The broad search looks along the way that this says.
    btTransform place = body->rigid->getCenterOfMassTransform();
    place.setOrigin(place.getOrigin() + body->rigid->getLinearVelocity() * seconds);
    body->rigid->setInterpolationWorldTransform(place);
  }
}

void World::solveConstraints(btContactSolverInfo &info) {
  prepare_contacts();
  strike(info.m_timeStep);
  btDiscreteDynamicsWorld::solveConstraints(info);
}

void World::integrateTransforms(btScalar seconds) {
  for (int n = 0; n < dispatcher.getNumManifolds(); n++) {
    const btPersistentManifold *manifold = dispatcher.getManifoldByIndexInternal(n);
    for (int p = 0; p < manifold->getNumContacts(); p++) {
      if (manifold->getContactPoint(p).m_appliedImpulse <= 0) continue;
      Body::of(manifold->getBody0())->is_pushed = Body::of(manifold->getBody1())->is_pushed = true;
    }
  }
  for (auto &body : bodies) {
    if (!body) continue;
    if (!body->is_free() && body->rigid->getLinearVelocity().isZero() && body->rigid->getAngularVelocity().isZero()) {
      continue;
    }
    const btVector3 start = body->rigid->getCenterOfMassPosition();
    body->move(seconds, body->is_free() && !body->is_bound());
    if (body->is_free()) stop_at_what_is_in_the_way(*body, start);
    body->is_pushed = false;
  }
}

/// For what is too fast even for the smallest steps.
void World::stop_at_what_is_in_the_way(Body &body, const btVector3 &start) {
  btTransform end = body.rigid->getCenterOfMassTransform();
  if ((end.getOrigin() - start).length() <= body.reach) return;

  struct Nearest final : ClosestConvexResultCallback {
    Nearest(World &world, const Body &body, const btVector3 &from, const btVector3 &to)
        : ClosestConvexResultCallback(from, to), world(world), body(body) {}
    World &world;
    const Body &body;
    bool needsCollision(btBroadphaseProxy *proxy) const override {
      auto other = static_cast<btCollisionObject *>(proxy->m_clientObject);
      return other != body.rigid.get() && world.dispatcher.needsCollision(body.rigid.get(), other);
    }
  } nearest(*this, body, start, end.getOrigin());
  btSphereShape core(body.reach / 2);
  btTransform from = end;
  from.setOrigin(start);
  convexSweepTest(&core, from, end, nearest);
  if (!nearest.hasHit()) return;
  end.setOrigin(start.lerp(end.getOrigin(), nearest.m_closestHitFraction));
  body.rigid->setCenterOfMassTransform(end);
}

int World::touches(CBulletMeeting *touches, int capacity) {
  int count = 0;
  for (int n = 0; n < dispatcher.getNumManifolds() && count < capacity; n++) {
    const btPersistentManifold *manifold = dispatcher.getManifoldByIndexInternal(n);
    const btManifoldPoint *strongest = nullptr;
    btScalar impulse = 0;
    for (int p = 0; p < manifold->getNumContacts(); p++) {
      const btManifoldPoint &point = manifold->getContactPoint(p);
      impulse += point.m_appliedImpulse;
      if (!strongest || point.m_appliedImpulse > strongest->m_appliedImpulse) strongest = &point;
    }
    if (impulse <= 0) continue;
    const Body &a = *Body::of(manifold->getBody0()), &b = *Body::of(manifold->getBody1());
    const btVector3 place = strongest->m_positionWorldOnB, normal = strongest->m_normalWorldOnB;
    auto along = [&](const btVector3 &v) { return (v - normal * normal.dot(v)).length(); };
    auto speed = [&](const Body &body) {
      return body.rigid->getVelocityInLocalPoint(place - body.rigid->getCenterOfMassPosition());
    };
    CBulletMeeting &touch = touches[count++];
    touch = {a.number, b.number, strongest->m_index0, strongest->m_index1, vector(place), vector(normal), impulse};
    touch.slip = along(speed(a) - speed(b));
    touch.pace = btMax(
        along(a.rigid->getLinearVelocity() - speed(b)), along(b.rigid->getLinearVelocity() - speed(a)));
  }
  return count;
}
