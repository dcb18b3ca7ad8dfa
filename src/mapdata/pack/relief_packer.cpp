#include "mapdata/pack/relief_packer.h"

#include <gdal_priv.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <vector>

#include "mapdata/pack/gdal_errors.h"
#include "mapdata/relief_raster.h"

namespace cordon::mapdata {

namespace {

constexpr int kBlock = ReliefPackHeader::kBlockPixels;

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

// The pixels of a band, cut into blocks; empty where it cannot be read.
std::vector<std::int16_t> readBlocks(GDALRasterBand& band) {
  const int width = band.GetXSize();
  const int height = band.GetYSize();
  std::vector<std::int16_t> rows(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  if (band.RasterIO(GF_Read, 0, 0, width, height, rows.data(), width, height, GDT_Int16, 0, 0, nullptr) != CE_None)
    return {};
  std::vector<std::int16_t> blocks;
  for (int blockY = 0; blockY < height; blockY += kBlock) {
    for (int blockX = 0; blockX < width; blockX += kBlock) {
      for (int y = blockY; y < blockY + kBlock; ++y) {
        for (int x = blockX; x < blockX + kBlock; ++x) {
          const auto at = static_cast<std::size_t>(std::min(y, height - 1)) * static_cast<std::size_t>(width) +
                          static_cast<std::size_t>(std::min(x, width - 1));
          blocks.push_back(rows[at]);
        }
      }
    }
  }
  return blocks;
}

}  // namespace

Result<int> packRelief(const std::filesystem::path& geoTiff, const std::filesystem::path& pack) {
  const auto fail = [](const std::filesystem::path& file, const std::string& message) {
    return Result<int>::failure(
        Diagnostic{.message = message, .file = file.string(), .pointer = {}, .position = {}, .mend = {}});
  };
  const GdalErrors errors;
  GDALRegister_GTiff();
  const std::unique_ptr<GDALDataset, CloseDataset> dataset(
      GDALDataset::Open(geoTiff.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  if (!dataset) return fail(geoTiff, "cannot open the relief: " + errors.text());
  double transform[6] = {};
  if (dataset->GetRasterCount() != 1 || dataset->GetGeoTransform(transform) != CE_None || transform[2] != 0.0 ||
      transform[4] != 0.0 || transform[1] <= 0.0 || transform[5] >= 0.0) {
    return fail(geoTiff, "the relief is not a north-up raster of one band with geographic coordinates");
  }
  GDALRasterBand* finest = dataset->GetRasterBand(1);
  const double lonSpan = transform[1] * finest->GetXSize();
  const double latSpan = -transform[5] * finest->GetYSize();
  // Some global grids repeat the first column at the other end.
  const double surplus = lonSpan - 360.0;
  const bool wraps = surplus > -0.5 * transform[1] && surplus < 1.5 * transform[1];
  const bool repeats = wraps && surplus > 0.5 * transform[1];

  ReliefPackHeader header;
  header.wraps = wraps ? 1 : 0;
  std::vector<ReliefLevel> levels;
  std::vector<std::vector<std::int16_t>> pixels;
  for (int i = 0; i <= finest->GetOverviewCount(); ++i) {
    GDALRasterBand* band = i == 0 ? finest : finest->GetOverview(i - 1);
    if (band == nullptr || band->GetXSize() < 2 || band->GetYSize() < 2) break;
    ReliefLevel level;
    level.widthPixels = band->GetXSize();
    level.heightPixels = band->GetYSize();
    level.columnsAround = level.widthPixels - (repeats ? 1 : 0);
    level.pixelLonDegrees = lonSpan / level.widthPixels;
    level.pixelLatDegrees = latSpan / level.heightPixels;
    level.firstLonDegrees = transform[0] + 0.5 * level.pixelLonDegrees;
    level.firstLatDegrees = transform[3] - 0.5 * level.pixelLatDegrees;
    pixels.push_back(readBlocks(*band));
    if (pixels.back().empty()) return fail(geoTiff, "cannot read the relief: " + errors.text());
    levels.push_back(level);
  }
  header.levels = static_cast<std::uint32_t>(levels.size());
  std::uint64_t offset = sizeof(header) + levels.size() * sizeof(ReliefLevel);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    levels[i].offsetBytes = offset;
    offset += pixels[i].size() * sizeof(std::int16_t);
  }
  header.fileBytes = offset;

  std::ofstream out(pack, std::ios::binary | std::ios::trunc);
  const auto write = [&out](const void* data, std::size_t bytes) {
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
  };
  write(&header, sizeof(header));
  write(levels.data(), levels.size() * sizeof(ReliefLevel));
  for (const std::vector<std::int16_t>& level : pixels) write(level.data(), level.size() * sizeof(std::int16_t));
  out.close();
  if (!out) return fail(pack, "cannot write the pack");
  return static_cast<int>(levels.size());
}

}  // namespace cordon::mapdata
