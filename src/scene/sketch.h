#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/position.h"
#include "scene/length_unit.h"

namespace cordon::scene {

/// A circle of any radius that a reader laid on the map.
struct FreeRing {
  geo::LatLon centre;
  double radiusMeters = 0.0;
};

/// A path or an outline of geodesics that a reader laid on the map to measure it.
struct MeasuredPath {
  std::vector<geo::LatLon> vertices;
  bool closed = false;
  bool isBearing = false;  ///< of two vertices: where to from the first, and how far
};

/// What the reader's tools have laid on the map: drawn with it, never saved in the scenario.
struct Sketch {
  std::vector<FreeRing> rings;
  std::vector<MeasuredPath> paths;
  std::optional<geo::LatLon> mark;  ///< the place that was asked about
};

/// Equal means the same coordinates bit for bit: -0 is not 0, and NaN is itself.
bool operator==(const FreeRing& a, const FreeRing& b);
bool operator==(const MeasuredPath& a, const MeasuredPath& b);
bool operator==(const Sketch& a, const Sketch& b);

/// One leg of a measured path.
struct Leg {
  double distanceMeters = 0.0;
  double startAzimuthRadians = 0.0;  ///< at the first end, clockwise from north, in [0, 2 pi)
  double endAzimuthRadians = 0.0;    ///< at the second end, in the direction of travel
};

/// What a measured path comes to, all on WGS84 by geodesics (geo/geodesic.h, geo/area.h).
struct PathMeasure {
  std::vector<Leg> legs;          ///< with the closing one, where a closed path has three vertices or more
  double lengthMeters = 0.0;      ///< of all legs
  double areaSquareMeters = 0.0;  ///< the smaller side of a closed path of three vertices or more, else 0
};

/// Measures a path. The area means something only where its outline does not cross itself; coincident vertices make
/// legs of no length and some azimuth. Pure; any thread.
PathMeasure measurePath(const MeasuredPath& path);

/// The label of a path in the map: its length ("532.9 km"), after the azimuth at its start where it is a bearing
/// ("042.3°, 532.9 km"); of a closed one both its measures: "area 12 300 km², perimeter 1 203 km". Empty for fewer than
/// two vertices.
std::string measureText(const MeasuredPath& path, LengthUnit unit);

}  // namespace cordon::scene
