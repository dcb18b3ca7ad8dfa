#include "mapdata/relief_raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>
#include <list>
#include <map>
#include <mutex>
#include <stdexcept>
#include <tuple>

#include "mapdata/gdal_errors.h"

namespace cordon::mapdata {

namespace {

using Block = std::vector<std::int16_t>;

// The finest levels of a picture of the whole region fit; more would only be memory.
constexpr std::size_t kCacheBytes = 48U << 20U;

struct CloseDataset {
  void operator()(GDALDataset* dataset) const {
    GdalErrors errors;
    GDALClose(dataset);
  }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

Dataset openTiff(const std::filesystem::path& path) {
  static std::once_flag once;
  std::call_once(once, [] { GDALRegister_GTiff(); });
  const char* const drivers[] = {"GTiff", nullptr};
  return Dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_INTERNAL, drivers));
}

GDALRasterBand* bandOf(GDALDataset& dataset, int level) {
  GDALRasterBand* band = dataset.GetRasterBand(1);
  return level == 0 ? band : band->GetOverview(level - 1);
}

int floorMod(int a, int b) {
  const int r = a % b;
  return r < 0 ? r + b : r;
}

}  // namespace

class ReliefRaster::Implementation {
 public:
  explicit Implementation(std::filesystem::path path) : path_(std::move(path)) {}

  // GDAL's handles are not for two threads at once, so every reader borrows one.
  Dataset borrow() const {
    {
      const std::scoped_lock lock(handleMutex_);
      if (!handles_.empty()) {
        Dataset dataset = std::move(handles_.back());
        handles_.pop_back();
        return dataset;
      }
    }
    return openTiff(path_);
  }

  void giveBack(Dataset dataset) const {
    const std::scoped_lock lock(handleMutex_);
    handles_.push_back(std::move(dataset));
  }

  std::shared_ptr<const Block> block(int level, int bx, int by) const {
    const Key key{level, bx, by};
    {
      const std::scoped_lock lock(cacheMutex_);
      if (const auto found = cache_.find(key); found != cache_.end()) {
        order_.splice(order_.begin(), order_, found->second.place);
        return found->second.block;
      }
    }
    auto block = std::make_shared<const Block>(load(level, bx, by));
    const std::scoped_lock lock(cacheMutex_);
    if (const auto found = cache_.find(key); found != cache_.end()) return found->second.block;
    order_.push_front(key);
    cache_.emplace(key, Entry{block, order_.begin()});
    cachedBytes_ += block->size() * sizeof(std::int16_t);
    while (cachedBytes_ > kCacheBytes && order_.size() > 1) {
      const auto oldest = cache_.find(order_.back());
      cachedBytes_ -= oldest->second.block->size() * sizeof(std::int16_t);
      cache_.erase(oldest);
      order_.pop_back();
    }
    return block;
  }

  struct BlockSize {
    int width = 0;
    int height = 0;
  };

  std::vector<Level> levels_;
  std::vector<BlockSize> blockSizes_;
  bool wraps_ = false;
  bool repeats_ = false;  // the last column is the first one again

 private:
  using Key = std::tuple<int, int, int>;
  struct Entry {
    std::shared_ptr<const Block> block;
    std::list<Key>::iterator place;
  };

