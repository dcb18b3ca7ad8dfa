#pragma once

#include <vector>

#include "mapdata/tile_grid.h"
#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// Squared distances from a grid's texels to the nearest of many segments, in texels of the grid's north-south spacing.
///
/// Equal for texels that two tiles share: it works on coordinates relative to each segment, never to the tile. Not for
/// several threads at once.
class SegmentDistance {
 public:
  /// Distances beyond `reachTexels` stay at its square. Vertices nearer than `vertexStepTexels` to the one before are
  /// passed over. `grid` must outlive this.
  SegmentDistance(const TileGrid& grid, float reachTexels, double vertexStepTexels);

  /// Takes a chain into account, shifted by whole turns in longitude; `mark` is kept where it is the nearest so far.
  void add(const VectorPack::Chain& chain, double shiftMicrodegrees, std::uint8_t mark);

  /// Empty where nothing is within reach.
  const std::vector<float>& squaredTexels() const { return squared_; }

  /// The mark of the nearest chain; 0 out of reach. Empty where no chain had a mark.
  const std::vector<std::uint8_t>& marks() const { return marks_; }

  /// Whether anything was within reach of the grid.
  bool touched() const { return !squared_.empty(); }

 private:
  void addSegment(PackPoint a, PackPoint b, double shiftMicrodegrees, std::uint8_t mark);

  const TileGrid& grid_;
  float reach_;
  double texelsPerMicrodegree_;
  std::int64_t vertexStepMicrodegrees_;
  bool keepMarks_ = false;
  std::vector<double> lonMicrodegrees_;
  std::vector<double> latMicrodegrees_;
  std::vector<float> convergence_;  // cosine of each row's latitude
  std::vector<float> squared_;
  std::vector<std::uint8_t> marks_;
  std::vector<float> columnOffsets_;
};

/// The cosine of a latitude, kept from vanishing so that a reach in texels stays a finite span of longitude.
double convergenceAt(double latDegrees);

}  // namespace cordon::mapdata
