#include "geo/coordinate_format.h"

#include <fmt/format.h>

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "geo/geodesic.h"

namespace cordon::geo {

namespace {

std::string formatDecimal(double degrees, char positive, char negative, int decimals) {
  const std::string digits = fmt::format("{:.{}f}", std::abs(degrees), decimals);
  const bool isZero = digits.find_first_not_of("0.") == std::string::npos;
  return fmt::format("{}°{}", digits, degrees < 0.0 && !isZero ? negative : positive);
}

std::string formatSeconds(double degrees, char positive, char negative, int decimals) {
  // Counted in the smallest unit that is printed, so that a rounded 60 carries.
  std::int64_t unitsInSecond = 1;
  for (int i = 0; i < decimals; ++i) unitsInSecond *= 10;
  const std::int64_t units = std::llround(std::abs(degrees) * 3600.0 * static_cast<double>(unitsInSecond));
  const std::int64_t seconds = units / unitsInSecond;
  std::string fraction;
  if (decimals > 0) fraction = fmt::format(".{:0{}}", units % unitsInSecond, decimals);
  return fmt::format("{}°{:02}′{:02}{}″{}", seconds / 3600, seconds / 60 % 60, seconds % 60, fraction,
                     degrees < 0.0 && units != 0 ? negative : positive);
}

std::string formatMgrs(double latDegrees, double lonDegrees, int digits) {
  int zone = 0;
  bool north = true;
  double easting = 0.0;
  double northing = 0.0;
  GeographicLib::UTMUPS::Forward(latDegrees, lonDegrees, zone, north, easting, northing);
  std::string text;
  GeographicLib::MGRS::Forward(zone, north, easting, northing, latDegrees, digits, text);
  return text;
}

}  // namespace

std::string formatCoordinates(LatLon position, CoordinateFormat format, int decimals) {
  const double latDegrees = position.latDegrees();
  if (!std::isfinite(position.lonRadians) || !(std::abs(latDegrees) <= 90.0)) {
    throw std::invalid_argument("formatCoordinates: no position on the Earth");
  }
  if (decimals < 0 || decimals > (format == CoordinateFormat::Mgrs ? 11 : 10)) {
    throw std::invalid_argument("formatCoordinates: number of decimals out of range");
  }
  const double lonDegrees = radiansToDegrees(wrapLongitude(position.lonRadians));
  switch (format) {
    case CoordinateFormat::DecimalDegrees:
      return formatDecimal(latDegrees, 'N', 'S', decimals) + " " + formatDecimal(lonDegrees, 'E', 'W', decimals);
    case CoordinateFormat::DegreesMinutesSeconds:
      return formatSeconds(latDegrees, 'N', 'S', decimals) + " " + formatSeconds(lonDegrees, 'E', 'W', decimals);
    case CoordinateFormat::Mgrs:
      return formatMgrs(latDegrees, lonDegrees, decimals);
  }
  throw std::invalid_argument("formatCoordinates: unknown format");
}

}  // namespace cordon::geo
