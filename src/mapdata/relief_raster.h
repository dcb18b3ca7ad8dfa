#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"

namespace cordon::mapdata {

/// One GeoTIFF of heights with its overviews, read block by block when needed.
///
/// Geographic coordinates, north up, one band, metres. All const members may be called from several threads.
class ReliefRaster {
 public:
  /// One resolution: where its pixel centres lie.
  struct Level {
    int widthPixels = 0;
    int heightPixels = 0;
    int columnsAround = 0;         ///< where the raster wraps: columns from one meridian around to it again
    double firstLonDegrees = 0.0;  ///< of the westmost pixel centres
    double firstLatDegrees = 0.0;  ///< of the northmost pixel centres
    double pixelLonDegrees = 0.0;
    double pixelLatDegrees = 0.0;  ///< positive, southward
  };

  static Result<ReliefRaster> open(const std::filesystem::path& path);

  ReliefRaster(ReliefRaster&&) noexcept;
  ReliefRaster& operator=(ReliefRaster&&) noexcept;
  ~ReliefRaster();

  /// The resolutions, the finest first.
  const std::vector<Level>& levels() const;

  /// Whether the raster goes all the way around, so that columns repeat.
  bool wraps() const;

  /// The number of the coarsest level whose pixels are at most so large, or 0.
  int levelFor(double pixelDegrees) const;

  /// Copies a window of pixels, row by row. Rows are clamped to the raster; columns repeat where it wraps, else
  /// are clamped. Throws std::runtime_error where the file cannot be read (it was sound when it was opened).
  void read(int level, int firstColumn, int firstRow, int columns, int rows, float* meters) const;

 private:
  class Implementation;
  explicit ReliefRaster(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cordon::mapdata
