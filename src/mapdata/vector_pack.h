#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/result.h"
#include "mapdata/mapped_file.h"

namespace cordon::mapdata {

/// What a pack's chains bound or are.
enum class PackKind : std::uint32_t { Coast = 1, Lines = 2 };

/// Bits of a coast chain's class and of a cell's parity.
inline constexpr unsigned kSeaShore = 1;   ///< GSHHG level 1: land inside, sea outside
inline constexpr unsigned kLakeShore = 2;  ///< GSHHG levels 2 to 4: an odd number of them around a point is lake water

/// One vertex, microdegrees.
struct PackPoint {
  std::int32_t lon = 0;
  std::int32_t lat = 0;
};

inline constexpr std::int32_t kHalfTurnMicrodegrees = 180'000'000;
inline constexpr std::int32_t kQuarterTurnMicrodegrees = 90'000'000;

/// The head of a pack file.
struct PackHeader {
  static constexpr std::uint64_t kMagic = 0x314b434150524f43;  // "CORPACK1"
  std::uint64_t magic = kMagic;
  std::uint32_t kind = 0;
  std::int32_t cellMicrodegrees = 0;
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  double toleranceMeters = 0.0;
  std::uint64_t fileBytes = 0;
};
static_assert(sizeof(PackHeader) == 40);

/// Shorelines or lines of the whole world at one tolerance, cut by a grid of cells, in a file that is mapped, not read.
///
/// A cell holds every segment that touches its closed box, as chains of vertices, and the parity of its reference
/// point: which shores lie around the point half a microdegree inside its south-west corner. So a cell can be filled
/// without any other. The file is written by cordon_pack for the machine it runs on; in it, little-endian words:
///
///     header (PackHeader), columns*rows cells of two words (first word of the cell's chains; chains << 2 | parity),
///     chains of one word (points << 8 | class) and two words a point
///
/// A mapped pack is immutable; all members may be called from several threads.
class VectorPack {
 public:
  /// Maps a file and checks its header and size. Broken contents are met, and thrown, when a cell is read.
  static Result<VectorPack> open(const std::filesystem::path& path, PackKind kind);

  /// How far the chains may lie from the source's lines, metres.
  double toleranceMeters() const { return header_.toleranceMeters; }

  /// The side of a cell; cells count from 180 W, 90 S.
  std::int32_t cellMicrodegrees() const { return header_.cellMicrodegrees; }
  int columns() const { return static_cast<int>(header_.columns); }
  int rows() const { return static_cast<int>(header_.rows); }

  /// The parity of a cell's reference point: kSeaShore | kLakeShore.
  unsigned parity(int column, int row) const;

  /// One run of segments.
  struct Chain {
    const PackPoint* points = nullptr;
    std::uint32_t count = 0;  ///< 2 or more
    unsigned chainClass = 0;  ///< coast: kSeaShore or kLakeShore; lines: importance, 255 the greatest
  };

  /// Calls `visit(Chain)` for each chain of a cell. Throws std::runtime_error where the file's contents are broken.
  template <typename Visit>
  void forEachChain(int column, int row, Visit&& visit) const {
    CellReader reader = cell(column, row);
    Chain chain;
    while (next(reader, chain)) visit(chain);
  }

 private:
  struct CellReader {
    std::size_t word = 0;
    std::uint32_t chainsLeft = 0;
  };

  VectorPack(std::unique_ptr<MappedFile> file, const PackHeader& header) : file_(std::move(file)), header_(header) {}
  const std::uint32_t* words() const { return reinterpret_cast<const std::uint32_t*>(file_->data()); }
  std::size_t wordCount() const { return file_->size() / sizeof(std::uint32_t); }
  const std::uint32_t* cellEntry(int column, int row) const;
  CellReader cell(int column, int row) const;
  bool next(CellReader& reader, Chain& chain) const;

  std::unique_ptr<MappedFile> file_;
  PackHeader header_;
};

}  // namespace cordon::mapdata
