#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "mapdata/tile.h"

namespace cordon::app {

/// The ground as it is drawn: the meshes of the tiles that were built.
///
/// All members may be called from any thread.
class DrawnGround {
 public:
  /// Keeps the mesh of a tile that was built.
  void add(const mapdata::TileRaster& tile);

  /// Height of the finest mesh at a position, metres above the ellipsoid, without exaggeration; 0 where there is none.
  double heightMeters(geo::LatLon position) const;

 private:
  mutable std::mutex mutex_;
  std::map<mapdata::TileKey, std::vector<float>> meshes_;
};

}  // namespace cordon::app
