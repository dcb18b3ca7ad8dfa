#pragma once

#include "geo/position.h"

namespace cordon::geo {

/// The point diametrically opposite; longitude shifted by pi, not wrapped.
LatLon antipode(LatLon position);

/// A point of a circle as its anchor sees it.
struct AnchoredPoint {
  Ecef ecef;
  double chordMeters = 0.0;  ///< straight distance from the anchor
};

/// Finds the point of the circle of `radiusMeters` about an anchor's antipode that lies in a normal section.
///
/// `frame` is the anchor's; `azimuthRadians` the normal section's, clockwise from north. The circle is the set of
/// points whose shortest distance from the antipode is the radius, so that its corners on the cut locus are right too;
/// distances fall steadily along every section that leaves the anchor, so that there is one such point.
/// Domain: 9 900 km <= radius < kFarthestMeters. Accuracy under 0.1 mm.
AnchoredPoint circlePointSeenFromAntipode(LatLon anchor, const LocalFrame& frame, double radiusMeters,
                                          double azimuthRadians);

}  // namespace cordon::geo
