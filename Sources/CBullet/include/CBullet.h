#pragma once

// Bullet's rigid bodies behind C: no exception leaves it, and no type of C++ enters Swift.
// Metres, kilograms, seconds, radians; places are the world's unless said otherwise. One thread at a time.
// Numbers that name bodies, pieces and joints are those that were handed out; all others must be finite.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CBullet CBullet;

typedef struct {
  double x, y, z;
} CBulletVector;

/// `rotation` is a unit quaternion with its scalar part in w.
typedef struct {
  CBulletVector position;
  double x, y, z, w;
} CBulletPose;

typedef enum {
  CBULLET_SPHERE,    // radius
  CBULLET_BOX,       // size: whole edges
  CBULLET_CYLINDER,  // radius, height; upright
  CBULLET_CAPSULE,   // radius, height between the centres; upright
  CBULLET_CONE,      // radius, height; upright
  CBULLET_HULL,      // the convex hull of points
  CBULLET_MESH,      // triangles, for what never moves
  CBULLET_FLOOR      // all below the body's own place, level whatever its turn; for what never moves
} CBulletForm;

/// One convex piece of a body, in the space of its centre of mass.
typedef struct {
  CBulletForm form;
  CBulletVector size;
  double radius, height;
  CBulletPose pose;
  /// Of hulls and meshes: three numbers each; copied.
  const double *_Nullable points;
  int point_count;
  const uint32_t *_Nullable triangles;
  int triangle_count;
  /// Friction against the like; resistance to rolling as a length over the radius; what is left after a bounce.
  double friction, rolling, restitution;
} CBulletPiece;

typedef struct {
  /// Of the centre of mass, turned as the principal axes.
  CBulletPose pose;
  CBulletVector velocity, spin;
  /// 0: nothing moves it but `cbullet_drive`.
  double mass;
  /// About the principal axes.
  CBulletVector inertia;
  CBulletVector gravity;
  /// How far it may go in one step without passing something: the radius of the largest ball inside its thinnest piece.
  double reach;
  /// Bodies of the same family do not meet; 0 is none.
  int family;
} CBulletBody;

/// A null pointer if there is no memory.
CBullet *_Nullable cbullet_make(void);
void cbullet_free(CBullet *_Nullable world);

/// The new body's number; −1 if there is no memory.
int cbullet_add(
    CBullet *_Nonnull world, const CBulletBody *_Nonnull body, const CBulletPiece *_Nonnull pieces, int count);
void cbullet_remove(CBullet *_Nonnull world, int body);

CBulletBody cbullet_state(const CBullet *_Nonnull world, int body);
void cbullet_set_velocity(CBullet *_Nonnull world, int body, CBulletVector velocity, CBulletVector spin);
void cbullet_set_mass(CBullet *_Nonnull world, int body, double mass, CBulletVector inertia);
void cbullet_set_gravity(CBullet *_Nonnull world, int body, CBulletVector gravity);
/// A negative number leaves what was.
void cbullet_set_surface(CBullet *_Nonnull world, int body, double friction, double restitution);
/// It passes through that family; 0: through none.
void cbullet_spare(CBullet *_Nonnull world, int body, int family);
/// Puts a body of mass 0 somewhere, from where it goes on at this velocity.
void cbullet_drive(CBullet *_Nonnull world, int body, CBulletPose pose, CBulletVector velocity, CBulletVector spin);
/// An impulse (N·s) at a place in the world, and one that turns it (N·m·s).
void cbullet_push(CBullet *_Nonnull world, int body, CBulletVector impulse, CBulletVector place, CBulletVector turn);

typedef enum {
  CBULLET_BALL,    // the origins stay together
  CBULLET_WELD,    // and do not turn against each other
  CBULLET_HINGE,   // turn about x, from low to high
  CBULLET_SLIDER,  // slide along x, from low to high
  CBULLET_CONE_JOINT,  // the x axes come apart by at most high
  CBULLET_ROPE     // the origins come apart by at most high
} CBulletJointKind;

typedef struct {
  CBulletJointKind kind;
  /// `second` may be −1: the world.
  int first, second;
  /// In the space of each body.
  CBulletPose first_frame, second_frame;
  /// low > high: no bounds.
  double low, high;
  /// A motor that turns or slides the first against the second at `speed`, with at most `strength`; 0: none.
  double speed, strength;
} CBulletJoint;

/// The new joint's number; −1 if there is no memory.
int cbullet_join(CBullet *_Nonnull world, const CBulletJoint *_Nonnull joint);
void cbullet_part(CBullet *_Nonnull world, int joint);

/// Moves everything on. A step in which something goes further than its reach is made of 2 to 64 smaller ones.
/// Returns how many it was, or −1 if there is no memory.
int cbullet_step(CBullet *_Nonnull world, double seconds);

/// Two bodies that meet.
typedef struct {
  int first, second, first_piece, second_piece;
  CBulletVector place, normal;
  /// In N·s.
  double impulse;
  /// Along the normal for a blow; else how fast one slips over the other, and how fast the place wanders.
  double speed, slip, pace;
} CBulletMeeting;

/// The blows of the last step, in order; returns how many there were.
int cbullet_blows(const CBullet *_Nonnull world, CBulletMeeting *_Nonnull blows, int capacity);
/// What touches now, with the impulse of the last small step; returns how many.
int cbullet_touches(const CBullet *_Nonnull world, CBulletMeeting *_Nonnull touches, int capacity);

#ifdef __cplusplus
}
#endif
