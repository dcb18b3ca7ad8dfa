#pragma once

#include <numbers>

namespace cordon::geo {

inline constexpr double degreesToRadians(double degrees) {
  return degrees * std::numbers::pi / 180.0;
}
inline constexpr double radiansToDegrees(double radians) {
  return radians * 180.0 / std::numbers::pi;
}

/// A point on the WGS84 ellipsoid: geodetic latitude in [-pi/2, pi/2], longitude in any range, radians.
struct LatLon {
  double latRadians = 0.0;
  double lonRadians = 0.0;

  static constexpr LatLon fromDegrees(double latDegrees, double lonDegrees) {
    return {degreesToRadians(latDegrees), degreesToRadians(lonDegrees)};
  }
  constexpr double latDegrees() const { return radiansToDegrees(latRadians); }
  constexpr double lonDegrees() const { return radiansToDegrees(lonRadians); }

  friend constexpr bool operator==(const LatLon&, const LatLon&) = default;
};

/// Earth-centred, Earth-fixed Cartesian coordinates on WGS84 (EPSG:4978), metres.
struct Ecef {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  friend constexpr Ecef operator+(Ecef a, Ecef b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
  friend constexpr Ecef operator-(Ecef a, Ecef b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
  friend constexpr Ecef operator*(Ecef a, double s) { return {a.x * s, a.y * s, a.z * s}; }
};

constexpr double dot(Ecef a, Ecef b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Ecef cross(Ecef a, Ecef b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double norm(Ecef a);
Ecef normalized(Ecef a);

/// A geodetic position with its height above the ellipsoid.
struct Geodetic {
  LatLon latLon;
  double heightMeters = 0.0;
};

/// WGS84's defining constants (NIMA TR8350.2).
inline constexpr double kSemiMajorMeters = 6378137.0;
inline constexpr double kFlattening = 1.0 / 298.257223563;
inline constexpr double kSemiMinorMeters = kSemiMajorMeters * (1.0 - kFlattening);

/// Converts to ECEF; exact to rounding for heights from -10 km to 1e9 m.
Ecef toEcef(LatLon position, double heightMeters = 0.0);

/// Converts from ECEF, under 1 nm within 1e7 m of the surface; longitude in (-pi, pi]; the Earth's
/// centre maps to latitude pi/2 (GeographicLib's Geocentric).
Geodetic toGeodetic(Ecef position);

/// Unit vectors of the local frame at a position, in ECEF: east, north, up (ellipsoid normal).
struct LocalFrame {
  Ecef east;
  Ecef north;
  Ecef up;
};

/// The local frame at a position; at a pole, east is that of the given longitude.
LocalFrame localFrame(LatLon position);

}  // namespace cordon::geo
