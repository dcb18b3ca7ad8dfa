#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "render/tile_selection.h"
#include "scene/render_model.h"

namespace cordon::render {

/// The rings that touch one region of a tile, laid out as the fragment shader reads them (shaders/globe.frag).
struct RegionRings {
  static constexpr int kMaxEntries = 40;
  static constexpr int kVectorsPerEntry = 11;
  using Vector = std::array<float, 4>;

  int count = 0;                ///< entries
  std::vector<Vector> vectors;  ///< kVectorsPerEntry an entry
  Vector veilBelow{};           ///< fills that cover the region, premultiplied: those below the entries' fills
  Vector veilAbove{};           ///< and those above
  /// Set where overlaps are counted: how many rings cover all of the region and have no entry. No veils then.
  std::optional<int> ringsAround;
  bool needsExact = false;          ///< some chord depends on the azimuth by more than a tenth of a pixel
  std::optional<int> crowdedGroup;  ///< set where more entries were needed than fit: the fill group with the most lines

  friend bool operator==(const RegionRings&, const RegionRings&) = default;
};

/// How rings' lines are drawn where there are many.
enum class RingLines {
  Each,   ///< every ring its own line
  Union,  ///< one outline around each fill group
};

/// The share of a fill's opacity that is left away from the rim.
inline constexpr double kInnerFillShare = 0.50;

/// A model's rings, prepared to find those that touch a region.
///
/// Rings of a fill group are tinted as one union. Their lines are drawn each, or, in groups that are united, as the
/// union's outline alone. Rings whose status does not fill form a group of their own.
///
/// Where overlaps are counted (scene::FillMode::Overlaps), every ring that fills counts by itself, and united groups
/// have no lines: the steps of the tint are their outlines. Where more rings cross a region than fit, those whose edges
/// pass nearest to its centre keep their entries, exact in every pixel; of the others it is said for the whole region
/// whether they cover its centre. No group is crowded then.
///
/// Immutable after construction; const members may be called from several threads. Copies share what was prepared.
class RingSet {
 public:
  explicit RingSet(std::shared_ptr<const std::vector<scene::Ring>> rings, RingLines lines = RingLines::Each,
                   scene::FillMode fillMode = scene::FillMode::Union);

  std::size_t size() const { return prepared_->order.size(); }
  /// The rings are sorted by fill group, those of a group in the order in which they came.
  const scene::Ring& at(std::size_t index) const { return *prepared_->order[index]; }

  bool isUnited(int group) const { return united_.contains(group); }

  /// Whether some group's lines are drawn each: only then can a region's lines be too many.
  bool hasLinesOfEach() const { return united_.size() < prepared_->unionStatus.size(); }

  /// The same rings with one more group united.
  RingSet withUnited(int group) const;

  /// The rings that may show in a region: those to ask about in parts of it. In order.
  std::vector<std::size_t> touching(const TileSphere& region, const scene::Projector& projector) const;

  /// Of the candidates for a region around this one, those that may show in it; of a united group without those that
  /// lie inside another everywhere in the region.
  std::vector<std::size_t> touching(const TileSphere& region, const scene::Projector& projector,
                                    std::span<const std::size_t> candidates) const;

  /// Whether some candidate's edge, or the glow along it, may show in the region: if not, all of it looks alike.
  bool mayHaveEdges(const TileSphere& region, const scene::Projector& projector,
                    std::span<const std::size_t> candidates) const;

  /// The entries for a region of a tile whose vertices are relative to `localOrigin`; `candidates` are those that
  /// touch the region or one around it.
  RegionRings forRegion(const TileSphere& region, geo::Ecef localOrigin, const scene::Projector& projector,
                        std::span<const std::size_t> candidates) const;

  /// The same with every ring as a candidate.
  RegionRings forRegion(const TileSphere& region, geo::Ecef localOrigin, const scene::Projector& projector) const {
    return forRegion(region, localOrigin, projector, touching(region, projector));
  }

 private:
  struct Disc {
    geo::Ecef anchor;
    double minChordMeters = 0.0;
    double maxChordMeters = 0.0;
    bool insideIsFar = false;
    bool plain = false;  ///< neither hole nor sector
  };
  struct Near;
  struct Group;

  Near near(std::size_t ring, const TileSphere& region) const;
  bool needsAzimuth(std::size_t ring, double finestPixelMeters) const;
  double signedDistanceMeters(std::size_t ring, geo::Ecef point) const;
  Group gather(std::span<const std::size_t> candidates, const TileSphere& region, double marginMeters) const;
  RegionRings entriesOf(const TileSphere& region, geo::Ecef localOrigin, const scene::Projector& projector,
                        std::span<const std::size_t> candidates, bool withRims) const;
  RegionRings countedEntries(const TileSphere& region, geo::Ecef localOrigin, const scene::Projector& projector,
                             std::span<const std::size_t> candidates) const;
  int countLeastSplit(std::vector<Near>& nears, const TileSphere& region) const;
  double keepOutermost(std::vector<Near>& nears, const TileSphere& region) const;

  struct Prepared {
    std::shared_ptr<const std::vector<scene::Ring>> rings;
    scene::FillMode fillMode = scene::FillMode::Union;
    std::vector<const scene::Ring*> order;     ///< by fill group
    std::map<int, scene::Status> unionStatus;  ///< by group: the firmest, whose line the outline takes
    std::vector<Disc> discs;                   ///< in that order, packed: every region looks through many
  };
  std::shared_ptr<const Prepared> prepared_;
  std::set<int> united_;
};

}  // namespace cordon::render
