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
} CTVector;

/// A turn as a unit quaternion, then a shift.
typedef struct {
  CTVector position;
  CTVector axis;
  float w;
} CTPose;

typedef enum { CTSphere, CTBox, CTCylinder, CTCapsule, CTCone, CTRing, CTMeshed } CTForm;

typedef enum {
  CTPlain, CTWood, CTPlanks, CTBrick, CTStone, CTMarble, CTChecker, CTTiles, CTStripes, CTDots, CTGrass, CTSand,
  CTAsphalt, CTSnow, CTConcrete, CTFabric, CTLeather, CTRust, CTBasketball, CTFootball, CTTennis, CTCardboard, CTSkinned,
  CTFur, CTLeaves, CTRipples,
} CTPattern;

typedef enum { CTLookPlain, CTLookClay, CTLookToon, CTLookNoir, CTLookNeon, CTLookPaper } CTLook;

typedef enum { CTDraft, CTStandard, CTFine } CTQuality;

/// What stands about: nothing; a seamless backdrop; four walls and a ceiling; the night between the stars.
typedef enum { CTOpen, CTBackdrop, CTRoom, CTVoid } CTEnclosure;

/// What closes the view at the horizon.
typedef enum { CTNoHorizon, CTHills, CTTrees, CTMountains, CTHouses, CTDunes } CTHorizon;

typedef enum { CTNoMarks, CTCourt, CTPitch, CTRoad, CTLane } CTMarks;

typedef struct {
  CTVector color, second;
  /// One unit of the pattern, 0.001 to 1000 m.
  float scale;
  /// 0.02 to 1; 0 to 1; 0 to 1; 1 to 3; 0 to 1000.
  float roughness, metal, clarity, refraction, glow;
  int32_t pattern;
} CTSurface;

/// A body. `size`: radius and height of round ones, whole edges of a box, radius and tube of a ring; 0.0001 to 100 000 m.
typedef struct {
  int32_t form;
  CTVector size;
  /// Of those that were given, for a meshed body.
  int32_t mesh;
  CTSurface surface;
  /// From the body's space to the pattern's.
  CTPose pattern;
  /// A number for all that belongs to one owner, from 1 on.
  uint32_t owner;
} CTBody;

/// Triangles as indices of vertices, all of them below `vertex_count`.
typedef struct {
  const CTVector *_Nullable vertices;
  int32_t vertex_count;
  const uint32_t *_Nullable triangles;
  int32_t triangle_count;
} CTMesh;

/// What bends: its vertices come with each moment.
typedef struct {
  CTSurface surface;
  uint32_t owner;
  const uint32_t *_Nullable triangles;
  int32_t triangle_count;
  /// One more than the largest index.
  int32_t vertex_count;
} CTSkin;

typedef struct {
  CTVector place, color;
  /// Radiant intensity in the units of the picture, and the radius of the ball that shines.
  float strength, radius;
} CTLamp;

/// All that does not change from frame to frame.
typedef struct {
  int32_t width, height;
  int32_t quality, look, enclosure, horizon, marks;
  /// The marks' origin, and the way they face, in x and z: under a court's ring, towards the middle.
  CTVector marks_place, marks_heading;
  /// What a court's key is painted with.
  CTVector marks_color;
  /// Half of a room's extent along x and z, and its height.
  CTVector room;
  CTSurface ground, wall;
  /// Its surface's height; half its extent along x and z or 0 for no shore; depth 0: there is no water.
  float water_level, water_depth;
  CTVector water_center, water_half, waves;
  CTVector water_color;
  /// Towards the sun; how much of it and of the sky there is, 0 to 1.
  CTVector sun;
  float sky, clouds, rain, snow;
  /// 1 over the distance at which 63 % of the light is lost.
  float haze;
  CTVector wind;
  uint32_t seed;
} CTSet;

typedef struct {
  CTVector place;
  float radius;
} CTDrop;

typedef struct {
  float x, z, age, height;
} CTRipple;

typedef struct {
  CTVector eye, right, up, back;
  /// The tangent of half the angle from top to bottom; the lens's radius; how far away what is sharp is.
  float slope, lens, focus;
} CTCamera;

/// What changes: where all is when the shutter opens and when it closes. Nothing here is kept after the frame's end.
typedef struct {
  CTCamera camera;
  float time;
  /// By body, both ends of the shutter's time; `present` is 0 for what is not there.
  const CTPose *_Nullable opening;
  const CTPose *_Nullable closing;
  const uint8_t *_Nullable present;
  /// By skin: `vertex_count` places each, or null for what is not there.
  const CTVector *_Nullable const *_Nullable skins_opening;
  const CTVector *_Nullable const *_Nullable skins_closing;
  const CTDrop *_Nullable drops;
  int32_t drop_count;
  const CTRipple *_Nullable ripples;
  int32_t ripple_count;
} CTMoment;

typedef struct CTWorld CTWorld;
typedef struct CTPicture CTPicture;

/// Copies all it is given. A null pointer if there is no memory, or Embree does not start.
CTWorld *_Nullable ctracing_make(
  const CTSet *_Nonnull set, const CTBody *_Nullable bodies, int32_t body_count, const CTMesh *_Nullable meshes,
  int32_t mesh_count, const CTSkin *_Nullable skins, int32_t skin_count, const CTLamp *_Nullable lamps,
  int32_t lamp_count);
void ctracing_free(CTWorld *_Nullable world);

/// The light of the sky that comes from a direction, in the units of the picture.
CTVector ctracing_sky(const CTWorld *_Nonnull world, CTVector direction);

/// The part of light that the face of a clear body mirrors: by the cosine of its angle, and the index that it comes from
/// over the index that it goes to.
float ctracing_fresnel(float cosine, float ratio);

/// A picture at a moment, of which nothing is drawn yet; a null pointer if there is no memory. Any thread.
CTPicture *_Nullable ctracing_begin(CTWorld *_Nonnull world, const CTMoment *_Nonnull moment);
void ctracing_end(CTPicture *_Nullable picture);

/// How many passes make a picture. Each is done when all rows were; the next may begin then.
int32_t ctracing_passes(void);
/// Does a pass for rows; different rows may be done by several threads at once.
void ctracing_expose(CTPicture *_Nonnull picture, int32_t pass, int32_t first_row, int32_t end_row);
/// R, G, B, A bytes.
void ctracing_print(
  const CTPicture *_Nonnull picture, int32_t first_row, int32_t end_row, uint8_t *_Nonnull bytes, int64_t stride);

/// What is seen at a pixel's centre in the middle of the shutter's time.
typedef struct {
  /// Along the camera's axis in metres; infinite where nothing is.
  float depth;
  /// Along the camera's right, up and back.
  CTVector normal;
  /// How many pixels it moves while the shutter is open, to the right and down.
  float right, down;
  /// 0: sky; 1 + the owner's number; 0xffffffff: the ground or a wall, 0xfffffffe: water.
  uint32_t owner;
} CTSight;

void ctracing_survey(const CTPicture *_Nonnull picture, int32_t row, CTSight *_Nonnull sights);

#ifdef __cplusplus
}
#endif
