#pragma once

#include <vector>

#include "geo/ring.h"
#include "scenario/document.h"

/// Shapes of the globe as programs with a flat map want them (RFC 7946): cut at the dateline, closed along the poles.
namespace cordon::interchange {

/// Degrees; longitude in [-180, 180].
struct FlatPoint {
  double lonDegrees = 0.0;
  double latDegrees = 0.0;

  friend bool operator==(const FlatPoint&, const FlatPoint&) = default;
};

/// A closed curve is closed implicitly: its last vertex is not the first again.
using FlatPath = std::vector<FlatPoint>;

/// The outer curve runs counter-clockwise, the holes clockwise.
struct FlatPolygon {
  FlatPath outer;
  std::vector<FlatPath> holes;
};

/// How far a vertex's neighbours may leave a curve between them: the middle of a chord from the true geodesic or
/// circle.
inline constexpr double kMostChordMeters = 25.0;

/// The chord error that rings of a radius are written with: a 2000th of the radius, at most kMostChordMeters.
///
/// A program that draws edges straight in longitude and latitude adds at most as much times the latitude's tangent,
/// so that up to 45 degrees of latitude an edge stays within a 1000th of the radius and 50 m.
double chordErrorMeters(double radiusMeters);

/// The region of a ring shape.
std::vector<FlatPolygon> flatPolygons(const geo::RingShape& shape);

/// The region of a document's polygon, edges followed along their geodesics; of each ring the smaller side counts.
std::vector<FlatPolygon> flatPolygons(const scenario::Polygon& polygon);

/// The pieces of a line, edges followed along their geodesics.
std::vector<FlatPath> flatLines(const scenario::Path& path);

/// A position with its longitude wrapped.
FlatPoint flatPoint(const geo::LatLon& position);

}  // namespace cordon::interchange
