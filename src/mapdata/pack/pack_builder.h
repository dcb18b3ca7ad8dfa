#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"
#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// A closed ring or an open line, microdegrees; longitudes may run past 180 degrees.
struct PackLine {
  std::vector<PackPoint> points;  ///< a ring repeats its first point at the end
  unsigned lineClass = 0;         ///< as VectorPack::Chain::chainClass
};

/// A box of whole cells, microdegrees.
struct PackBox {
  std::int32_t west = -kHalfTurnMicrodegrees;
  std::int32_t south = -kQuarterTurnMicrodegrees;
  std::int32_t east = kHalfTurnMicrodegrees;
  std::int32_t north = kQuarterTurnMicrodegrees;
};

/// Cuts lines into cells and writes a pack.
///
/// Edges that lie wholly on the dateline, the South Pole or the border of a layer's box only close polygons: they count
/// for parity and are not shores.
class PackBuilder {
 public:
  /// `cellMicrodegrees` must divide 180 degrees.
  PackBuilder(PackKind kind, std::int32_t cellMicrodegrees, double toleranceMeters);

  /// Sets the contents of a box's cells; a later layer replaces an earlier one in its box. Lines may reach outside.
  void setLayer(const std::vector<PackLine>& lines, const PackBox& box = {});

  /// Writes the pack beside `path` and moves it there.
  Result<std::size_t> write(const std::filesystem::path& path) const;

 private:
  struct Cell {
    std::vector<std::uint32_t> words;
    std::uint32_t chains = 0;
    std::size_t openChain = 0;     // where in words the chain stands that may go on
    std::uint64_t openVertex = 0;  // the vertex it ends with, plus one; 0: none
    unsigned parity = 0;
  };
  struct CellRange;

  void addSegment(PackPoint a, PackPoint b, unsigned lineClass, std::uint64_t vertex, const CellRange& range);
  void setParity(const std::vector<PackLine>& lines, const CellRange& range);

  PackKind kind_;
  std::int32_t cell_;
  double toleranceMeters_;
  int columns_;
  int rows_;
  std::vector<Cell> cells_;
};

}  // namespace cordon::mapdata
