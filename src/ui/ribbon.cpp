#include "ui/ribbon.h"

#include <algorithm>
#include <cmath>

namespace cordon::ui {

namespace {

using typography::Point;

/// Indices of a draw list have 16 bits.
constexpr std::size_t kMostPoints = 2000;
/// A sharper corner is cut off rather than drawn out into a spike.
constexpr double kLeastMitre = 0.5;
/// Points nearer than this to the last turn the line at random.
constexpr double kLeastStepPixels = 0.25;

std::vector<Point> withoutRepeats(const std::vector<Point>& line) {
  std::vector<Point> kept;
  kept.reserve(line.size());
  for (const Point& p : line) {
    if (kept.empty() || std::hypot(p.x - kept.back().x, p.y - kept.back().y) >= kLeastStepPixels) kept.push_back(p);
  }
  return kept;
}

/// To the right of the way from one point to the next, one pixel long.
Point rightOf(Point from, Point to) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  return {-(to.y - from.y) / length, (to.x - from.x) / length};
}

/// At each point, what an offset of one pixel to the right is there.
std::vector<Point> normals(const std::vector<Point>& line) {
  std::vector<Point> result(line.size());
  const std::size_t last = line.size() - 1;
  const bool closed = std::hypot(line[0].x - line[last].x, line[0].y - line[last].y) < 1.0;
  for (std::size_t i = 0; i <= last; ++i) {
    const bool isEnd = i == 0 || i == last;
    const Point before = i > 0 ? rightOf(line[i - 1], line[i]) : rightOf(line[last - 1], line[last]);
    const Point after = i < last ? rightOf(line[i], line[i + 1]) : rightOf(line[0], line[1]);
    if (isEnd && !closed) {
      result[i] = i == 0 ? after : before;
      continue;
    }
    const Point sum{before.x + after.x, before.y + after.y};
    // The mitre's length is the inverse of the cosine of half the turn.
    const double square = std::max(0.5 * (sum.x * sum.x + sum.y * sum.y), 2.0 * kLeastMitre * kLeastMitre);
    result[i] = {sum.x / square, sum.y / square};
  }
  return result;
}

ImVec2 at(Point p, Point normal, float offset, ImVec2 origin) {
  return {static_cast<float>(p.x + normal.x * static_cast<double>(offset)) + origin.x,
          static_cast<float>(p.y + normal.y * static_cast<double>(offset)) + origin.y};
}

}  // namespace

void drawRibbon(ImDrawList& list, const std::vector<Point>& line, ImVec2 origin, const std::vector<RibbonStop>& stops) {
  const std::vector<Point> points = withoutRepeats(line);
  const std::size_t columns = stops.size();
  if (points.size() < 2 || columns < 2) return;
  const std::vector<Point> across = normals(points);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (std::size_t start = 0; start + 1 < points.size(); start += kMostPoints - 1) {
    const std::size_t end = std::min(points.size(), start + kMostPoints);
    const std::size_t rows = end - start;
    list.PrimReserve(static_cast<int>(6 * (rows - 1) * (columns - 1)), static_cast<int>(rows * columns));
    const unsigned first = list._VtxCurrentIdx;
    for (std::size_t row = 0; row + 1 < rows; ++row) {
      for (std::size_t column = 0; column + 1 < columns; ++column) {
        const unsigned a = first + static_cast<unsigned>(row * columns + column);
        const unsigned below = a + static_cast<unsigned>(columns);
        for (const unsigned index : {a, a + 1, below + 1, a, below + 1, below}) {
          list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
        }
      }
    }
    for (std::size_t i = start; i < end; ++i) {
      for (const RibbonStop& stop : stops) {
        list.PrimWriteVtx(at(points[i], across[i], stop.offsetPixels, origin), white, stop.color);
      }
    }
  }
}

}  // namespace cordon::ui
