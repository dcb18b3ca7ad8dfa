#include "mapdata/tile_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "geo/position.h"

namespace cordon::mapdata {

namespace {

// A multiple of the mesh's cells, so that mesh vertices are texels.
int columnIntervals(double nearestEquatorDegrees) {
  const double wanted = kRowIntervals * std::cos(geo::degreesToRadians(nearestEquatorDegrees));
  const int cells = TileRaster::kMeshCells;
  return std::clamp(static_cast<int>(std::ceil(wanted / cells - 1e-9)) * cells, 2 * cells, kRowIntervals);
}

}  // namespace

TileGrid::TileGrid(TileKey key) {
  const double span = 180.0 / static_cast<double>(1U << static_cast<unsigned>(key.level));
  const double north = 90.0 - span * key.y;
  const double south = north - span;
  const double nearestEquator = north > 0.0 && south < 0.0 ? 0.0 : std::min(std::abs(north), std::abs(south));
  const int columns = columnIntervals(nearestEquator);

  texelDegrees = span / kRowIntervals;
  texelMeters = geo::degreesToRadians(texelDegrees) * geo::kSemiMajorMeters;
  columnDegrees = span / columns;
  lonDegrees.resize(static_cast<std::size_t>(columns) + 1);
  latDegrees.resize(static_cast<std::size_t>(kRowIntervals) + 1);
  for (int i = 0; i <= columns; ++i) {
    lonDegrees[static_cast<std::size_t>(i)] = -180.0 + (key.x + static_cast<double>(i) / columns) * span;
  }
  for (int j = 0; j <= kRowIntervals; ++j) {
    latDegrees[static_cast<std::size_t>(j)] = 90.0 - (key.y + static_cast<double>(j) / kRowIntervals) * span;
  }
}

}  // namespace cordon::mapdata
