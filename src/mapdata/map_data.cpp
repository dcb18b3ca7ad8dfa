#include "mapdata/map_data.h"

#include <algorithm>
#include <cmath>

#include "mapdata/relief.h"
#include "mapdata/shading.h"
#include "mapdata/tile_grid.h"

namespace cordon::mapdata {

class MapData::Implementation {
 public:
  explicit Implementation(Relief relief) : relief_(std::move(relief)) {}

  TileRaster buildTile(TileKey key) const {
    const TileGrid grid(key);
    const ReliefSamples relief = relief_.sample(grid.lonDegrees, grid.latDegrees, grid.texelDegrees);
    TileRaster tile;
    tile.key = key;
    tile.width = grid.width();
    tile.height = grid.height();
    tile.texelMeters = grid.texelMeters;
    tile.surface.resize(relief.meters.size() * 4);
    const double z = shadeZFactor(grid.texelMeters);
    std::vector<float> heights(relief.meters.size());
    for (int j = 0; j < tile.height; ++j) {
      const double lat = geo::degreesToRadians(grid.latDegrees[static_cast<std::size_t>(j)]);
      const auto north = static_cast<float>(z / kMetersPerDegree);
      const auto east = static_cast<float>(z / (kMetersPerDegree * std::max(std::cos(lat), 0.02)));
      for (int i = 0; i < tile.width; ++i) {
        const auto at =
            static_cast<std::size_t>(j) * static_cast<std::size_t>(tile.width) + static_cast<std::size_t>(i);
        const float h = relief.meters[at];
        const float gx = relief.perLonDegree[at] * east;
        const float gy = relief.perLatDegree[at] * north;
        const bool land = h > 0.0F;
        const float share = land ? 1.0F : kSeaShadeShare;
        const float slopeTexel = std::hypot(gx, gy) / static_cast<float>(z) * static_cast<float>(grid.texelMeters);
        const float d = std::clamp(h / std::max(slopeTexel, 0.01F), -8.0F, 7.9F);
        std::uint8_t* out = tile.surface.data() + 4 * at;
        out[0] = shadeCode(gx * share, gy * share);
        out[1] = land ? encodeHeight(static_cast<double>(h)) : encodeDepth(static_cast<double>(-h));
        out[2] = static_cast<std::uint8_t>(128.0F + 16.0F * d);
        out[3] = 0;
        heights[at] = std::max(h, 0.0F);
      }
    }
    const auto range = std::minmax_element(heights.begin(), heights.end());
    tile.minHeightMeters = *range.first;
    tile.maxHeightMeters = *range.second;
    const int mesh = TileRaster::kMeshCells;
    for (int j = 0; j <= mesh; ++j) {
      for (int i = 0; i <= mesh; ++i) {
        const int row = j * (tile.height - 1) / mesh;
        const int column = i * (tile.width - 1) / mesh;
        tile.meshHeightMeters.push_back(heights[static_cast<std::size_t>(row) * static_cast<std::size_t>(tile.width) +
                                                static_cast<std::size_t>(column)]);
      }
    }
    return tile;
  }

  double elevationMeters(geo::LatLon position) const { return relief_.metersAt(position); }

 private:
  static constexpr double kMetersPerDegree = geo::kSemiMajorMeters * std::numbers::pi / 180.0;
  Relief relief_;
};

Result<MapData> MapData::open(const std::filesystem::path& geodata) {
  Result<Relief> relief = Relief::open(geodata);
  if (!relief) return Result<MapData>::failure(relief.diagnostics());
  return MapData(std::make_unique<Implementation>(std::move(relief).value()));
}

MapData::MapData(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
MapData::MapData(MapData&&) noexcept = default;
MapData& MapData::operator=(MapData&&) noexcept = default;
MapData::~MapData() = default;

TileRaster MapData::buildTile(TileKey key) const {
  return implementation_->buildTile(key);
}

double MapData::groundHeightMeters(geo::LatLon position) const {
  return std::max(0.0, elevationMeters(position));
}

double MapData::elevationMeters(geo::LatLon position) const {
  return implementation_->elevationMeters(position);
}

}  // namespace cordon::mapdata
