#include "scene/graticule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace cordon::scene {

namespace {

using typography::Point;
using typography::Rect;

constexpr double kMetersPerDegree = 111.2e3;
constexpr double kSamplePixels = 6.0;
// Nearer to a pole than this, meridians crowd and their labels say nothing.
constexpr double kPolarDegrees = 86.0;

std::string degreesText(double degrees, char positive, char negative) {
  const int seconds = static_cast<int>(std::lround(std::abs(degrees) * 3600.0));
  const int whole = seconds / 3600;
  const int minutes = seconds / 60 % 60;
  const int rest = seconds % 60;
  std::string text = fmt::format("{}°", whole);
  if (minutes != 0 || rest != 0) text += fmt::format("{:02}′", minutes);
  if (rest != 0) text += fmt::format("{:02}″", rest);
  if (seconds != 0 && !(positive == 'E' && whole == 180)) text += degrees > 0.0 ? positive : negative;
  return text;
}

/// Degrees along one edge as a function of the way along it; nothing in the sky.
std::optional<double> coordinate(const Projector& projector, Point pixel, bool longitude) {
  const auto ground = projector.toGround(pixel);
  if (!ground) return std::nullopt;
  if (longitude && std::abs(ground->latDegrees()) > kPolarDegrees) return std::nullopt;
  return longitude ? ground->lonDegrees() : ground->latDegrees();
}

/// Where a line of the graticule runs from a pixel of it.
Point direction(const Projector& projector, Point pixel, double step, bool longitude) {
  const auto ground = projector.toGround(pixel);
  if (!ground) return {};
  geo::LatLon next = *ground;
  (longitude ? next.latRadians : next.lonRadians) += geo::degreesToRadians(0.02 * step);
  const auto to = projector.visiblePixel(next);
  const auto from = projector.visiblePixel(*ground);
  if (!to || !from) return {};
  const double length = std::hypot(to->x - from->x, to->y - from->y);
  return length > 0.0 ? Point{(to->x - from->x) / length, (to->y - from->y) / length} : Point{};
}

void addEdge(std::vector<GraticuleTick>& ticks, const Projector& projector, GraticuleTick::Edge edge, Point from,
             Point to, double step, bool longitude) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  const int samples = std::max(1, static_cast<int>(length / kSamplePixels));
  const auto at = [&](double t) { return Point{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}; };
  std::optional<double> before = coordinate(projector, at(0.0), longitude);
  for (int i = 1; i <= samples; ++i) {
    const double t = static_cast<double>(i) / samples;
    std::optional<double> now = coordinate(projector, at(t), longitude);
    if (before && now) {
      if (longitude) now = *before + std::remainder(*now - *before, 360.0);
      const double low = std::min(*before, *now);
      const double high = std::max(*before, *now);
      // A leap between neighbours means a pole or the limb: no single line crosses there.
      const double line = std::ceil(low / step) * step;
      if (line < high && line + step > high) {
        const double fraction = (line - *before) / (*now - *before);
        const double degrees = longitude ? std::remainder(line, 360.0) : line;
        const Point meeting = at(t + (fraction - 1.0) / samples);
        ticks.push_back({edge, meeting, direction(projector, meeting, step, longitude),
                         longitude ? degreesText(degrees, 'E', 'W') : degreesText(degrees, 'N', 'S')});
      }
    }
    before = now;
  }
}

}  // namespace

double graticuleStepDegrees(const Projector& projector) {
  const double heightMeters = projector.metersPerPixel(projector.camera().rangeMeters) * projector.heightPixels();
  const double wanted = heightMeters / kMetersPerDegree / 7.0;
  constexpr std::array<double, 12> steps{30.0, 20.0,      10.0,      5.0,        2.0,        1.0,
                                         0.5,  1.0 / 3.0, 1.0 / 6.0, 1.0 / 12.0, 1.0 / 30.0, 1.0 / 60.0};
  double best = steps.front();
  for (const double step : steps) {
    if (step >= wanted) best = step;
  }
  return best;
}

std::vector<GraticuleTick> graticuleTicks(const Projector& projector, const Rect& frame) {
  using Edge = GraticuleTick::Edge;
  const double step = graticuleStepDegrees(projector);
  const Point topLeft{frame.x, frame.y};
  const Point topRight{frame.x + frame.width, frame.y};
  const Point bottomLeft{frame.x, frame.y + frame.height};
  const Point bottomRight{frame.x + frame.width, frame.y + frame.height};
  std::vector<GraticuleTick> ticks;
  addEdge(ticks, projector, Edge::Top, topLeft, topRight, step, true);
  addEdge(ticks, projector, Edge::Bottom, bottomLeft, bottomRight, step, true);
  addEdge(ticks, projector, Edge::Left, topLeft, bottomLeft, step, false);
  addEdge(ticks, projector, Edge::Right, topRight, bottomRight, step, false);
  return ticks;
}

}  // namespace cordon::scene
