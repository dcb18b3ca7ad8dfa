#pragma once

#include <vector>

#include "typography/drawing.h"

namespace cordon::typography {

/// A polyline measured by its length, for setting text along it.
///
/// Beyond its ends it goes on straight. Pure; may be read from any thread.
class TextCurve {
 public:
  /// At least two points; points that coincide with the one before are passed over.
  explicit TextCurve(const std::vector<Point>& points);

  double lengthPixels() const { return stations_.back(); }

  struct Place {
    Point position;
    double angleRadians = 0.0;  ///< of the direction of travel, clockwise on the page
  };

  /// The point at a length from the start, and the direction over the neighbourhood of `smoothingPixels` about it.
  Place at(double lengthPixels, double smoothingPixels) const;

 private:
  Point pointAt(double lengthPixels) const;

  std::vector<Point> points_;
  std::vector<double> stations_;
};

}  // namespace cordon::typography
