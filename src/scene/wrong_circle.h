#pragma once

#include <string>
#include <vector>

#include "scene/length_unit.h"
#include "scene/render_model.h"

namespace cordon::scene {

/// The circle that a planar buffer in Web Mercator (EPSG:3857) draws for a radius, and how wrong it is.
struct WrongCircle {
  std::vector<geo::LatLon> vertices;  ///< closed implicitly, longitudes continuous, from north clockwise
  double leastMeters = 0.0;           ///< the smallest true distance of a vertex from the centre
  double greatestMeters = 0.0;        ///< the greatest
};

/// Draws the buffer of `radiusMeters` map units about a centre as GIS beginners do: x = a lon, y = a ln tan(pi/4 +
/// lat/2) with the geodetic latitude (EPSG guidance note 7-2, method 1024), and measures it by geodesics on WGS84.
///
/// Vertices beyond Mercator's usual limit of 85.06 degrees are clamped to it; a circle wider than the map goes on past
/// its edges. Domain: finite radius > 0, centre within the limit; else no vertices. Pure; any thread.
WrongCircle wrongCircle(geo::LatLon centre, double radiusMeters);

/// "Web Mercator buffer: 208–215 km, 85–92 km too short".
///
/// `trueRadiusMeters` (> 0) is what the circle was meant to be; the numbers are rounded to three digits of it, but to
/// no more than one unit. Empty for a circle without vertices.
std::string wrongCircleText(const WrongCircle& circle, double trueRadiusMeters, LengthUnit unit);

}  // namespace cordon::scene
