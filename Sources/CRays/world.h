// All that a ray may meet and all that shines, for the time of one picture.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "embree.h"
#include "light.h"
#include "solids.h"

/// A mesh that Embree keeps, with its vertices' normals.
struct Net {
  std::vector<f3> vertices, normals;
  std::vector<uint32_t> triangles;
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
  bool moves;
  f3 low, high;  // its bounds in the world
  int body;      // or −1: a drop
  float radius;  // of a drop
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
  std::vector<Bent> bent;
  std::vector<CRRipple> ripples;
  float time = 0;
  bool moves = false;
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
  bool moves = false;
};

/// Settles how bright pictures are printed; after all lamps are there.
void expose(CRWorld &world);

/// The nearest body on a ray; `hit.t` is as far as it is sought.
bool nearest_body(const Stage &stage, f3 o, f3 d, float start, float time, Hit &hit);
/// How much light gets through what lies on a ray: 0 behind what is opaque, and the colour of what is clear.
f3 passed_by_bodies(const Stage &stage, f3 o, f3 d, float start, float end, float time);
