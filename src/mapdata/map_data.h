#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "geo/position.h"
#include "mapdata/relief.h"
#include "mapdata/tile.h"
#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// The embedded relief, coasts, lakes, rivers and borders, as tiles.
///
/// All const members may be called from several threads at once.
class MapData {
 public:
  /// Opens relief_world.pack, relief_okhotsk.pack and the vector packs in a folder. Reads only headers:
  /// heights and chains come from the disk when a tile first needs them.
  static Result<MapData> open(const std::filesystem::path& geodata);

  /// Builds a tile; 0 <= level <= kMaxLevel. Missing detail is interpolated.
  /// Throws std::runtime_error where a data file that was sound when it was opened cannot be read.
  TileRaster buildTile(TileKey key) const;

  /// Height of the ground for display, metres above the ellipsoid; the sea's surface is 0.
  double groundHeightMeters(geo::LatLon position) const;

  /// Height, or depth as a negative number, as the relief has it.
  double elevationMeters(geo::LatLon position) const;

  static constexpr int kMaxLevel = 18;

 private:
  MapData(Relief relief, std::vector<VectorPack> coasts, VectorPack rivers, VectorPack borders);
  const VectorPack& coastFor(double texelMeters) const;

  Relief relief_;
  std::vector<VectorPack> coasts_;  // by tolerance, the finest first
  VectorPack rivers_;
  VectorPack borders_;
};

}  // namespace cordon::mapdata
