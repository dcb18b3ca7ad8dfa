#pragma once

#include <numbers>
#include <vector>

#include "geo/position.h"

namespace cordon::geo {

/// Where a geodesic ends, and the azimuth it has there.
struct GeodesicEnd {
  LatLon position;              ///< longitude in [-pi, pi]
  double azimuthRadians = 0.0;  ///< clockwise from north, in [-pi, pi], in the direction of travel
};

/// The shortest path between two positions.
struct GeodesicPath {
  double distanceMeters = 0.0;
  double startAzimuthRadians = 0.0;  ///< at the first position, clockwise from north, in [-pi, pi]
  double endAzimuthRadians = 0.0;    ///< at the second position, in the direction of travel
};

/// Distance from any position to its antipode along a meridian: half the meridian's circumference.
///
/// It is the greatest distance two positions on WGS84 can have, and the same for every position.
inline constexpr double kFarthestMeters = 20003931.458625447;

/// Radius up to which every geodesic is the only shortest path between its ends: pi times the semi-minor axis.
///
/// Beyond it a geodesic that leaves the equator along the equator is no longer shortest (Karney 2013, section 5).
inline constexpr double kInjectivityRadiusMeters = std::numbers::pi * kSemiMinorMeters;

/// Solves the direct problem on WGS84: start, azimuth, distance to end.
///
/// Any finite distance; a negative one goes backwards. At a pole the azimuth is that of the meridian of the given
/// longitude. Accuracy 15 nm. Source: Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), by PROJ's geodesic.h.
/// The functions of this header are pure and may be called from any thread.
GeodesicEnd geodesicDirect(LatLon start, double azimuthRadians, double distanceMeters);

/// Solves the inverse problem on WGS84: two positions to the shortest path between them.
///
/// Where several paths are shortest (antipodes, coincident positions), one of them. Accuracy 15 nm. Source as above.
GeodesicPath geodesicInverse(LatLon from, LatLon to);

/// The geodesic distance between two positions, metres.
double geodesicDistanceMeters(LatLon from, LatLon to);

/// The position at `fraction` (0 = from, 1 = to; any value) of the shortest path between two positions.
LatLon geodesicInterpolate(LatLon from, LatLon to, double fraction);

/// Vertices of the shortest path from `from` to `to`, equally spaced, both ends included and unchanged but for turns.
///
/// No segment is longer than `maxSegmentMeters` (> 0, else std::invalid_argument). Longitudes are continuous: each
/// is within pi of the one before, so that a path over the dateline runs past pi; only a path that touches a pole
/// steps there by up to pi. At least two vertices, also where both ends coincide.
std::vector<LatLon> geodesicLine(LatLon from, LatLon to, double maxSegmentMeters);

/// The longest segment whose straight (ECEF) chord stays within `sagittaMeters` below the surface everywhere.
double segmentMetersForSagitta(double sagittaMeters);

/// The longitude shifted by whole turns into [-pi, pi).
double wrapLongitude(double lonRadians);

/// The longitude shifted by whole turns to within pi of `referenceRadians`.
double unwrapLongitude(double lonRadians, double referenceRadians);

}  // namespace cordon::geo
