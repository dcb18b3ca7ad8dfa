#include "mapdata/surface.h"

#include <algorithm>
#include <cmath>

#include "geo/position.h"
#include "mapdata/segment_distance.h"
#include "mapdata/shading.h"

namespace cordon::mapdata {

namespace {

constexpr float kFadeTexels = 1.5F;
constexpr float kLeastDepthMeters = 1.0F;
constexpr double kMetersPerDegree = geo::kSemiMajorMeters * geo::degreesToRadians(1.0);

std::uint8_t distanceCode(float texels) {
  return static_cast<std::uint8_t>(
      std::clamp(128.5F + static_cast<float>(kDistanceCodesPerTexel) * texels, 0.0F, 255.0F));
}

// The part of the land's strength that shading has: all of it on land, passing to the sea's over a few texels.
float shadeShare(float shoreTexels) {
  const float t = std::clamp(shoreTexels * 0.25F + 0.5F, 0.0F, 1.0F);
  return kSeaShadeShare + (1.0F - kSeaShadeShare) * t * t * (3.0F - 2.0F * t);
}

std::uint8_t heightCode(float meters, float shoreTexels) {
  const float fade = std::min(std::abs(shoreTexels) / kFadeTexels, 1.0F);
  if (shoreTexels > 0.0F) {
    const int code = encodeHeight(static_cast<double>(meters));
    return static_cast<std::uint8_t>(static_cast<float>(kLandBottom) + 0.5F +
                                     fade * static_cast<float>(code - kLandBottom));
  }
  const int code = encodeDepth(static_cast<double>(std::max(-meters, kLeastDepthMeters)));
  return static_cast<std::uint8_t>(static_cast<float>(kSeaTop) + 0.5F + fade * static_cast<float>(code - kSeaTop));
}

}  // namespace

void composeSurface(const TileGrid& grid, const ReliefSamples& relief, const CoastRaster& coast, TileRaster& tile) {
  const int width = grid.width();
  const int height = grid.height();
  const double zFactor = shadeZFactor(grid.texelMeters);
  const auto northScale = static_cast<float>(zFactor / kMetersPerDegree);
  float least = coast.sea.front() > 0.0F ? std::max(relief.meters.front(), 0.0F) : 0.0F;
  float most = least;
  tile.surface.resize(relief.meters.size() * 4);
  for (int row = 0; row < height; ++row) {
    const auto eastScale =
        static_cast<float>(zFactor / kMetersPerDegree / convergenceAt(grid.latDegrees[static_cast<std::size_t>(row)]));
    const std::size_t first = static_cast<std::size_t>(row) * static_cast<std::size_t>(width);
    for (std::size_t at = first; at < first + static_cast<std::size_t>(width); ++at) {
      const float shore = coast.sea[at];
      const float share = shadeShare(shore);
      const float land = shore > 0.0F ? std::max(relief.meters[at], 0.0F) : 0.0F;
      least = std::min(least, land);
      most = std::max(most, land);
      std::uint8_t* texel = tile.surface.data() + 4 * at;
      texel[0] = shadeCode(relief.perLonDegree[at] * eastScale * share, relief.perLatDegree[at] * northScale * share);
      texel[1] = heightCode(shore > 0.0F ? land : relief.meters[at], shore);
      texel[2] = distanceCode(shore);
      texel[3] = coast.lake.empty() ? std::uint8_t{0} : distanceCode(coast.lake[at]);
    }
  }
  tile.minHeightMeters = least;
  tile.maxHeightMeters = most;

  constexpr int kMesh = TileRaster::kMeshCells;
  tile.meshHeightMeters.clear();
  for (int j = 0; j <= kMesh; ++j) {
    for (int i = 0; i <= kMesh; ++i) {
      const auto at = static_cast<std::size_t>(j * (height - 1) / kMesh) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(i * (width - 1) / kMesh);
      tile.meshHeightMeters.push_back(coast.sea[at] > 0.0F ? std::max(relief.meters[at], 0.0F) : 0.0F);
    }
  }
}

}  // namespace cordon::mapdata
