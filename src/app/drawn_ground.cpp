#include "app/drawn_ground.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/geodesic.h"
#include "mapdata/map_data.h"

namespace cordon::app {

namespace {

constexpr int kCells = mapdata::TileRaster::kMeshCells;

double interpolated(const std::vector<float>& mesh, double column, double row) {
  const int left = std::clamp(static_cast<int>(column), 0, kCells - 1);
  const int top = std::clamp(static_cast<int>(row), 0, kCells - 1);
  const auto at = [&mesh](int x, int y) {
    return static_cast<double>(mesh[static_cast<std::size_t>(y * (kCells + 1) + x)]);
  };
  const double u = column - left;
  const double v = row - top;
  return (at(left, top) * (1.0 - u) + at(left + 1, top) * u) * (1.0 - v) +
         (at(left, top + 1) * (1.0 - u) + at(left + 1, top + 1) * u) * v;
}

}  // namespace

void DrawnGround::add(const mapdata::TileRaster& tile) {
  const std::lock_guard lock(mutex_);
  meshes_[tile.key] = tile.meshHeightMeters;
}

double DrawnGround::heightMeters(geo::LatLon position) const {
  const std::lock_guard lock(mutex_);
  const double lon = geo::wrapLongitude(position.lonRadians) + std::numbers::pi;
  const double fromNorth = std::numbers::pi / 2.0 - position.latRadians;
  for (int level = mapdata::MapData::kMaxLevel; level >= 0; --level) {
    const int rows = 1 << level;
    const double tileRadians = std::numbers::pi / rows;
    const int x = std::clamp(static_cast<int>(lon / tileRadians), 0, 2 * rows - 1);
    const int y = std::clamp(static_cast<int>(fromNorth / tileRadians), 0, rows - 1);
    const auto mesh = meshes_.find({level, x, y});
    if (mesh == meshes_.end()) continue;
    return interpolated(mesh->second, (lon / tileRadians - x) * kCells, (fromNorth / tileRadians - y) * kCells);
  }
  return 0.0;
}

}  // namespace cordon::app
