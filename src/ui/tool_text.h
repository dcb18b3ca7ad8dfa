#pragma once

#include <string>
#include <vector>

#include "geo/position.h"
#include "scene/length_unit.h"

namespace cordon::ui {

/// The leg from a path's last vertex to the pointer and what the path comes to with it: "123 km, 045.2°", "total
/// 532.9 km", "12 300 km²" of an outline of three corners. `vertices` must not be empty. Pure, as all here.
std::vector<std::string> pathText(const std::vector<geo::LatLon>& vertices, bool closed, geo::LatLon cursor,
                                  scene::LengthUnit unit);

/// Distance and azimuths from a place to the pointer: "123 km", "there 045.2°", "back 226.1°".
std::vector<std::string> bearingText(geo::LatLon from, geo::LatLon cursor, scene::LengthUnit unit);

}  // namespace cordon::ui
