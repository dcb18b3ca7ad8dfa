#include "geo/geodesic.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "geo/wgs84_geodesic.h"

namespace cordon::geo {

namespace {

constexpr double kTurnRadians = 2.0 * std::numbers::pi;

/// The smallest radius of curvature on WGS84: that of the meridian at the equator.
constexpr double kSmallestCurvatureRadiusMeters = kSemiMinorMeters * kSemiMinorMeters / kSemiMajorMeters;

}  // namespace

const geod_geodesic& wgs84Geodesic() {
  static const geod_geodesic geodesic = [] {
    geod_geodesic g;
    geod_init(&g, kSemiMajorMeters, kFlattening);
    return g;
  }();
  return geodesic;
}

GeodesicEnd geodesicDirect(LatLon start, double azimuthRadians, double distanceMeters) {
  double latDegrees = 0.0;
  double lonDegrees = 0.0;
  double azimuthDegrees = 0.0;
  geod_direct(&wgs84Geodesic(), start.latDegrees(), start.lonDegrees(), radiansToDegrees(azimuthRadians),
              distanceMeters, &latDegrees, &lonDegrees, &azimuthDegrees);
  return {LatLon::fromDegrees(latDegrees, lonDegrees), degreesToRadians(azimuthDegrees)};
}

GeodesicPath geodesicInverse(LatLon from, LatLon to) {
  GeodesicPath path;
  double startDegrees = 0.0;
  double endDegrees = 0.0;
  geod_inverse(&wgs84Geodesic(), from.latDegrees(), from.lonDegrees(), to.latDegrees(), to.lonDegrees(),
               &path.distanceMeters, &startDegrees, &endDegrees);
  path.startAzimuthRadians = degreesToRadians(startDegrees);
  path.endAzimuthRadians = degreesToRadians(endDegrees);
  return path;
}

double geodesicDistanceMeters(LatLon from, LatLon to) {
  double distanceMeters = 0.0;
  geod_inverse(&wgs84Geodesic(), from.latDegrees(), from.lonDegrees(), to.latDegrees(), to.lonDegrees(),
               &distanceMeters, nullptr, nullptr);
  return distanceMeters;
}

LatLon geodesicInterpolate(LatLon from, LatLon to, double fraction) {
  const GeodesicPath path = geodesicInverse(from, to);
  return geodesicDirect(from, path.startAzimuthRadians, fraction * path.distanceMeters).position;
}

std::vector<LatLon> geodesicLine(LatLon from, LatLon to, double maxSegmentMeters) {
  if (!(maxSegmentMeters > 0.0)) throw std::invalid_argument("geodesicLine: segment length must be positive");
  geod_geodesicline line;
  geod_inverseline(&line, &wgs84Geodesic(), from.latDegrees(), from.lonDegrees(), to.latDegrees(), to.lonDegrees(), 0);
  const auto segments = static_cast<std::size_t>(std::max(1.0, std::ceil(line.s13 / maxSegmentMeters)));
  std::vector<LatLon> vertices{from};
  vertices.reserve(segments + 1);
  for (std::size_t i = 1; i < segments; ++i) {
    double latDegrees = 0.0;
    double lonDegrees = 0.0;
    geod_position(&line, line.s13 * static_cast<double>(i) / static_cast<double>(segments), &latDegrees, &lonDegrees,
                  nullptr);
    LatLon vertex = LatLon::fromDegrees(latDegrees, lonDegrees);
    vertex.lonRadians = unwrapLongitude(vertex.lonRadians, vertices.back().lonRadians);
    vertices.push_back(vertex);
  }
  vertices.push_back({to.latRadians, unwrapLongitude(to.lonRadians, vertices.back().lonRadians)});
  return vertices;
}

double segmentMetersForSagitta(double sagittaMeters) {
  return std::sqrt(8.0 * kSmallestCurvatureRadiusMeters * sagittaMeters);
}

double wrapLongitude(double lonRadians) {
  const double wrapped = std::remainder(lonRadians, kTurnRadians);
  return wrapped >= std::numbers::pi ? wrapped - kTurnRadians : wrapped;
}

double unwrapLongitude(double lonRadians, double referenceRadians) {
  return lonRadians - kTurnRadians * std::round((lonRadians - referenceRadians) / kTurnRadians);
}

}  // namespace cordon::geo
