#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "geo/position.h"
#include "scene/camera.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// Height of the drawn ground at a position, metres above the ellipsoid.
using HeightFunction = std::function<double(geo::LatLon)>;

using Polyline = std::vector<typography::Point>;

/// Where lines and areas of the ground appear on the picture: cut at the horizon, at the eye and at the edges.
///
/// Holds references: the projector must outlive it. Pure as far as the height function is.
class GroundProjection {
 public:
  /// Without a height function the ground is the ellipsoid. What lies beyond the picture by more than
  /// `marginPixels` is cut off.
  GroundProjection(const Projector& projector, HeightFunction height, double marginPixels);

  const Projector& projector() const { return projector_; }

  /// The pixel of a point of the ground, or nothing where it is hidden or beyond the margin.
  std::optional<typography::Point> pixel(geo::LatLon position) const;

  /// The visible pieces of a line through densified points.
  std::vector<Polyline> line(const std::vector<geo::LatLon>& vertices, bool closed = false) const;

  /// The visible part of densified contours: beyond the horizon they follow it. Empty contours are left out.
  std::vector<Polyline> area(const std::vector<std::vector<geo::LatLon>>& contours) const;

 private:
  std::vector<geo::LatLon> thinned(const std::vector<geo::LatLon>& points) const;
  geo::Ecef ground(geo::LatLon position) const;
  std::optional<typography::Point> visible(geo::LatLon position) const;
  geo::Ecef pulledToHorizon(geo::Ecef position) const;
  void addClipped(std::vector<Polyline>& pieces, const Polyline& line) const;

  const Projector& projector_;
  HeightFunction height_;
  typography::Rect bounds_;
  double finestRadians_ = 0.0;  ///< what is seen of the ground at most, for a fraction of a pixel
};

}  // namespace cordon::scene
