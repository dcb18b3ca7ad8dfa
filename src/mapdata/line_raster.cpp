#include "mapdata/line_raster.h"

#include <algorithm>
#include <cmath>

#include "mapdata/cell_walk.h"
#include "mapdata/segment_distance.h"

namespace cordon::mapdata {

namespace {

// Lines are a few pixels wide: farther texels only need to know that none is near.
constexpr float kReachTexels = 4.0F;
constexpr double kVertexStepTexels = 0.3;

void collect(const VectorPack& pack, const TileGrid& grid, unsigned leastClass, SegmentDistance& distance) {
  const double south = grid.latDegrees.back();
  const double north = grid.latDegrees.front();
  const double reachLat = static_cast<double>(kReachTexels + 0.5F) * grid.texelDegrees;
  const double reachLon = std::min(reachLat / std::min(convergenceAt(south), convergenceAt(north)), 180.0);
  forEachCell(pack, grid.lonDegrees.front() - reachLon, south - reachLat, grid.lonDegrees.back() + reachLon,
              north + reachLat, [&](int column, int row, double shift) {
                pack.forEachChain(column, row, [&](const VectorPack::Chain& chain) {
                  if (chain.chainClass >= leastClass) {
                    distance.add(chain, shift, static_cast<std::uint8_t>(chain.chainClass));
                  }
                });
              });
}

std::uint8_t nearness(float squaredTexels) {
  if (squaredTexels >= kReachTexels * kReachTexels) return 0;
  return static_cast<std::uint8_t>(255.5F - static_cast<float>(kDistanceCodesPerTexel) * std::sqrt(squaredTexels));
}

}  // namespace

unsigned leastRiverClass(double texelMeters) {
  struct Step {
    double texelMeters;
    unsigned leastClass;
  };
  constexpr Step kSteps[] = {{200.0, 1}, {400.0, 195}, {800.0, 215}, {1500.0, 235}, {11000.0, 255}};
  for (const Step& step : kSteps) {
    if (texelMeters <= step.texelMeters) return step.leastClass;
  }
  return 256;
}

std::vector<std::uint8_t> rasterizeLines(const VectorPack& rivers, const VectorPack& borders, const TileGrid& grid) {
  SegmentDistance river(grid, kReachTexels, kVertexStepTexels);
  SegmentDistance border(grid, kReachTexels, kVertexStepTexels);
  if (const unsigned least = leastRiverClass(grid.texelMeters); least <= 255) collect(rivers, grid, least, river);
  collect(borders, grid, 0, border);
  if (!river.touched() && !border.touched()) return {};
  std::vector<std::uint8_t> lines(grid.lonDegrees.size() * grid.latDegrees.size() * 4, 0);
  const auto fill = [&](const std::vector<float>& squaredTexels, std::size_t channel) {
    for (std::size_t i = 0; i < squaredTexels.size(); ++i) lines[4 * i + channel] = nearness(squaredTexels[i]);
  };
  fill(river.squaredTexels(), 0);
  fill(border.squaredTexels(), 1);
  for (std::size_t i = 0; i < river.marks().size(); ++i) lines[4 * i + 2] = river.marks()[i];
  return lines;
}

}  // namespace cordon::mapdata
