#include "scene/wrong_circle.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/geodesic.h"

namespace cordon::scene {

namespace {

constexpr int kVertices = 360;
constexpr double kLimitRadians = geo::degreesToRadians(85.06);

double northing(double latRadians) {
  return geo::kSemiMajorMeters * std::asinh(std::tan(latRadians));
}

double latitude(double northingMeters) {
  return std::clamp(std::atan(std::sinh(northingMeters / geo::kSemiMajorMeters)), -kLimitRadians, kLimitRadians);
}

/// What the numbers of a text are rounded to: three digits of the radius, but no more than one unit.
double stepMeters(double radiusMeters, LengthUnit unit) {
  const double units = radiusMeters / metersIn(unit);
  return metersIn(unit) * std::min(1.0, std::pow(10.0, std::floor(std::log10(units)) - 2.0));
}

}  // namespace

WrongCircle wrongCircle(geo::LatLon centre, double radiusMeters) {
  WrongCircle circle;
  if (!(radiusMeters > 0.0) || !std::isfinite(radiusMeters) || !std::isfinite(centre.lonRadians) ||
      !(std::abs(centre.latRadians) <= kLimitRadians)) {
    return circle;
  }
  circle.leastMeters = std::numeric_limits<double>::infinity();
  circle.vertices.reserve(kVertices);
  for (int i = 0; i < kVertices; ++i) {
    const double azimuth = 2.0 * std::numbers::pi * i / kVertices;
    const geo::LatLon vertex{
        latitude(northing(centre.latRadians) + radiusMeters * std::cos(azimuth)),
        centre.lonRadians + radiusMeters * std::sin(azimuth) / geo::kSemiMajorMeters,
    };
    const double distance = geo::geodesicDistanceMeters(centre, vertex);
    circle.leastMeters = std::min(circle.leastMeters, distance);
    circle.greatestMeters = std::max(circle.greatestMeters, distance);
    circle.vertices.push_back(vertex);
  }
  return circle;
}

std::string wrongCircleText(const WrongCircle& circle, double trueRadiusMeters, LengthUnit unit) {
  if (circle.vertices.empty()) return {};
  const double step = stepMeters(trueRadiusMeters, unit);
  const auto rounded = [step](double meters) { return step * std::round(meters / step); };
  const double least = rounded(circle.leastMeters);
  const double greatest = rounded(circle.greatestMeters);
  const double aim = rounded(trueRadiusMeters);
  const std::string text = "Web Mercator buffer: " + lengthSpanText(least, greatest, unit) + ", ";
  if (least == aim && greatest == aim) return text + "as long as it should be";
  if (greatest <= aim) return text + lengthSpanText(aim - greatest, aim - least, unit) + " too short";
  if (least >= aim) return text + lengthSpanText(least - aim, greatest - aim, unit) + " too long";
  return text + lengthText(aim - least, unit) + " too short to " + lengthText(greatest - aim, unit) + " too long";
}

}  // namespace cordon::scene
