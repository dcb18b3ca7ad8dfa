#pragma once

#include <cstdint>
#include <vector>

#include "geo/position.h"

namespace cordon::mapdata {

/// A tile of the geodetic quadtree: at level n the world is 2^(n+1) x 2^n tiles of 180/2^n degrees.
/// x counts eastward from 180 W, y southward from the North Pole.
struct TileKey {
  int level = 0;
  int x = 0;
  int y = 0;

  friend bool operator==(TileKey a, TileKey b) = default;
  friend auto operator<=>(TileKey a, TileKey b) = default;
};

struct TileBounds {
  double westRadians = 0.0;
  double southRadians = 0.0;
  double eastRadians = 0.0;
  double northRadians = 0.0;
};

TileBounds bounds(TileKey key);

/// Height and depth on one byte: depths fill [0, kSeaTop], heights [kLandBottom, 255], both by a root law
/// that spends the steps near the shore. The colour ramp has one entry a code.
inline constexpr int kSeaTop = 159;
inline constexpr int kLandBottom = 160;
inline constexpr double kDeepestMeters = 10000.0;
inline constexpr double kHighestMeters = 6000.0;

/// The height that a code stands for; depths are negative. Codes are clamped to [0, 255].
double decodeMeters(int code);

/// Distances in the rasters are in texels, 16 codes a texel, 128 on the line, clamped to [0, 255].
inline constexpr double kDistanceCodesPerTexel = 16.0;

/// What a tile's pixels and vertices need, computed off the drawing thread.
///
/// Rasters are grid-registered: the first and last texel centres of a row or column lie on the tile's edges,
/// so that neighbours agree there. Row 0 is the north edge. Four bytes a texel.
struct TileRaster {
  TileKey key;
  int width = 0;             ///< texels, shrinks with the cosine of the latitude so that texels are about square
  int height = 0;            ///< texels
  double texelMeters = 0.0;  ///< north-south spacing of texels

  /// R slope shading (128 flat; brighter is lit from the north-west), G height code, B signed distance to the
  /// sea's shore (above 128 on land), A signed distance to a lake's shore (above 128 in the lake's water;
  /// islands in lakes are land).
  std::vector<std::uint8_t> surface;

  /// R distance to rivers, G distance to national borders, both 255 on the line, 16 codes less a texel up to 4 texels,
  /// 0 beyond; B the nearest river's class (255 the greatest), 0 out of reach; A unused. Empty where there is neither.
  std::vector<std::uint8_t> lines;

  /// (kMeshCells + 1)^2 heights in metres above the ellipsoid for the mesh, row 0 north: land as it is, the
  /// sea's surface 0 whatever its depth.
  static constexpr int kMeshCells = 16;
  std::vector<float> meshHeightMeters;
};

}  // namespace cordon::mapdata
