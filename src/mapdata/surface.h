#pragma once

#include "mapdata/coast_raster.h"
#include "mapdata/relief_sampler.h"
#include "mapdata/tile_grid.h"

namespace cordon::mapdata {

/// Fills a tile's surface and mesh from its relief and shores. Whether a texel is land is the shore's
/// word, never the relief's: on land heights are at least 0, at sea depths at least 1 m. Near the shore (a texel and a
/// half) both fade to the shore's code, so that no hard fringe stands where a coarse relief and a fine coast disagree.
void composeSurface(const TileGrid& grid, const ReliefSamples& relief, const CoastRaster& coast, TileRaster& tile);

}  // namespace cordon::mapdata
