#pragma once

#include <cstdint>
#include <vector>

#include "mapdata/tile_grid.h"
#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// Rasterises rivers and borders as TileRaster::lines has them; empty where none is near. Rivers of lesser classes are
/// left out where texels are so large that they would be clutter.
///
/// Throws std::runtime_error where a pack is broken.
std::vector<std::uint8_t> rasterizeLines(const VectorPack& rivers, const VectorPack& borders, const TileGrid& grid);

/// The least class of river that is drawn at a texel size; above 255: none.
unsigned leastRiverClass(double texelMeters);

}  // namespace cordon::mapdata
