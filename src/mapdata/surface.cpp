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

// A row of texels in the making: plain arrays, so that the loops over them become vector code.
struct Row {
  explicit Row(std::size_t width) : shade(width), height(width), shore(width), lake(width) {}

  std::vector<std::int32_t> shade;
  std::vector<std::int32_t> height;
  std::vector<std::int32_t> shore;
  std::vector<std::int32_t> lake;
};

void setDistances(const float* texels, std::size_t width, std::int32_t* codes) {
  for (std::size_t i = 0; i < width; ++i) {
    float code = 128.5F + static_cast<float>(kDistanceCodesPerTexel) * texels[i];
    code = code > 0.0F ? code : 0.0F;
    code = code < 255.0F ? code : 255.0F;
    codes[i] = static_cast<std::int32_t>(code);
  }
}

// The codes that decodeMeters() reads, faded towards the shore's before they are rounded.
void setHeights(const float* meters, const float* shore, std::size_t width, std::int32_t* codes) {
  for (std::size_t i = 0; i < width; ++i) {
    const bool land = shore[i] > 0.0F;
    const float above = land && meters[i] > 0.0F ? meters[i] : 0.0F;
    const float below = -meters[i] > kLeastDepthMeters ? -meters[i] : kLeastDepthMeters;
    float share =
        land ? above * static_cast<float>(1.0 / kHighestMeters) : below * static_cast<float>(1.0 / kDeepestMeters);
    share = share < 1.0F ? share : 1.0F;
    float fade = std::abs(shore[i]) * (1.0F / kFadeTexels);
    fade = fade < 1.0F ? fade : 1.0F;
    const float span = land ? 255.0F - static_cast<float>(kLandBottom) : -static_cast<float>(kSeaTop);
    const float base = land ? static_cast<float>(kLandBottom) + 0.5F : static_cast<float>(kSeaTop) + 0.5F;
    codes[i] = static_cast<std::int32_t>(base + span * fade * std::sqrt(share));
  }
}

// Shading passes from the land's strength to the sea's over a few texels.
void setShades(const float* eastward, const float* northward, float eastScale, float northScale, const float* shore,
               std::size_t width, std::int32_t* codes) {
  for (std::size_t i = 0; i < width; ++i) {
    float t = shore[i] * 0.25F + 0.5F;
    t = t > 0.0F ? t : 0.0F;
    t = t < 1.0F ? t : 1.0F;
    const float share = kSeaShadeShare + (1.0F - kSeaShadeShare) * t * t * (3.0F - 2.0F * t);
    codes[i] =
        static_cast<std::int32_t>(shadeValue(eastward[i] * eastScale * share, northward[i] * northScale * share));
  }
}

void pack(const Row& row, std::size_t width, std::uint8_t* texels) {
  for (std::size_t i = 0; i < width; ++i) {
    texels[4 * i] = static_cast<std::uint8_t>(row.shade[i]);
    texels[4 * i + 1] = static_cast<std::uint8_t>(row.height[i]);
    texels[4 * i + 2] = static_cast<std::uint8_t>(row.shore[i]);
    texels[4 * i + 3] = static_cast<std::uint8_t>(row.lake[i]);
  }
}

}  // namespace

void composeSurface(const TileGrid& grid, const ReliefSamples& relief, const CoastRaster& coast, TileRaster& tile) {
  const int width = grid.width();
  const int height = grid.height();
  const double zFactor = shadeZFactor(grid.texelMeters);
  const auto northScale = static_cast<float>(zFactor / kMetersPerDegree);
  const auto columns = static_cast<std::size_t>(width);
  Row row(columns);
  tile.surface.resize(relief.meters.size() * 4);
  for (std::size_t j = 0; j < static_cast<std::size_t>(height); ++j) {
    const auto eastScale = static_cast<float>(zFactor / kMetersPerDegree / convergenceAt(grid.latDegrees[j]));
    const std::size_t first = j * columns;
    const float* shore = coast.sea.data() + first;
    setShades(relief.perLonDegree.data() + first, relief.perLatDegree.data() + first, eastScale, northScale, shore,
              columns, row.shade.data());
    setHeights(relief.meters.data() + first, shore, columns, row.height.data());
    setDistances(shore, columns, row.shore.data());
    if (!coast.lake.empty()) setDistances(coast.lake.data() + first, columns, row.lake.data());
    pack(row, columns, tile.surface.data() + 4 * first);
  }

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
