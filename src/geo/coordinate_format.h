#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "geo/position.h"

namespace cordon::geo {

/// The ways in which people write positions.
enum class CoordinateFormat { DecimalDegrees, DegreesMinutesSeconds, Mgrs };

/// Reads a position as people write it, UTF-8, latitude first.
///
/// Understands decimal degrees ("44.18, 145.96"; "-44.18 -145.96"; "44.18N 145.96E"), degrees and minutes, degrees,
/// minutes and seconds (with any of the usual signs, colons, or letters d m s: 44°10'48"N 145°57'36"E; "44 10 48 145
/// 57 36"; 44:10:48N 145:57:36E), hemisphere letters before or after, either order where letters tell which is
/// which, and MGRS with any spaces ("55T DJ 16871 92391"), of which it returns the square's centre.
/// Longitudes from -180 to 360 are taken and wrapped to [-180, 180).
/// Errors: each failure is one diagnostic that says which part is wrong and how to mend it: a missing half, letters
/// that contradict each other, signs besides letters, minutes or seconds of 60 and more, values out of range, NaN,
/// decimal commas, squares of the grid that do not exist, anything else. Never throws for any text. Pure; any thread.
Result<LatLon> parseCoordinates(std::string_view text);

/// Writes a position so that parseCoordinates() reads it back.
///
/// `decimals` are those of the degrees ("44.1800°N 145.9600°E"), of the seconds (44°10′48.0″N 145°57′36.0″E), or for
/// MGRS the digits of each of easting and northing: 5 for metres, 0 for the square of 100 km (without spaces; the
/// square that contains the position). Rounds to the nearest and carries into minutes and degrees. Longitudes are
/// wrapped to [-180, 180). Domain: finite, latitude within a quarter turn, decimals 0 to 10 (MGRS 0 to 11), else
/// std::invalid_argument.
std::string formatCoordinates(LatLon position, CoordinateFormat format, int decimals);

}  // namespace cordon::geo
