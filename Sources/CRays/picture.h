// One picture on its way from rays to bytes.
#pragma once

#include "course.h"

/// Where a pixel's light goes: what is smoothed meets `albedo`.
struct Colors {
  f3 steady, albedo;
};

/// What is seen at a pixel: by this it is told which of its neighbours are like it.
struct Texel {
  f3 normal;
  float away;
  uint32_t owner;
  /// Its samples differ in time or in focus, and not only in place.
  bool blurred;
};

/// Rain or snow as streaks on the picture.
struct Streak {
  f2 from, to;
  float half, away, cover;
};

/// The memory of a picture, which the next one uses again: new memory costs more than what is done with it.
struct Sheets {
  std::vector<Texel> texels;
  std::vector<Colors> colors;
  std::vector<uint8_t> edges;
  std::vector<f3> lit, light, print, small, spread;
};

struct CRPicture : Sheets {
  Stage stage;
  CRCamera camera;
  int width, height;
  std::vector<Streak> streaks;

  CRPicture(CRWorld &world, const CRMoment &moment);
  ~CRPicture();
  const CRSet &set() const { return stage.world->set; }
  const Light &sun() const { return stage.world->light; }
  Texel &at(int x, int y) { return texels[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)]; }
  const Texel &at(int x, int y) const { return const_cast<CRPicture *>(this)->at(x, y); }
  size_t index(int x, int y) const { return static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x); }
  int small_width() const { return (width + 3) / 4; }
  int small_height() const { return (height + 3) / 4; }

  // The passes, in order; each for rows `first` to before `end`.
  void look(int first, int end);
  void smooth_across(int first, int end);
  void smooth_down(int first, int end);
  void smooth_far_across(int first, int end);
  void smooth_far_down(int first, int end);
  void gather(int first, int end);
  void mark(int first, int end);
  void refine(int first, int end);
  void soften(int first, int end);
  void shrink(int first, int end);
  void spread_across(int first, int end);
  void spread_down(int first, int end);

private:
  Seen sample(int x, int y, f2 inside, int number, bool lights) const;
  f3 refined(int x, int y, f2 inside, int number) const;
  f3 borrowed(int x, int y, const Seen &seen) const;
  bool asks_for_light(int x, int y) const;
  bool near_blur(int x, int y) const;
  bool differs(int x, int y) const;
  bool out_of_focus(const Texel &texel) const;
  f3 smoothed(const std::vector<f3> &lights, int x, int y, int dx, int dy, int reach) const;
  void smooth(const std::vector<f3> &from, std::vector<f3> &to, int first, int end, int dx, int dy, int reach);
  f3 colored(const Colors &colors, uint32_t owner, f3 lit) const;
  float inked(int x, int y) const;
  void fall(int first, int end);
};

/// Where a world's place is on the picture, in pixels; `away` along the camera's axis. False behind the camera.
bool projected(const CRCamera &camera, int width, int height, f3 place, f2 &pixel, float &away);
std::vector<Streak> streaks(const CRPicture &picture, const CRMoment &moment);
