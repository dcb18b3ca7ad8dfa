#pragma once

#include <cstdint>
#include <vector>

#include "typography/drawing.h"

namespace cordon::scene {

/// Which rectangles of a picture are taken: a grid over them, so that thousands are asked quickly.
class Occupancy {
 public:
  Occupancy(double widthPixels, double heightPixels);

  void add(const typography::Rect& rect);
  bool isFree(const typography::Rect& rect) const;
  bool areFree(const std::vector<typography::Rect>& rects) const;

 private:
  struct Cells {
    int left, top, right, bottom;
  };
  Cells cells(const typography::Rect& rect) const;

  int columns_;
  int rows_;
  std::vector<typography::Rect> rects_;
  std::vector<std::vector<std::uint32_t>> grid_;
};

/// Where thin lines run on a picture, coarsely, so that labels can keep off them.
class LineMask {
 public:
  LineMask(double widthPixels, double heightPixels, double cellPixels);

  void add(const std::vector<typography::Point>& line);

  /// Roughly how many cells' lengths of line run under a rectangle.
  int crossings(const typography::Rect& rect) const;
  int crossings(const std::vector<typography::Rect>& rects) const;

 private:
  double cell_;
  int columns_;
  int rows_;
  std::vector<std::uint8_t> marks_;
};

/// Whether two rectangles share any room.
bool overlap(const typography::Rect& a, const typography::Rect& b);

/// Whether a rectangle lies wholly in another.
bool contains(const typography::Rect& outer, const typography::Rect& inner);

/// The rectangle grown on all sides.
typography::Rect grown(const typography::Rect& rect, double byPixels);

/// The smallest rectangle about several; at least one.
typography::Rect bounds(const std::vector<typography::Rect>& rects);

}  // namespace cordon::scene
