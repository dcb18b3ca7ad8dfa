#include "mapdata/tile.h"

#include <algorithm>
#include <numbers>

namespace cordon::mapdata {

namespace {

constexpr double kLandCodes = 255.0 - kLandBottom;

}  // namespace

TileBounds bounds(TileKey key) {
  const double step = std::numbers::pi / static_cast<double>(1U << static_cast<unsigned>(key.level));
  const double west = -std::numbers::pi + step * key.x;
  const double north = std::numbers::pi / 2.0 - step * key.y;
  return {west, north - step, west + step, north};
}

double decodeMeters(int code) {
  if (code <= kSeaTop) {
    const double share = 1.0 - static_cast<double>(std::max(code, 0)) / kSeaTop;
    return -kDeepestMeters * share * share;
  }
  const double share = (std::min(code, 255) - kLandBottom) / kLandCodes;
  return kHighestMeters * share * share;
}

}  // namespace cordon::mapdata
