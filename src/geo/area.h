#pragma once

#include <span>

#include "geo/position.h"
#include "geo/ring.h"

namespace cordon::geo {

/// The surface of WGS84, square metres.
inline constexpr double kEarthAreaSquareMeters = 510065621724088.44;

/// Length and areas of a closed curve of geodesics on WGS84.
struct LoopMeasure {
  double perimeterMeters = 0.0;

  /// What lies on the left as the vertices are followed, in [0, kEarthAreaSquareMeters]: the inside of a loop that
  /// runs counter-clockwise, the rest of the Earth for one that runs clockwise.
  double areaOnLeftSquareMeters = 0.0;

  /// The smaller of both sides, for loops whose direction says nothing.
  double smallerAreaSquareMeters() const;
};

/// Measures the loop of shortest paths between successive vertices, the last joined to the first.
///
/// Any longitudes (wrapped or not), poles inside or on the edge, the dateline anywhere. Fewer than three vertices
/// enclose nothing: area 0. The loop must not cross itself. Accuracy: about 0.1 m2 an edge.
/// Source: Karney 2013, section 6, by PROJ's geodesic.h. Pure; any thread.
LoopMeasure measureLoop(std::span<const LatLon> vertices);

/// The area of a shape of ring.h, whose vertices stand on its edge: smaller than the true one by the chords' slivers.
double areaSquareMeters(const RingShape& shape);

}  // namespace cordon::geo
