#pragma once

#include <vector>

#include "geo/position.h"

namespace cordon::geo {

/// One closed curve of vertices on the ellipsoid, in order; the last vertex joins the first, which is not repeated.
struct RingLoop {
  /// Longitudes are continuous, not wrapped: each is within pi of the one before, the first in [-pi, pi].
  std::vector<LatLon> vertices;

  /// Whole turns that the longitude makes from the first vertex round to itself: +1 or -1 where the curve goes
  /// once around one pole eastwards or westwards, else 0. A flat map must close such a loop along the pole.
  int longitudeTurns = 0;
};

/// A region of the ellipsoid: what lies on the left of all its loops.
///
/// "Left" is as seen from above while the loop is followed: outer curves run counter-clockwise about what they
/// enclose, holes clockwise (RFC 7946). Without loops the region is the whole Earth or nothing.
struct RingShape {
  std::vector<RingLoop> loops;
  bool coversEarth = false;  ///< no loops, since there is nothing outside
};

/// How far the middle of a chord between two successive vertices may be from the true curve, metres.
///
/// It holds for the straight chord through the Earth (its depth counts) as well as for the geodesic one. A chord that
/// is straight in longitude and latitude adds at most as much again, times the tangent of the latitude.
inline constexpr double kDefaultChordErrorMeters = 4.0;

/// The azimuths of a sector, clockwise from `from` to `to`, radians from north, any whole turns added.
///
/// Equal azimuths, or a difference of a whole turn or more, mean all round.
struct AzimuthRange {
  double fromRadians = 0.0;
  double toRadians = 0.0;
};

/// The disc of all points whose geodesic distance from `centre` is at most `radiusMeters`.
///
/// Its edge is the true circle: vertices are on it to under 1 mm (radii from 1 m up), from azimuth north onwards.
/// Beyond kInjectivityRadiusMeters the edge has two corners on the centre's cut locus (the parallel through the
/// antipode) and bounds what is left about the antipode. A radius of kFarthestMeters or more covers the Earth.
///
/// Count at the default error: 64 for small rings, 615 at 300 km, at most about 3000 (at a quarter of the
/// circumference), a handful about the antipode; as the inverse square root of the error.
///
/// A pole closer to the edge than the chord error may fall on either side of it; at a vertex on a pole, longitude steps
/// by up to pi. A radius that is not positive, an error below 1 mm, and NaN throw std::invalid_argument, here and
/// below.
///
/// Pure functions; any thread. Source: the geodesics of geo/geodesic.h.
RingShape disc(LatLon centre, double radiusMeters, double maxChordErrorMeters = kDefaultChordErrorMeters);

/// The points whose geodesic distance from `centre` lies between the radii: the outer loop first, then the hole.
///
/// Edges as of disc(). An inner radius of 0 leaves no hole. Domain: 0 <= inner < outer.
RingShape donut(LatLon centre, double innerRadiusMeters, double outerRadiusMeters,
                double maxChordErrorMeters = kDefaultChordErrorMeters);

/// The points of a donut (or disc: inner radius 0) whose shortest path from `centre` starts within the azimuths.
///
/// One loop: out along the last azimuth, back along the outer circle, in along the first, and on along the inner
/// circle. Straight sides are geodesics, with vertices close enough that their chords keep the error too. All round,
/// it is the donut. Sides end on the cut locus where it comes before the radius.
RingShape sector(LatLon centre, double innerRadiusMeters, double outerRadiusMeters, AzimuthRange azimuths,
                 double maxChordErrorMeters = kDefaultChordErrorMeters);

/// Distance along a geodesic from `start` up to which it is the shortest path: where it meets the cut locus.
///
/// From kInjectivityRadiusMeters (along the equator) to kFarthestMeters (along a meridian). Exact to rounding: on an
/// oblate ellipsoid it is half a turn of the auxiliary sphere. Source: Karney 2013, section 3; Itoh and Kiyohara 2004.
double cutDistanceMeters(LatLon start, double azimuthRadians);

}  // namespace cordon::geo
