#include "geo/ring_point.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesic.h"

namespace cordon::geo {

namespace {

constexpr double kToleranceMeters = 1e-5;
constexpr int kMaxSteps = 200;

/// Where the ray from a point of the ellipsoid, dipping below its horizon, meets the ellipsoid again.
AnchoredPoint chordEnd(Ecef anchor, Ecef direction) {
  // Scaled to the unit sphere, |a + t d| = 1 with |a| = 1 leaves t = -2 a.d / d.d.
  const Ecef a{anchor.x / kSemiMajorMeters, anchor.y / kSemiMajorMeters, anchor.z / kSemiMinorMeters};
  const Ecef d{direction.x / kSemiMajorMeters, direction.y / kSemiMajorMeters, direction.z / kSemiMinorMeters};
  const double chordMeters = -2.0 * dot(a, d) / dot(d, d);
  return {anchor + direction * chordMeters, chordMeters};
}

}  // namespace

LatLon antipode(LatLon position) {
  return {-position.latRadians, position.lonRadians + std::numbers::pi};
}

AnchoredPoint circlePointSeenFromAntipode(LatLon anchor, const LocalFrame& frame, double radiusMeters,
                                          double azimuthRadians) {
  const LatLon centre = antipode(anchor);
  const Ecef anchorEcef = toEcef(anchor);
  const Ecef horizontal = frame.north * std::cos(azimuthRadians) + frame.east * std::sin(azimuthRadians);
  const auto atDip = [&](double dip) {
    return chordEnd(anchorEcef, horizontal * std::cos(dip) - frame.up * std::sin(dip));
  };
  const auto excess = [&](const AnchoredPoint& p) {
    return geodesicDistanceMeters(centre, toGeodetic(p.ecef).latLon) - radiusMeters;
  };

  // Bracketed regula falsi with the Illinois weight: the distance is not smooth at the cut locus, and a method that
  // trusts derivatives may leave the bracket there.
  double lowDip = 0.0;
  double lowExcess = kFarthestMeters - radiusMeters;
  double highDip = 0.9;
  double highExcess = excess(atDip(highDip));
  double dip = std::min(0.8, lowExcess / (2.0 * kSemiMajorMeters));
  AnchoredPoint point = atDip(dip);
  enum class End { None, Low, High } moved = End::None;
  for (int step = 0; step < kMaxSteps; ++step) {
    const double e = excess(point);
    if (std::abs(e) < kToleranceMeters || highDip - lowDip < 1e-15) break;
    // An end that stays a second time counts half, lest the other creeps towards the root.
    if (e > 0.0) {
      if (moved == End::Low) highExcess *= 0.5;
      moved = End::Low;
      lowDip = dip;
      lowExcess = e;
    } else {
      if (moved == End::High) lowExcess *= 0.5;
      moved = End::High;
      highDip = dip;
      highExcess = e;
    }
    dip = lowDip + (highDip - lowDip) * lowExcess / (lowExcess - highExcess);
    point = atDip(dip);
  }
  return point;
}

}  // namespace cordon::geo
