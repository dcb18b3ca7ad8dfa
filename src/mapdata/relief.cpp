#include "mapdata/relief.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cordon::mapdata {

namespace {

// How deep a coordinate lies within a span, 0 at its ends and outside, 1 from kBlendDegrees on.
float depthWithin(double value, double low, double high) {
  const double t = std::clamp(std::min(value - low, high - value) / Relief::kBlendDegrees, 0.0, 1.0);
  return static_cast<float>(t * t * (3.0 - 2.0 * t));
}

void blend(std::vector<float>& under, const std::vector<float>& over, const std::vector<float>& columnShare,
           const std::vector<float>& rowShare) {
  const std::size_t width = columnShare.size();
  for (std::size_t j = 0; j < rowShare.size(); ++j) {
    for (std::size_t i = 0; i < width; ++i) {
      const float share = columnShare[i] * rowShare[j];
      under[j * width + i] += share * (over[j * width + i] - under[j * width + i]);
    }
  }
}

}  // namespace

Relief::Relief(ReliefRaster world, std::optional<ReliefRaster> region)
    : world_(std::move(world)), region_(std::move(region)) {}

Result<Relief> Relief::open(const std::filesystem::path& geodata) {
  Result<ReliefRaster> world = ReliefRaster::open(geodata / "relief_world.pack");
  if (!world) return Result<Relief>::failure(world.diagnostics());
  std::optional<ReliefRaster> region;
  const std::filesystem::path regionPath = geodata / "relief_okhotsk.pack";
  if (std::filesystem::exists(regionPath)) {
    Result<ReliefRaster> opened = ReliefRaster::open(regionPath);
    if (!opened) return Result<Relief>::failure(opened.diagnostics());
    region.emplace(std::move(opened).value());
  }
  return Relief(std::move(world).value(), std::move(region));
}

ReliefSamples Relief::sample(const std::vector<double>& lonDegrees, const std::vector<double>& latDegrees,
                             double texelDegrees) const {
  if (!region_) return sampleRelief(world_, lonDegrees, latDegrees, texelDegrees);

  const ReliefLevel& finest = region_->levels().front();
  const double west = finest.firstLonDegrees;
  const double east = west + finest.pixelLonDegrees * (finest.widthPixels - 1);
  const double north = finest.firstLatDegrees;
  const double south = north - finest.pixelLatDegrees * (finest.heightPixels - 1);
  std::vector<float> columnShare(lonDegrees.size());
  std::vector<float> rowShare(latDegrees.size());
  std::transform(lonDegrees.begin(), lonDegrees.end(), columnShare.begin(),
                 [&](double lon) { return depthWithin(lon, west, east); });
  std::transform(latDegrees.begin(), latDegrees.end(), rowShare.begin(),
                 [&](double lat) { return depthWithin(lat, south, north); });
  const auto [leastColumn, mostColumn] = std::minmax_element(columnShare.begin(), columnShare.end());
  const auto [leastRow, mostRow] = std::minmax_element(rowShare.begin(), rowShare.end());
  if (*mostColumn * *mostRow <= 0.0F) return sampleRelief(world_, lonDegrees, latDegrees, texelDegrees);
  ReliefSamples region = sampleRelief(*region_, lonDegrees, latDegrees, texelDegrees);
  if (*leastColumn * *leastRow >= 1.0F) return region;
  ReliefSamples samples = sampleRelief(world_, lonDegrees, latDegrees, texelDegrees);
  blend(samples.meters, region.meters, columnShare, rowShare);
  blend(samples.perLonDegree, region.perLonDegree, columnShare, rowShare);
  blend(samples.perLatDegree, region.perLatDegree, columnShare, rowShare);
  return samples;
}

double Relief::metersAt(geo::LatLon position) const {
  const double lon = std::remainder(position.lonDegrees(), 360.0);
  return static_cast<double>(sample({lon}, {std::clamp(position.latDegrees(), -90.0, 90.0)}, 0.0).meters.front());
}

}  // namespace cordon::mapdata
