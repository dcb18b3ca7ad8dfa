#pragma once

#include <functional>
#include <vector>

#include "geo/position.h"
#include "mapdata/tile.h"
#include "scene/camera.h"

namespace cordon::render {

/// A ball around everything of a tile that may be drawn.
struct TileSphere {
  geo::Ecef centre;  ///< on the ellipsoid, the middle of the tile: the tile's local origin
  double radiusMeters = 0.0;
};

/// The ball around a tile whose ground lies between 0 and `maxHeightMeters` (exaggerated).
TileSphere tileSphere(mapdata::TileKey key, double maxHeightMeters);

/// The level of the tiles that stand in where nothing finer is there: 32 for the whole Earth.
inline constexpr int kStandInLevel = 2;

/// How fine the tiles are, and what bounds their heights.
struct TileDetail {
  double maxTexelPixels = 1.3;                            ///< the greatest size of a raster's texel on the picture
  int rasterSize = 257;                                   ///< texels along a tile's meridian
  std::function<double(geo::LatLon)> groundHeightMeters;  ///< of the relief; empty: 0 everywhere
};

/// Chooses the tiles that together cover what the camera sees, coarse ones far away, fine ones near:
/// no two overlap, in the order of their keys. Pure; the number is bounded by the picture's size, not by the zoom.
std::vector<mapdata::TileKey> selectTiles(const scene::Projector& projector, double exaggeration,
                                          const TileDetail& detail);

}  // namespace cordon::render
