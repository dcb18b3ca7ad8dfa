#pragma once

#include <algorithm>
#include <cmath>

#include "geo/position.h"

namespace cordon::scene {

/// Distances from one point on a sphere, within 0.6 % of the geodesics on WGS84 everywhere: to rule out most of many
/// things before the exact problem, which costs thirty times as much, is solved for the rest.
class RoughDistance {
 public:
  explicit RoughDistance(geo::LatLon point) : normal_(normalAt(point)) {}

  double meters(geo::LatLon other) const {
    // By the chord between the normals: keeps its digits for neighbours.
    const double half = 0.5 * geo::norm(normalAt(other) - normal_);
    return 2.0 * kSphereMeters * std::asin(std::min(1.0, half));
  }

  /// What the geodesic distance differs from meters() by at most.
  static double slackMeters(double roughMeters) { return 0.007 * roughMeters; }

  /// Radius of the sphere, IUGG's mean radius R1.
  static constexpr double kSphereMeters = 6371008.8;

 private:
  static geo::Ecef normalAt(geo::LatLon p) {
    const double flat = std::cos(p.latRadians);
    return {flat * std::cos(p.lonRadians), flat * std::sin(p.lonRadians), std::sin(p.latRadians)};
  }

  geo::Ecef normal_;
};

}  // namespace cordon::scene
