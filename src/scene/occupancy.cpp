#include "scene/occupancy.h"

#include <algorithm>
#include <cmath>

namespace cordon::scene {

using typography::Point;
using typography::Rect;

namespace {
constexpr double kCellPixels = 48.0;
}

Occupancy::Occupancy(double widthPixels, double heightPixels)
    : columns_(std::max(1, static_cast<int>(std::ceil(widthPixels / kCellPixels)))),
      rows_(std::max(1, static_cast<int>(std::ceil(heightPixels / kCellPixels)))),
      grid_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

Occupancy::Cells Occupancy::cells(const Rect& rect) const {
  const auto column = [&](double x) {
    return static_cast<int>(std::clamp(std::floor(x / kCellPixels), 0.0, columns_ - 1.0));
  };
  const auto row = [&](double y) {
    return static_cast<int>(std::clamp(std::floor(y / kCellPixels), 0.0, rows_ - 1.0));
  };
  return {column(rect.x), row(rect.y), column(rect.x + rect.width), row(rect.y + rect.height)};
}

void Occupancy::add(const Rect& rect) {
  const auto index = static_cast<std::uint32_t>(rects_.size());
  rects_.push_back(rect);
  const Cells c = cells(rect);
  for (int y = c.top; y <= c.bottom; ++y) {
    for (int x = c.left; x <= c.right; ++x) grid_[static_cast<std::size_t>(y * columns_ + x)].push_back(index);
  }
}

bool Occupancy::isFree(const Rect& rect) const {
  const Cells c = cells(rect);
  for (int y = c.top; y <= c.bottom; ++y) {
    for (int x = c.left; x <= c.right; ++x) {
      for (const std::uint32_t index : grid_[static_cast<std::size_t>(y * columns_ + x)]) {
        if (overlap(rects_[index], rect)) return false;
      }
    }
  }
  return true;
}

bool Occupancy::areFree(const std::vector<Rect>& rects) const {
  return std::all_of(rects.begin(), rects.end(), [&](const Rect& r) { return isFree(r); });
}

LineMask::LineMask(double widthPixels, double heightPixels, double cellPixels)
    : cell_(cellPixels),
      columns_(std::max(1, static_cast<int>(std::ceil(widthPixels / cellPixels)))),
      rows_(std::max(1, static_cast<int>(std::ceil(heightPixels / cellPixels)))),
      marks_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

void LineMask::add(const std::vector<Point>& line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1];
    const Point b = line[i];
    const int steps = std::clamp(static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / (0.7 * cell_)), 1, 4096);
    for (int k = 0; k <= steps; ++k) {
      const double t = static_cast<double>(k) / steps;
      const int column = static_cast<int>(std::floor((a.x + (b.x - a.x) * t) / cell_));
      const int row = static_cast<int>(std::floor((a.y + (b.y - a.y) * t) / cell_));
      if (column < 0 || row < 0 || column >= columns_ || row >= rows_) continue;
      marks_[static_cast<std::size_t>(row * columns_ + column)] = 1;
    }
  }
}

int LineMask::crossings(const Rect& rect) const {
  const int left = std::max(0, static_cast<int>(std::floor(rect.x / cell_)));
  const int top = std::max(0, static_cast<int>(std::floor(rect.y / cell_)));
  const int right = std::min(columns_ - 1, static_cast<int>(std::floor((rect.x + rect.width) / cell_)));
  const int bottom = std::min(rows_ - 1, static_cast<int>(std::floor((rect.y + rect.height) / cell_)));
  int count = 0;
  for (int y = top; y <= bottom; ++y) {
    for (int x = left; x <= right; ++x) count += marks_[static_cast<std::size_t>(y * columns_ + x)];
  }
  return count;
}

int LineMask::crossings(const std::vector<Rect>& rects) const {
  int count = 0;
  for (const Rect& r : rects) count += crossings(r);
  return count;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool contains(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

Rect grown(const Rect& rect, double byPixels) {
  return {rect.x - byPixels, rect.y - byPixels, rect.width + 2.0 * byPixels, rect.height + 2.0 * byPixels};
}

Rect bounds(const std::vector<Rect>& rects) {
  Rect all = rects.front();
  for (const Rect& r : rects) {
    const double right = std::max(all.x + all.width, r.x + r.width);
    const double bottom = std::max(all.y + all.height, r.y + r.height);
    all.x = std::min(all.x, r.x);
    all.y = std::min(all.y, r.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  return all;
}

}  // namespace cordon::scene
