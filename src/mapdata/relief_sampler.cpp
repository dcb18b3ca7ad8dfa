#include "mapdata/relief_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cordon::mapdata {

namespace {

struct Tap {
  int first = 0;  ///< number of the first of four pixels
  std::array<float, 4> value{};
  std::array<float, 4> slope{};  ///< per pixel
};

Tap tapAt(double pixel) {
  const double floor = std::floor(pixel);
  const double t = pixel - floor;
  const double s = 1.0 - t;
  Tap tap;
  tap.first = static_cast<int>(floor) - 1;
  tap.value = {static_cast<float>(s * s * s / 6.0), static_cast<float>((4.0 - 6.0 * t * t + 3.0 * t * t * t) / 6.0),
               static_cast<float>((4.0 - 6.0 * s * s + 3.0 * s * s * s) / 6.0), static_cast<float>(t * t * t / 6.0)};
  tap.slope = {static_cast<float>(-0.5 * s * s), static_cast<float>(0.5 * t * (3.0 * t - 4.0)),
               static_cast<float>(-0.5 * s * (3.0 * s - 4.0)), static_cast<float>(0.5 * t * t)};
  return tap;
}

// Four source rows blended into one, twice: for the value and for the slope along the meridian.
void blendRows(const float* patch, std::size_t patchColumns, const Tap& tap, float scale, float* value, float* slope) {
  const float* a = patch;
  const float* b = a + patchColumns;
  const float* c = b + patchColumns;
  const float* d = c + patchColumns;
  const std::array<float, 4> v = tap.value;
  const std::array<float, 4> g = {tap.slope[0] * scale, tap.slope[1] * scale, tap.slope[2] * scale,
                                  tap.slope[3] * scale};
  for (std::size_t i = 0; i < patchColumns; ++i) {
    value[i] = v[0] * a[i] + v[1] * b[i] + v[2] * c[i] + v[3] * d[i];
    slope[i] = g[0] * a[i] + g[1] * b[i] + g[2] * c[i] + g[3] * d[i];
  }
}

float dot4(const std::array<float, 4>& weights, const float* values) {
  return (weights[0] * values[0] + weights[1] * values[1]) + (weights[2] * values[2] + weights[3] * values[3]);
}

}  // namespace

ReliefSamples sampleRelief(const ReliefRaster& relief, const std::vector<double>& lonDegrees,
                           const std::vector<double>& latDegrees, double texelDegrees) {
  const int number = relief.levelFor(texelDegrees);
  const ReliefLevel& level = relief.levels()[static_cast<std::size_t>(number)];
  const std::size_t width = lonDegrees.size();
  const std::size_t height = latDegrees.size();
  if (width == 0 || height == 0) return {};

  std::vector<Tap> columns(width);
  for (std::size_t i = 0; i < width; ++i) {
    // The dateline's two sides must yield the same bits.
    const double lon = relief.wraps() && lonDegrees[i] >= 180.0 ? lonDegrees[i] - 360.0 : lonDegrees[i];
    columns[i] = tapAt((lon - level.firstLonDegrees) / level.pixelLonDegrees);
    if (i > 0 && columns[i].first < columns[i - 1].first) columns[i].first += level.columnsAround;
  }
  std::vector<Tap> rows(height);
  for (std::size_t j = 0; j < height; ++j) {
    rows[j] = tapAt((level.firstLatDegrees - latDegrees[j]) / level.pixelLatDegrees);
  }

  const int firstColumn = columns.front().first;
  const int firstRow = rows.front().first;
  const int patchColumns = columns.back().first + 4 - firstColumn;
  const int patchRows = rows.back().first + 4 - firstRow;
  const auto stride = static_cast<std::size_t>(patchColumns);
  std::vector<float> patch(stride * static_cast<std::size_t>(patchRows));
  relief.read(number, firstColumn, firstRow, patchColumns, patchRows, patch.data());

  ReliefSamples samples;
  samples.meters.resize(width * height);
  samples.perLonDegree.resize(width * height);
  samples.perLatDegree.resize(width * height);
  std::vector<float> value(stride);
  std::vector<float> slope(stride);
  const auto perLon = static_cast<float>(1.0 / level.pixelLonDegrees);
  const auto perLat = static_cast<float>(-1.0 / level.pixelLatDegrees);
  for (std::size_t j = 0; j < height; ++j) {
    blendRows(patch.data() + static_cast<std::size_t>(rows[j].first - firstRow) * stride, stride, rows[j], perLat,
              value.data(), slope.data());
    float* meters = samples.meters.data() + j * width;
    float* eastward = samples.perLonDegree.data() + j * width;
    float* northward = samples.perLatDegree.data() + j * width;
    for (std::size_t i = 0; i < width; ++i) {
      const Tap& tap = columns[i];
      const std::ptrdiff_t at = tap.first - firstColumn;
      meters[i] = dot4(tap.value, value.data() + at);
      eastward[i] = dot4(tap.slope, value.data() + at) * perLon;
      northward[i] = dot4(tap.value, slope.data() + at);
    }
  }
  return samples;
}

}  // namespace cordon::mapdata
