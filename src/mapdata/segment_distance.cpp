#include "mapdata/segment_distance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "geo/position.h"

namespace cordon::mapdata {

namespace {

constexpr double kLeastConvergence = 0.02;

}  // namespace

double convergenceAt(double latDegrees) {
  return std::max(std::cos(geo::degreesToRadians(latDegrees)), kLeastConvergence);
}

SegmentDistance::SegmentDistance(const TileGrid& grid, float reachTexels, double vertexStepTexels)
    : grid_(grid),
      reach_(reachTexels),
      texelsPerMicrodegree_(1e-6 / grid.texelDegrees),
      vertexStepMicrodegrees_(static_cast<std::int64_t>(vertexStepTexels / texelsPerMicrodegree_)),
      columnOffsets_(grid.lonDegrees.size()) {
  for (const double lon : grid.lonDegrees) lonMicrodegrees_.push_back(lon * 1e6);
  for (const double lat : grid.latDegrees) {
    latMicrodegrees_.push_back(lat * 1e6);
    convergence_.push_back(static_cast<float>(convergenceAt(lat)));
  }
}

void SegmentDistance::add(const VectorPack::Chain& chain, double shiftMicrodegrees, std::uint8_t mark) {
  keepMarks_ = mark != 0;
  PackPoint from = chain.points[0];
  for (std::uint32_t i = 1; i < chain.count; ++i) {
    const PackPoint to = chain.points[i];
    const std::int64_t moved = std::abs(std::int64_t{to.lon} - from.lon) + std::abs(std::int64_t{to.lat} - from.lat);
    if (moved <= vertexStepMicrodegrees_ && i + 1 < chain.count) continue;
    addSegment(from, to, shiftMicrodegrees, mark);
    from = to;
  }
}

void SegmentDistance::addSegment(PackPoint a, PackPoint b, double shiftMicrodegrees, std::uint8_t mark) {
  const double lonA = a.lon + shiftMicrodegrees;
  const double latA = a.lat;
  const double scale = texelsPerMicrodegree_;
  const auto eastward = static_cast<float>((static_cast<double>(b.lon) - a.lon) * scale);
  const auto northward = static_cast<float>((static_cast<double>(b.lat) - a.lat) * scale);

  // A little more than the reach, so that rounding never decides what is within it.
  const double reach = static_cast<double>(reach_) + 0.1;
  const double firstLat = latMicrodegrees_.front();
  const int rows = grid_.height();
  const double topTexels = (firstLat - std::max(a.lat, b.lat)) * scale - reach;
  const double bottomTexels = (firstLat - std::min(a.lat, b.lat)) * scale + reach;
  if (bottomTexels < 0.0 || topTexels > rows - 1) return;
  const int firstRow = std::max(0, static_cast<int>(std::ceil(topTexels)));
  const int lastRow = std::min(rows - 1, static_cast<int>(std::floor(bottomTexels)));

  const double leastConvergence = static_cast<double>(
      std::min(convergence_[static_cast<std::size_t>(firstRow)], convergence_[static_cast<std::size_t>(lastRow)]));
  const double columnMicrodegrees = grid_.columnDegrees * 1e6;
  const double reachMicrodegrees = reach / (scale * leastConvergence);
  const double westColumns =
      (std::min(lonA, lonA + (b.lon - static_cast<double>(a.lon))) - reachMicrodegrees - lonMicrodegrees_.front()) /
      columnMicrodegrees;
  const double eastColumns =
      (std::max(lonA, lonA + (b.lon - static_cast<double>(a.lon))) + reachMicrodegrees - lonMicrodegrees_.front()) /
      columnMicrodegrees;
  const int columns = grid_.width();
  if (eastColumns < 0.0 || westColumns > columns - 1) return;
  const int firstColumn = std::max(0, static_cast<int>(std::ceil(westColumns)));
  const int lastColumn = std::min(columns - 1, static_cast<int>(std::floor(eastColumns)));
  if (firstColumn > lastColumn || firstRow > lastRow) return;
  const std::size_t texels = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
  if (squared_.empty()) squared_.assign(texels, reach_ * reach_);
  if (keepMarks_ && marks_.empty()) marks_.assign(texels, 0);

  const int count = lastColumn - firstColumn + 1;
  float* offsets = columnOffsets_.data();
  const double* lons = lonMicrodegrees_.data() + firstColumn;
  for (int i = 0; i < count; ++i) offsets[i] = static_cast<float>((lons[i] - lonA) * scale);

  for (int row = firstRow; row <= lastRow; ++row) {
    const float y = static_cast<float>((latMicrodegrees_[static_cast<std::size_t>(row)] - latA) * scale);
    const float convergence = convergence_[static_cast<std::size_t>(row)];
    const float dx = eastward * convergence;
    const float lengthSquared = dx * dx + northward * northward;
    const float inverse = lengthSquared > 0.0F ? 1.0F / lengthSquared : 0.0F;
    const std::size_t at =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(firstColumn);
    float* nearest = squared_.data() + at;
    if (keepMarks_) {
      std::uint8_t* marks = marks_.data() + at;
      for (int i = 0; i < count; ++i) {
        const float x = offsets[i] * convergence;
        const float along = std::clamp((x * dx + y * northward) * inverse, 0.0F, 1.0F);
        const float ex = x - along * dx;
        const float ey = y - along * northward;
        const float squared = ex * ex + ey * ey;
        // Equal distances happen where chains meet: the greater mark wins whatever the order.
        if (squared < nearest[i] || (squared == nearest[i] && mark > marks[i])) {
          nearest[i] = squared;
          marks[i] = mark;
        }
      }
    } else {
      for (int i = 0; i < count; ++i) {
        const float x = offsets[i] * convergence;
        float along = (x * dx + y * northward) * inverse;
        along = along > 0.0F ? along : 0.0F;
        along = along < 1.0F ? along : 1.0F;
        const float ex = x - along * dx;
        const float ey = y - along * northward;
        const float squared = ex * ex + ey * ey;
        nearest[i] = squared < nearest[i] ? squared : nearest[i];
      }
    }
  }
}

}  // namespace cordon::mapdata
