// All that a ray may meet and all that shines, for the time of one picture.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "embree.h"
#include "light.h"
#include "sieve.h"
#include "solids.h"
#include "waves.h"

/// A mesh that Embree keeps, with its vertices' normals.
struct Net {
  std::vector<f3> vertices, normals;
  std::vector<uint32_t> triangles;
  f3 low = 0, high = 0;  // its bounds
  RTCScene scene = nullptr;
};

struct Lamp {
  f3 place, light;
  float radius;
};

struct Sheets;

/// What stays the same from picture to picture. Any thread may read it.
struct CRWorld {
  CRSet set;
  RTCDevice device = nullptr;
  std::vector<CRBody> bodies;
  std::vector<Net> nets;
  std::vector<CRSkin> skins;
  std::vector<std::vector<uint32_t>> skin_triangles;
  std::vector<Lamp> lamps;
  Light light;
  std::mutex idle_lock;
  std::vector<std::unique_ptr<Sheets>> idle;
  CRWorld();
  ~CRWorld();
};

/// A body at both ends of the shutter's time.
struct Standing {
  Place opening, closing;
  bool moves, blurs;
  int body;      // or −1: a drop
  float radius;  // of a drop
  size_t frame;  // its first in `Stage::frames`
  Hull hull;
  Place at(float time) const { return moves ? opening.mixed(closing, time) : opening; }
};

/// A skin at both ends of the shutter's time.
struct Bent {
  int skin;
  std::vector<f3> opening, closing, normals;
  unsigned geometry;
};

struct Meshed {
  int standing;
  unsigned geometry;
};

/// All that is there for one picture. Read by many threads once it is made.
struct Stage {
  CRWorld *world = nullptr;
  RTCScene scene = nullptr;
  std::vector<Standing> standing;
  std::vector<int> solids;  // what Embree's primitive numbers stand for
  std::vector<Meshed> meshed;
  /// Where bodies are: one frame of what is at rest, and of what moves one for each moment.
  std::vector<Frame> frames;
  std::vector<Bent> bent;
  std::vector<CRRipple> ripples;
  Waves waves;
  /// What may be seen, what may stand before the sun and each lamp, and what is so near to a place that it takes light from it.
  Sieve eye, sun, around;
  std::vector<Lantern> lanterns;
  float time = 0;
  bool moves = false;
  /// Pixels to a side of the eye's cells; how far what is near may be, in metres.
  static constexpr int cell = 8;
  static constexpr float nearby = 2.5f;
  /// The shutter's time is cut into so many moments.
  static constexpr int moments = 64;
  const Frame &frame(const Standing &s, float time) const { return frames[s.frame + (s.moves ? static_cast<size_t>(time * moments + 0.5f) : 0)]; }
  Stage(CRWorld &world, const CRMoment &moment);
  ~Stage();
};

enum class Kind { sky, land, water, body };

/// What a ray met first.
struct Hit {
  Kind kind = Kind::sky;
  float t = 1e6f;
  f3 place, normal;  // the normal points out of what was met
  f3 local, flat;    // place and normal in the space of the pattern
  const CRSurface *surface = nullptr;
  uint32_t owner = 0;
  int standing = -1, net = -1;
  bool blurs = false;
};

/// Settles how bright pictures are printed; after all lamps are there.
void expose(CRWorld &world);

/// The nearest body on a ray, of all or of a sieve's list; `hit.t` is as far as it is sought.
bool nearest_body(const Stage &stage, f3 o, f3 d, float start, float time, Hit &hit);
bool nearest_body(const Stage &stage, List list, f3 o, f3 d, float start, float time, Hit &hit);
/// How much light gets through what lies on a ray: 0 behind what is opaque, and the colour of what is clear.
f3 passed_by_bodies(const Stage &stage, f3 o, f3 d, float end, float time);
f3 passed_by_bodies(const Stage &stage, List list, f3 o, f3 d, float end, float time);
