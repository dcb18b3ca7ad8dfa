#pragma once

#include <vector>

#include "mapdata/tile.h"

namespace cordon::mapdata {

/// Intervals between texels along a tile's meridian; a tile has one row more.
inline constexpr int kRowIntervals = 256;

/// Where a tile's texels lie, degrees. Grid-registered.
///
/// A point that two tiles of one level share has bitwise the same coordinates in both, so that all that is
/// computed from coordinates alone agrees there.
struct TileGrid {
  /// An empty grid, to be filled by hand.
  TileGrid() = default;

  /// The grid of a tile.
  explicit TileGrid(TileKey key);

  int width() const { return static_cast<int>(lonDegrees.size()); }
  int height() const { return static_cast<int>(latDegrees.size()); }

  double texelDegrees = 0.0;       ///< north-south spacing
  double texelMeters = 0.0;        ///< the same in metres
  double columnDegrees = 0.0;      ///< east-west spacing
  std::vector<double> lonDegrees;  ///< of each column, [-180, 180]
  std::vector<double> latDegrees;  ///< of each row, north to south
};

}  // namespace cordon::mapdata
