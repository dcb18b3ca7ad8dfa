#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "mapdata/mapped_file.h"

namespace cordon::mapdata {

/// One resolution of a relief, as it stands in a relief pack: where its pixel centres lie.
struct ReliefLevel {
  std::int32_t widthPixels = 0;
  std::int32_t heightPixels = 0;
  std::int32_t columnsAround = 0;  ///< where the raster wraps: columns from one meridian around to it again
  std::int32_t reserved = 0;
  double firstLonDegrees = 0.0;  ///< of the westmost pixel centres
  double firstLatDegrees = 0.0;  ///< of the northmost pixel centres
  double pixelLonDegrees = 0.0;
  double pixelLatDegrees = 0.0;   ///< positive, southward
  std::uint64_t offsetBytes = 0;  ///< of its first block, from the file's start
};

/// The head of a relief pack; `levels` ReliefLevel follow, the finest first, then their pixels: blocks of
/// kBlockPixels x kBlockPixels 16-bit heights in metres, little-endian, block rows from the north, the last
/// blocks padded.
struct ReliefPackHeader {
  static constexpr std::uint64_t kMagic = 0x31464c4544524f43;  // "CORDELF1"
  static constexpr int kBlockPixels = 64;

  std::uint64_t magic = kMagic;
  std::uint64_t fileBytes = 0;
  std::uint32_t levels = 0;
  std::uint32_t wraps = 0;  ///< 1: goes all the way around, so that columns repeat
};

/// A relief pack, mapped into memory: what cordon_pack makes of a GeoTIFF when the program is built, so that
/// nothing has to be decoded when a picture is drawn.
///
/// Geographic coordinates, north up, metres. All const members may be called from several threads.
class ReliefRaster {
 public:
  static Result<ReliefRaster> open(const std::filesystem::path& path);

  /// The resolutions, the finest first.
  const std::vector<ReliefLevel>& levels() const { return levels_; }

  /// Whether the raster goes all the way around, so that columns repeat.
  bool wraps() const { return wraps_; }

  /// The number of the coarsest level whose pixels are at most so large, or 0.
  int levelFor(double pixelDegrees) const;

  /// Copies a window of pixels, row by row. Rows are clamped to the raster; columns repeat where it wraps, else
  /// are clamped.
  void read(int level, int firstColumn, int firstRow, int columns, int rows, float* meters) const;

 private:
  ReliefRaster() = default;

  std::unique_ptr<MappedFile> file_;
  std::vector<ReliefLevel> levels_;
  bool wraps_ = false;
};

}  // namespace cordon::mapdata
