#include "mapdata/relief_raster.h"

#include <algorithm>
#include <cstring>

namespace cordon::mapdata {

namespace {

constexpr int kBlock = ReliefPackHeader::kBlockPixels;
constexpr std::uint32_t kMaxLevels = 16;
constexpr std::int32_t kMaxSide = 1 << 20;

int blocksAlong(int pixels) {
  return (pixels + kBlock - 1) / kBlock;
}

std::uint64_t levelBytes(const ReliefLevel& level) {
  return std::uint64_t{2} * kBlock * kBlock * static_cast<std::uint64_t>(blocksAlong(level.widthPixels)) *
         static_cast<std::uint64_t>(blocksAlong(level.heightPixels));
}

bool isSound(const ReliefLevel& level, std::uint64_t fileBytes) {
  return level.widthPixels >= 2 && level.heightPixels >= 2 && level.widthPixels <= kMaxSide &&
         level.heightPixels <= kMaxSide && level.columnsAround >= 2 && level.columnsAround <= level.widthPixels &&
         level.pixelLonDegrees > 0.0 && level.pixelLatDegrees > 0.0 && level.offsetBytes % 2 == 0 &&
         level.offsetBytes <= fileBytes && levelBytes(level) <= fileBytes - level.offsetBytes;
}

int floorMod(int a, int b) {
  const int r = a % b;
  return r < 0 ? r + b : r;
}

}  // namespace

Result<ReliefRaster> ReliefRaster::open(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& message) {
    return Result<ReliefRaster>::failure(
        Diagnostic{.message = message, .file = path.string(), .pointer = {}, .position = {}, .mend = kMapDataMend});
  };
  auto file = MappedFile::open(path);
  if (!file) return Result<ReliefRaster>::failure(file.diagnostics());
  ReliefRaster raster;
  raster.file_ = std::move(file).value();
  const std::uint64_t bytes = raster.file_->size();
  ReliefPackHeader header;
  if (bytes < sizeof(header)) return fail("the relief is cut short.");
  std::memcpy(&header, raster.file_->data(), sizeof(header));
  if (header.magic != ReliefPackHeader::kMagic) return fail("this is not a relief pack.");
  if (header.fileBytes != bytes) return fail("the relief is cut short.");
  if (header.levels == 0 || header.levels > kMaxLevels ||
      bytes < sizeof(header) + header.levels * sizeof(ReliefLevel)) {
    return fail("the relief's header is broken.");
  }
  raster.levels_.resize(header.levels);
  std::memcpy(raster.levels_.data(), raster.file_->data() + sizeof(header), header.levels * sizeof(ReliefLevel));
  if (!std::all_of(raster.levels_.begin(), raster.levels_.end(),
                   [bytes](const ReliefLevel& l) { return isSound(l, bytes); })) {
    return fail("the relief's header is broken.");
  }
  raster.wraps_ = header.wraps != 0;
  return raster;
}

int ReliefRaster::levelFor(double pixelDegrees) const {
  int chosen = 0;
  for (std::size_t i = 1; i < levels_.size(); ++i) {
    if (levels_[i].pixelLatDegrees <= pixelDegrees * (1.0 + 1e-6)) chosen = static_cast<int>(i);
  }
  return chosen;
}

void ReliefRaster::read(int level, int firstColumn, int firstRow, int columns, int rows, float* meters) const {
  const ReliefLevel& shape = levels_[static_cast<std::size_t>(level)];
  const auto* blocks = reinterpret_cast<const std::int16_t*>(file_->data() + shape.offsetBytes);
  const int blocksAcross = blocksAlong(shape.widthPixels);
  for (int row = 0; row < rows; ++row) {
    const int y = std::clamp(firstRow + row, 0, shape.heightPixels - 1);
    const std::int16_t* blockRow =
        blocks + static_cast<std::ptrdiff_t>(y / kBlock) * blocksAcross * kBlock * kBlock + y % kBlock * kBlock;
    float* target = meters + static_cast<std::ptrdiff_t>(row) * columns;
    int done = 0;
    while (done < columns) {
      const int wanted = firstColumn + done;
      const int x = wraps_ ? floorMod(wanted, shape.columnsAround) : std::clamp(wanted, 0, shape.widthPixels - 1);
      const std::int16_t* source = blockRow + static_cast<std::ptrdiff_t>(x / kBlock) * kBlock * kBlock + x % kBlock;
      int run = std::min({columns - done, kBlock - x % kBlock, (wraps_ ? shape.columnsAround : shape.widthPixels) - x});
      if (!wraps_ && wanted != x) {
        // Beyond the raster's sides its outermost column repeats.
        run = wanted < 0 ? std::min(columns - done, -wanted) : columns - done;
        std::fill_n(target + done, run, static_cast<float>(*source));
      } else {
        std::transform(source, source + run, target + done,
                       [](std::int16_t value) { return static_cast<float>(value); });
      }
      done += run;
    }
  }
}

}  // namespace cordon::mapdata
