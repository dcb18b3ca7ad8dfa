#pragma once

#include <vector>

#include "geo/position.h"
#include "mapdata/tile_grid.h"
#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// How far from a shore distances are told apart, texels.
inline constexpr float kShoreReachTexels = 8.0F;

/// Signed distances to the shores for every texel of a grid, in texels of the grid's north-south spacing, clamped to
/// +-kShoreReachTexels.
struct CoastRaster {
  std::vector<float> sea;   ///< positive on land (lakes included), negative at sea
  std::vector<float> lake;  ///< positive in a lake's water; empty where the tile has no lake
};

/// Fills and measures. The sign is the parity of the shores around the texel, the distance that to the nearest segment
/// with the meridians' convergence at the texel's row. Where no shore is within reach all texels have one sign, so the
/// whole tile costs one look-up.
///
/// Throws std::runtime_error where the pack is broken.
CoastRaster rasterizeCoast(const VectorPack& pack, const TileGrid& grid);

/// Whether a point lies on land (lakes included).
bool isOnLand(const VectorPack& pack, geo::LatLon position);

}  // namespace cordon::mapdata
