#pragma once

#include <array>
#include <vector>

#include "render/tile_selection.h"
#include "scene/render_model.h"

namespace cordon::render {

/// The rings that touch one tile, laid out as the fragment shader reads them (shaders/globe.frag).
struct TileRings {
  static constexpr int kMaxEntries = 24;
  static constexpr int kVectorsPerEntry = 10;

  int count = 0;
  std::vector<std::array<float, 4>> vectors;  ///< kVectorsPerEntry an entry
  bool overflows = false;  ///< more entries were needed than fit; the tile should be divided
};

/// How rings' lines are drawn where there are many.
enum class RingLines {
  Each,   ///< every ring its own line
  Union,  ///< one outline around each fill group
};

/// A model's rings, prepared to find those that touch a tile.
///
/// Immutable after construction; const members may be called from several threads.
class RingSet {
 public:
  explicit RingSet(std::vector<scene::Ring> rings);

  const std::vector<scene::Ring>& rings() const { return rings_; }

  /// Each up to 120 rings, Union above: a thousand lines over each other say nothing.
  RingLines lines() const { return rings_.size() > 120 ? RingLines::Union : RingLines::Each; }

  /// The entries for a tile. `metersPerPixel` is the coarsest pixel in it (for the rim's glow and the lines' widths),
  /// the projector gives the dashes their length.
  TileRings forTile(const TileSphere& tile, double metersPerPixel, const scene::Projector& projector) const;

 private:
  struct Bounds {
    double minChordMeters = 0.0;
    double maxChordMeters = 0.0;
  };

  std::vector<scene::Ring> rings_;  ///< sorted by fill group
  std::vector<Bounds> bounds_;
};

}  // namespace cordon::render
