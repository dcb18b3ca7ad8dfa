#include "mapdata/map_data.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "mapdata/coast_raster.h"
#include "mapdata/line_raster.h"
#include "mapdata/mapped_file.h"
#include "mapdata/surface.h"
#include "mapdata/tile_grid.h"

namespace cordon::mapdata {

MapData::MapData(Relief relief, std::vector<VectorPack> coasts, VectorPack rivers, VectorPack borders)
    : relief_(std::move(relief)),
      coasts_(std::move(coasts)),
      rivers_(std::move(rivers)),
      borders_(std::move(borders)) {}

Result<MapData> MapData::open(const std::filesystem::path& geodata) {
  Result<Relief> relief = Relief::open(geodata);
  if (!relief) return Result<MapData>::failure(relief.diagnostics());

  std::vector<VectorPack> coasts;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(geodata, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("coast_") || !name.ends_with(".pack")) continue;
    Result<VectorPack> pack = VectorPack::open(entry.path(), PackKind::Coast);
    if (!pack) return Result<MapData>::failure(pack.diagnostics());
    coasts.push_back(std::move(pack).value());
  }
  if (coasts.empty()) {
    return Result<MapData>::failure(Diagnostic{.message = "there is no coast (coast_*.pack) in the map data.",
                                               .file = geodata.string(),
                                               .pointer = {},
                                               .position = {},
                                               .mend = kMapDataMend});
  }
  std::sort(coasts.begin(), coasts.end(),
            [](const VectorPack& a, const VectorPack& b) { return a.toleranceMeters() < b.toleranceMeters(); });
  Result<VectorPack> rivers = VectorPack::open(geodata / "rivers.pack", PackKind::Lines);
  if (!rivers) return Result<MapData>::failure(rivers.diagnostics());
  Result<VectorPack> borders = VectorPack::open(geodata / "borders.pack", PackKind::Lines);
  if (!borders) return Result<MapData>::failure(borders.diagnostics());
  return MapData(std::move(relief).value(), std::move(coasts), std::move(rivers).value(), std::move(borders).value());
}

// The coarsest coast that is still within half a texel of the truth, or the finest.
const VectorPack& MapData::coastFor(double texelMeters) const {
  const auto tooCoarse = std::partition_point(coasts_.begin(), coasts_.end(), [&](const VectorPack& pack) {
    return pack.toleranceMeters() <= 0.5 * texelMeters;
  });
  return tooCoarse == coasts_.begin() ? coasts_.front() : *std::prev(tooCoarse);
}

TileRaster MapData::buildTile(TileKey key) const {
  const TileGrid grid(key);
  TileRaster tile;
  tile.key = key;
  tile.width = grid.width();
  tile.height = grid.height();
  tile.texelMeters = grid.texelMeters;
  const CoastRaster coast = rasterizeCoast(coastFor(grid.texelMeters), grid);
  const ReliefSamples relief = relief_.sample(grid.lonDegrees, grid.latDegrees, grid.texelDegrees);
  composeSurface(grid, relief, coast, tile);
  tile.lines = rasterizeLines(rivers_, borders_, grid);
  return tile;
}

double MapData::groundHeightMeters(geo::LatLon position) const {
  return isOnLand(coasts_.front(), position) ? std::max(0.0, elevationMeters(position)) : 0.0;
}

double MapData::elevationMeters(geo::LatLon position) const {
  return relief_.metersAt(position);
}

}  // namespace cordon::mapdata
