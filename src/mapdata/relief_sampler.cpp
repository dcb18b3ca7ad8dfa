#include "mapdata/relief_sampler.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cordon::mapdata {

namespace {

// The spline may be coarser than the texels: it draws smoothly between its pixels, and the sources' noise stays out of
// the shading.
constexpr double kPixelTexels = 3.1;

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

float dot4(const std::array<float, 4>& weights, const float* values) {
  return (weights[0] * values[0] + weights[1] * values[1]) + (weights[2] * values[2] + weights[3] * values[3]);
}

// Four rows of numbers blended into one.
void blendRows(const float* first, std::size_t width, const std::array<float, 4>& weights, float* blended) {
  const float* a = first;
  const float* b = a + width;
  const float* c = b + width;
  const float* d = c + width;
  for (std::size_t i = 0; i < width; ++i) {
    blended[i] = (weights[0] * a[i] + weights[1] * b[i]) + (weights[2] * c[i] + weights[3] * d[i]);
  }
}

std::array<float, 4> scaled(const std::array<float, 4>& weights, float by) {
  return {weights[0] * by, weights[1] * by, weights[2] * by, weights[3] * by};
}

}  // namespace

ReliefSamples sampleRelief(const ReliefRaster& relief, const std::vector<double>& lonDegrees,
                           const std::vector<double>& latDegrees, double texelDegrees) {
  const int number = relief.levelFor(kPixelTexels * texelDegrees);
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

  // Overviews need not go around in whole pixels: at the dateline a column may start one pixel before the last.
  const auto [westmost, eastmost] =
      std::minmax_element(columns.begin(), columns.end(), [](const Tap& a, const Tap& b) { return a.first < b.first; });
  const int firstColumn = westmost->first;
  const int firstRow = rows.front().first;
  const int patchColumns = eastmost->first + 4 - firstColumn;
  const int patchRows = rows.back().first + 4 - firstRow;
  const auto stride = static_cast<std::size_t>(patchColumns);
  std::vector<float> patch(stride * static_cast<std::size_t>(patchRows));
  relief.read(number, firstColumn, firstRow, patchColumns, patchRows, patch.data());

  // First along the patch's rows, of which there are mostly fewer than texels', then across them.
  std::vector<float> value(width * static_cast<std::size_t>(patchRows));
  std::vector<float> slope(value.size());
  const auto perLon = static_cast<float>(1.0 / level.pixelLonDegrees);
  const auto perLat = static_cast<float>(-1.0 / level.pixelLatDegrees);
  for (Tap& tap : columns) tap.slope = scaled(tap.slope, perLon);
  for (std::size_t j = 0; j < static_cast<std::size_t>(patchRows); ++j) {
    const float* pixels = patch.data() + j * stride;
    for (std::size_t i = 0; i < width; ++i) {
      const float* four = pixels + (columns[i].first - firstColumn);
      value[j * width + i] = dot4(columns[i].value, four);
      slope[j * width + i] = dot4(columns[i].slope, four);
    }
  }
  ReliefSamples samples;
  samples.meters.resize(width * height);
  samples.perLonDegree.resize(width * height);
  samples.perLatDegree.resize(width * height);
  for (std::size_t j = 0; j < height; ++j) {
    const std::size_t at = static_cast<std::size_t>(rows[j].first - firstRow) * width;
    blendRows(value.data() + at, width, rows[j].value, samples.meters.data() + j * width);
    blendRows(slope.data() + at, width, rows[j].value, samples.perLonDegree.data() + j * width);
    blendRows(value.data() + at, width, scaled(rows[j].slope, perLat), samples.perLatDegree.data() + j * width);
  }
  return samples;
}

}  // namespace cordon::mapdata
