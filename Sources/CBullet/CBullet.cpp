#include "CBullet.h"

#include "World.hpp"

// Nothing but the border: each call is handed on, and what is thrown there ends here.

struct CBullet {
  World world;
};

namespace {

template <typename Work>
int guarded(Work work) {
  try {
    return work();
  } catch (...) {
    return -1;
  }
}

btRigidBody &rigid(const CBullet *world, int body) { return *world->world.bodies[body]->rigid; }

}  // namespace

CBullet *cbullet_make(void) {
  try {
    return new CBullet;
  } catch (...) {
    return nullptr;
  }
}

void cbullet_free(CBullet *world) { delete world; }

int cbullet_add(CBullet *world, const CBulletBody *body, const CBulletPiece *pieces, int count) {
  return guarded([&] { return world->world.add(*body, pieces, count); });
}

void cbullet_remove(CBullet *world, int body) { world->world.remove(body); }

CBulletBody cbullet_state(const CBullet *world, int body) {
  const btRigidBody &rigid = ::rigid(world, body);
  const btTransform &place = rigid.getCenterOfMassTransform();
  const btQuaternion turn = place.getRotation();
  CBulletBody state = {};
  state.pose = {vector(place.getOrigin()), turn.x(), turn.y(), turn.z(), turn.w()};
  state.velocity = vector(rigid.getLinearVelocity());
  state.spin = vector(rigid.getAngularVelocity());
  return state;
}

void cbullet_set_velocity(CBullet *world, int body, CBulletVector velocity, CBulletVector spin) {
  rigid(world, body).setLinearVelocity(vector(velocity));
  rigid(world, body).setAngularVelocity(vector(spin));
}

void cbullet_set_mass(CBullet *world, int body, double mass, CBulletVector inertia) {
  world->world.set_mass(body, mass, vector(inertia));
}

void cbullet_set_gravity(CBullet *world, int body, CBulletVector gravity) {
  rigid(world, body).setGravity(vector(gravity));
}

void cbullet_set_surface(CBullet *world, int body, double friction, double restitution) {
  for (Surface &surface : world->world.bodies[body]->surfaces) {
    if (friction >= 0) surface.friction = friction;
    if (restitution >= 0) surface.restitution = restitution;
  }
}

void cbullet_spare(CBullet *world, int body, int family) { world->world.spare(body, family); }

void cbullet_drive(CBullet *world, int body, CBulletPose pose, CBulletVector velocity, CBulletVector spin) {
  rigid(world, body).setCenterOfMassTransform(transform(pose));
  cbullet_set_velocity(world, body, velocity, spin);
}

void cbullet_push(CBullet *world, int body, CBulletVector impulse, CBulletVector place, CBulletVector turn) {
  btRigidBody &rigid = ::rigid(world, body);
  rigid.applyImpulse(vector(impulse), vector(place) - rigid.getCenterOfMassPosition());
  rigid.applyTorqueImpulse(vector(turn));
  world->world.bodies[body]->is_pushed = true;
}

int cbullet_join(CBullet *world, const CBulletJoint *joint) {
  return guarded([&] { return world->world.join(*joint); });
}

void cbullet_part(CBullet *world, int joint) { world->world.part(joint); }

int cbullet_step(CBullet *world, double seconds) {
  return guarded([&] { return world->world.step(seconds); });
}

int cbullet_blows(const CBullet *world, CBulletMeeting *blows, int capacity) {
  const auto &all = world->world.blows;
  const int count = int(all.size());
  for (int n = 0; n < count && n < capacity; n++) blows[n] = all[n];
  return count;
}

int cbullet_touches(const CBullet *world, CBulletMeeting *touches, int capacity) {
  return const_cast<CBullet *>(world)->world.touches(touches, capacity);
}