  Block load(int level, int bx, int by) const {
    const GdalErrors errors;
    const Level& shape = levels_[static_cast<std::size_t>(level)];
    const BlockSize size = blockSizes_[static_cast<std::size_t>(level)];
    const int x = bx * size.width;
    const int y = by * size.height;
    const int width = std::min(size.width, shape.widthPixels - x);
    const int height = std::min(size.height, shape.heightPixels - y);
    Block block(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    Dataset dataset = borrow();
    const bool read =
        dataset && bandOf(*dataset, level)
                           ->RasterIO(GF_Read, x, y, width, height, block.data(), width, height, GDT_Int16, 2,
                                      2 * static_cast<GSpacing>(size.width), nullptr) == CE_None;
    // The pixels live in our cache: GDAL need not keep a second copy.
    if (dataset) bandOf(*dataset, level)->FlushCache(false);
    if (!read) throw std::runtime_error(fmt::format("{}: cannot read relief: {}", path_.string(), errors.text()));
    giveBack(std::move(dataset));
    return block;
  }

  std::filesystem::path path_;
  mutable std::mutex handleMutex_;
  mutable std::vector<Dataset> handles_;
  mutable std::mutex cacheMutex_;
  mutable std::map<Key, Entry> cache_;
  mutable std::list<Key> order_;
  mutable std::size_t cachedBytes_ = 0;
};

ReliefRaster::ReliefRaster(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
ReliefRaster::ReliefRaster(ReliefRaster&&) noexcept = default;
ReliefRaster& ReliefRaster::operator=(ReliefRaster&&) noexcept = default;
ReliefRaster::~ReliefRaster() = default;

Result<ReliefRaster> ReliefRaster::open(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& message) {
    return Result<ReliefRaster>::failure(Diagnostic{.message = message,
                                                    .file = path.string(),
                                                    .pointer = {},
                                                    .position = {},
                                                    .mend = "Rebuild or reinstall the map data."});
  };
  const GdalErrors errors;
  Dataset dataset = openTiff(path);
  if (!dataset) return fail("cannot open the relief: " + errors.text());
  double transform[6] = {};
  if (dataset->GetRasterCount() != 1 || dataset->GetGeoTransform(transform) != CE_None || transform[2] != 0.0 ||
      transform[4] != 0.0 || transform[1] <= 0.0 || transform[5] >= 0.0) {
    return fail("the relief is not a north-up raster of one band with geographic coordinates");
  }
  GDALRasterBand* band = dataset->GetRasterBand(1);
  const double lonSpan = transform[1] * band->GetXSize();
  const double latSpan = -transform[5] * band->GetYSize();
  auto implementation = std::make_unique<Implementation>(path);
  // Some global grids repeat the first column at the other end.
  const double surplus = lonSpan - 360.0;
  implementation->wraps_ = surplus > -0.5 * transform[1] && surplus < 1.5 * transform[1];
  implementation->repeats_ = implementation->wraps_ && surplus > 0.5 * transform[1];
  for (int i = 0; i <= band->GetOverviewCount(); ++i) {
    GDALRasterBand* one = i == 0 ? band : band->GetOverview(i - 1);
    if (!one || one->GetXSize() < 2 || one->GetYSize() < 2) break;
    Level level;
    level.widthPixels = one->GetXSize();
    level.heightPixels = one->GetYSize();
    level.columnsAround = level.widthPixels - (implementation->repeats_ ? 1 : 0);
    level.pixelLonDegrees = lonSpan / level.widthPixels;
    level.pixelLatDegrees = latSpan / level.heightPixels;
    level.firstLonDegrees = transform[0] + 0.5 * level.pixelLonDegrees;
    level.firstLatDegrees = transform[3] - 0.5 * level.pixelLatDegrees;
    implementation->levels_.push_back(level);
    Implementation::BlockSize size;
    one->GetBlockSize(&size.width, &size.height);
    implementation->blockSizes_.push_back(size);
  }
  if (implementation->levels_.empty()) return fail("the relief is empty");
  implementation->giveBack(std::move(dataset));
  ReliefRaster raster(std::move(implementation));
  // One pixel of the coarsest level shows whether the file's body is there at all.
  try {
    float probe = 0.0F;
    raster.read(static_cast<int>(raster.levels().size()) - 1, 0, 0, 1, 1, &probe);
  } catch (const std::runtime_error& error) {
    return fail(error.what());
  }
  return raster;
}

const std::vector<ReliefRaster::Level>& ReliefRaster::levels() const {
  return implementation_->levels_;
}

bool ReliefRaster::wraps() const {
  return implementation_->wraps_;
}

int ReliefRaster::levelFor(double pixelDegrees) const {
  int chosen = 0;
  for (std::size_t i = 1; i < levels().size(); ++i) {
    if (levels()[i].pixelLatDegrees <= pixelDegrees * (1.0 + 1e-6)) chosen = static_cast<int>(i);
  }
  return chosen;
}

void ReliefRaster::read(int level, int firstColumn, int firstRow, int columns, int rows, float* meters) const {
  const Level& shape = levels()[static_cast<std::size_t>(level)];
  const auto size = implementation_->blockSizes_[static_cast<std::size_t>(level)];
  std::shared_ptr<const Block> block;
  int heldX = -1;
  int heldY = -1;
  // Column by block, so that a block is looked up once for all rows it serves.
  int done = 0;
  while (done < columns) {
    int column = firstColumn + done;
    column = wraps() ? floorMod(column, shape.columnsAround) : std::clamp(column, 0, shape.widthPixels - 1);
    const int bx = column / size.width;
    const int blockEnd = std::min((bx + 1) * size.width, wraps() ? shape.columnsAround : shape.widthPixels);
    int run = std::min(columns - done, blockEnd - column);
    if (!wraps()) {
      if (firstColumn + done < 0) run = std::min(columns - done, -(firstColumn + done));
      if (firstColumn + done >= shape.widthPixels) run = columns - done;
    }
    const bool constant = !wraps() && (firstColumn + done < 0 || firstColumn + done >= shape.widthPixels);
    for (int row = 0; row < rows; ++row) {
      const int y = std::clamp(firstRow + row, 0, shape.heightPixels - 1);
      const int by = y / size.height;
      if (bx != heldX || by != heldY) {
        block = implementation_->block(level, bx, by);
        heldX = bx;
        heldY = by;
      }
      const std::int16_t* source =
          block->data() + static_cast<std::ptrdiff_t>(y - by * size.height) * size.width + (column - bx * size.width);
      float* target = meters + static_cast<std::ptrdiff_t>(row) * columns + done;
      if (constant) {
        std::fill(target, target + run, static_cast<float>(*source));
      } else {
        std::transform(source, source + run, target, [](std::int16_t value) { return static_cast<float>(value); });
      }
    }
    done += run;
  }
}

}  // namespace cordon::mapdata
