#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "mapdata/tile.h"

namespace cordon::mapdata {

/// The embedded relief, coasts, lakes, rivers and borders, as tiles.
///
/// All const members may be called from several threads at once.
class MapData {
 public:
  /// Opens relief_world.pack, relief_okhotsk.pack and the vector packs in a folder. Reads only headers:
  /// blocks and chains are loaded when a tile first needs them.
  static Result<MapData> open(const std::filesystem::path& geodata);

  MapData(MapData&&) noexcept;
  MapData& operator=(MapData&&) noexcept;
  ~MapData();

  /// Builds a tile; 0 <= level <= kMaxLevel. Missing detail is interpolated.
  /// Throws std::runtime_error where a data file that was sound when it was opened cannot be read.
  TileRaster buildTile(TileKey key) const;

  /// Height of the ground for display, metres above the ellipsoid; the sea's surface is 0.
  double groundHeightMeters(geo::LatLon position) const;

  /// Height, or depth as a negative number, as the relief has it.
  double elevationMeters(geo::LatLon position) const;

  static constexpr int kMaxLevel = 18;

 private:
  class Implementation;
  explicit MapData(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cordon::mapdata
