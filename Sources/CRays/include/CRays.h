#pragma once

// A world of solids as light sees it, behind C: no exception leaves it, and no type of C++ or of Embree enters Swift.
//
// Lengths are metres, times seconds, angles radians. Colours are linear light with the primaries of BT.709. All numbers
// that come in are finite and inside the ranges given here: Swift holds them to these before it calls.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Each ±100 000 at the most.
typedef struct {
  float x, y, z;
} CRVector;

/// A turn as a unit quaternion, then a shift.
typedef struct {
  CRVector position;
  CRVector axis;
  float w;
} CRPose;

typedef enum { CRSphere, CRBox, CRCylinder, CRCapsule, CRCone, CRRing, CRMeshed } CRForm;

typedef enum {
  CRPlain, CRWood, CRPlanks, CRBrick, CRStone, CRMarble, CRChecker, CRTiles, CRStripes, CRDots, CRGrass, CRSand,
  CRAsphalt, CRSnow, CRConcrete, CRFabric, CRLeather, CRRust, CRBasketball, CRFootball, CRTennis, CRCardboard, CRSkinned,
  CRFur, CRLeaves, CRRipples,
} CRPattern;

typedef enum { CRLookPlain, CRLookClay, CRLookToon, CRLookNoir, CRLookNeon, CRLookPaper } CRLook;

typedef enum { CRDraft, CRStandard, CRFine } CRQuality;

/// What stands about: nothing; a seamless backdrop; four walls and a ceiling; the night between the stars.
typedef enum { CROpen, CRBackdrop, CRRoom, CRVoid } CREnclosure;

/// What closes the view at the horizon.
typedef enum { CRNoHorizon, CRHills, CRTrees, CRMountains, CRHouses, CRDunes } CRHorizon;

typedef enum { CRNoMarks, CRCourt, CRPitch, CRRoad, CRLane } CRMarks;

typedef struct {
  CRVector color, second;
  /// One unit of the pattern, 0.001 to 1000 m.
  float scale;
  /// 0.02 to 1; 0 to 1; 0 to 1; 1 to 3; 0 to 1000.
  float roughness, metal, clarity, refraction, glow;
  int32_t pattern;
} CRSurface;

/// A body. `size`: radius and height of round ones, whole edges of a box, radius and tube of a ring; 0.0001 to 100 000 m.
typedef struct {
  int32_t form;
  CRVector size;
  /// Of those that were given, for a meshed body.
  int32_t mesh;
  CRSurface surface;
  /// From the body's space to the pattern's.
  CRPose pattern;
  /// A number for all that belongs to one owner, from 1 on.
  uint32_t owner;
} CRBody;

/// Triangles as indices of vertices, all of them below `vertex_count`.
typedef struct {
  const CRVector *_Nullable vertices;
  int32_t vertex_count;
  const uint32_t *_Nullable triangles;
  int32_t triangle_count;
} CRMesh;

/// What bends: its vertices come with each moment.
typedef struct {
  CRSurface surface;
  uint32_t owner;
  const uint32_t *_Nullable triangles;
  int32_t triangle_count;
  /// One more than the largest index.
  int32_t vertex_count;
} CRSkin;

typedef struct {
  CRVector place, color;
  /// Radiant intensity in the units of the picture, and the radius of the ball that shines.
  float strength, radius;
} CRLamp;

/// All that does not change from frame to frame.
typedef struct {
  int32_t width, height;
  int32_t quality, look, enclosure, horizon, marks;
  /// The marks' origin, and the way they face, in x and z: under a court's ring, towards the middle.
  CRVector marks_place, marks_heading;
  /// What a court's key is painted with.
  CRVector marks_color;
  /// Half of a room's extent along x and z, and its height.
  CRVector room;
  CRSurface ground, wall;
  /// Its surface's height; half its extent along x and z or 0 for no shore; depth 0: there is no water.
  float water_level, water_depth;
  CRVector water_center, water_half, waves;
  CRVector water_color;
  /// Towards the sun; how much of it and of the sky there is, 0 to 1.
  CRVector sun;
  float sky, clouds, rain, snow;
  /// 1 over the distance at which 63 % of the light is lost.
  float haze;
  CRVector wind;
  uint32_t seed;
} CRSet;

typedef struct {
  CRVector place;
  float radius;
} CRDrop;

typedef struct {
  float x, z, age, height;
} CRRipple;

typedef struct {
  CRVector eye, right, up, back;
  /// The tangent of half the angle from top to bottom; the lens's radius; how far away what is sharp is.
  float slope, lens, focus;
} CRCamera;

/// What changes: where all is when the shutter opens and when it closes. Nothing here is kept after the frame's end.
typedef struct {
  CRCamera camera;
  float time;
  /// By body, both ends of the shutter's time; `present` is 0 for what is not there.
  const CRPose *_Nullable opening;
  const CRPose *_Nullable closing;
  const uint8_t *_Nullable present;
  /// By skin: `vertex_count` places each, or null for what is not there.
  const CRVector *_Nullable const *_Nullable skins_opening;
  const CRVector *_Nullable const *_Nullable skins_closing;
  const CRDrop *_Nullable drops;
  int32_t drop_count;
  const CRRipple *_Nullable ripples;
  int32_t ripple_count;
} CRMoment;

typedef struct CRWorld CRWorld;
typedef struct CRPicture CRPicture;

/// Copies all it is given. A null pointer if there is no memory, or Embree does not start.
CRWorld *_Nullable crays_make(
  const CRSet *_Nonnull set, const CRBody *_Nullable bodies, int32_t body_count, const CRMesh *_Nullable meshes,
  int32_t mesh_count, const CRSkin *_Nullable skins, int32_t skin_count, const CRLamp *_Nullable lamps,
  int32_t lamp_count);
/// Embree's version, as the library says it: 31 305 for 3.13.5.
int32_t crays_embree_version(void);

void crays_free(CRWorld *_Nullable world);

/// The light of the sky that comes from a direction, in the units of the picture.
CRVector crays_sky(const CRWorld *_Nonnull world, CRVector direction);

/// The part of light that the face of a clear body mirrors: by the cosine of its angle, and the index that it comes from
/// over the index that it goes to.
float crays_fresnel(float cosine, float ratio);

/// A picture at a moment, of which nothing is drawn yet; a null pointer if there is no memory. Any thread.
CRPicture *_Nullable crays_begin(CRWorld *_Nonnull world, const CRMoment *_Nonnull moment);
void crays_end(CRPicture *_Nullable picture);

/// How many passes make a picture. Each is done when all rows were; the next may begin then.
int32_t crays_passes(void);
/// Does a pass for rows; different rows may be done by several threads at once.
void crays_expose(CRPicture *_Nonnull picture, int32_t pass, int32_t first_row, int32_t end_row);
/// R, G, B, A bytes.
void crays_print(
  const CRPicture *_Nonnull picture, int32_t first_row, int32_t end_row, uint8_t *_Nonnull bytes, int64_t stride);

/// What is seen at a pixel's centre in the middle of the shutter's time.
typedef struct {
  /// Along the camera's axis in metres; infinite where nothing is.
  float depth;
  /// Along the camera's right, up and back.
  CRVector normal;
  /// How many pixels it moves while the shutter is open, to the right and down.
  float right, down;
  /// 0: sky; 1 + the owner's number; 0xffffffff: the ground or a wall, 0xfffffffe: water.
  uint32_t owner;
} CRSight;

void crays_survey(const CRPicture *_Nonnull picture, int32_t row, CRSight *_Nonnull sights);

#ifdef __cplusplus
}
#endif
