#pragma once

#include <cmath>
#include <numbers>

namespace cordon::scene {

/// An azimuth, or the turn clockwise from one to another, in [0, 2 pi); any finite angle.
inline double wrapAzimuth(double radians) {
  constexpr double kTurn = 2.0 * std::numbers::pi;
  const double wrapped = radians - kTurn * std::floor(radians / kTurn);
  return wrapped < kTurn ? wrapped : 0.0;
}

}  // namespace cordon::scene
