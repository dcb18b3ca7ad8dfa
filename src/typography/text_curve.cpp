#include "typography/text_curve.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cordon::typography {

TextCurve::TextCurve(const std::vector<Point>& points) {
  if (points.size() < 2) throw std::invalid_argument("a text's curve needs two points");
  points_.push_back(points.front());
  stations_.push_back(0.0);
  for (const Point& p : points) {
    const double step = std::hypot(p.x - points_.back().x, p.y - points_.back().y);
    if (step < 1e-9) continue;
    points_.push_back(p);
    stations_.push_back(stations_.back() + step);
  }
  if (points_.size() == 1) {
    points_.push_back({points_.front().x + 1e-3, points_.front().y});
    stations_.push_back(1e-3);
  }
}

Point TextCurve::pointAt(double lengthPixels) const {
  const auto above = std::upper_bound(stations_.begin(), stations_.end(), lengthPixels);
  const auto index = std::clamp<std::ptrdiff_t>(above - stations_.begin(), 1, std::ssize(stations_) - 1);
  const auto end = static_cast<std::size_t>(index);
  const Point a = points_[end - 1];
  const Point b = points_[end];
  const double t = (lengthPixels - stations_[end - 1]) / (stations_[end] - stations_[end - 1]);
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

TextCurve::Place TextCurve::at(double lengthPixels, double smoothingPixels) const {
  const double half = std::max(0.5 * smoothingPixels, 1e-3);
  const Point before = pointAt(lengthPixels - half);
  const Point after = pointAt(lengthPixels + half);
  return {pointAt(lengthPixels), std::atan2(after.y - before.y, after.x - before.x)};
}

}  // namespace cordon::typography
