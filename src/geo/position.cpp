#include "geo/position.h"

#include <GeographicLib/Geocentric.hpp>
#include <cmath>

namespace cordon::geo {

namespace {

constexpr double kEccentricitySquared = kFlattening * (2.0 - kFlattening);

}  // namespace

double norm(Ecef a) {
  return std::sqrt(dot(a, a));
}

Ecef normalized(Ecef a) {
  return a * (1.0 / norm(a));
}

Ecef toEcef(LatLon position, double heightMeters) {
  const double sinLat = std::sin(position.latRadians);
  const double cosLat = std::cos(position.latRadians);
  const double primeVerticalMeters = kSemiMajorMeters / std::sqrt(1.0 - kEccentricitySquared * sinLat * sinLat);
  const double axisDistanceMeters = (primeVerticalMeters + heightMeters) * cosLat;
  return {axisDistanceMeters * std::cos(position.lonRadians), axisDistanceMeters * std::sin(position.lonRadians),
          (primeVerticalMeters * (1.0 - kEccentricitySquared) + heightMeters) * sinLat};
}

Geodetic toGeodetic(Ecef position) {
  double latDegrees = 0.0;
  double lonDegrees = 0.0;
  double heightMeters = 0.0;
  GeographicLib::Geocentric::WGS84().Reverse(position.x, position.y, position.z, latDegrees, lonDegrees, heightMeters);
  if (lonDegrees == -180.0) lonDegrees = 180.0;
  return {LatLon::fromDegrees(latDegrees, lonDegrees), heightMeters};
}

LocalFrame localFrame(LatLon position) {
  const double sinLat = std::sin(position.latRadians);
  const double cosLat = std::cos(position.latRadians);
  const double sinLon = std::sin(position.lonRadians);
  const double cosLon = std::cos(position.lonRadians);
  return {
      {-sinLon, cosLon, 0.0}, {-sinLat * cosLon, -sinLat * sinLon, cosLat}, {cosLat * cosLon, cosLat * sinLon, sinLat}};
}

}  // namespace cordon::geo
