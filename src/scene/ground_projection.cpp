#include "scene/ground_projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "geo/geodesic.h"

namespace cordon::scene {

namespace {

using geo::Ecef;
using geo::LatLon;
using typography::Point;
using typography::Rect;

/// Cuts a segment to a rectangle (Liang and Barsky): the parameters of what remains, or nothing.
std::optional<std::pair<double, double>> clipSegment(Point a, Point b, const Rect& r) {
  double from = 0.0;
  double to = 1.0;
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const std::array<std::pair<double, double>, 4> limits{
      {{-dx, a.x - r.x}, {dx, r.x + r.width - a.x}, {-dy, a.y - r.y}, {dy, r.y + r.height - a.y}}};
  for (const auto& [p, q] : limits) {
    if (p == 0.0) {
      if (q < 0.0) return std::nullopt;
    } else if (p < 0.0) {
      from = std::max(from, q / p);
    } else {
      to = std::min(to, q / p);
    }
  }
  if (from > to) return std::nullopt;
  return std::pair{from, to};
}

Point between(Point a, Point b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// One pass of Sutherland and Hodgman: keeps what `inside` (a signed distance) is not negative for.
template <typename Vertex, typename Distance, typename Between>
std::vector<Vertex> clipPolygon(const std::vector<Vertex>& polygon, Distance inside, Between mix) {
  std::vector<Vertex> kept;
  kept.reserve(polygon.size() + 4);
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Vertex& a = polygon[i];
    const Vertex& b = polygon[(i + 1) % polygon.size()];
    const double da = inside(a);
    const double db = inside(b);
    if (da >= 0.0) kept.push_back(a);
    if ((da >= 0.0) != (db >= 0.0)) kept.push_back(mix(a, b, da / (da - db)));
  }
  return kept;
}

/// Vertices closer than this to the last are left out: coasts have thousands.
constexpr double kFinestPixels = 0.4;

Ecef toUnitSphere(Ecef p) {
  return {p.x / geo::kSemiMajorMeters, p.y / geo::kSemiMajorMeters, p.z / geo::kSemiMinorMeters};
}

Ecef fromUnitSphere(Ecef p) {
  return {p.x * geo::kSemiMajorMeters, p.y * geo::kSemiMajorMeters, p.z * geo::kSemiMinorMeters};
}

}  // namespace

GroundProjection::GroundProjection(const Projector& projector, HeightFunction height, double marginPixels)
    : projector_(projector),
      height_(std::move(height)),
      bounds_{-marginPixels, -marginPixels, projector.widthPixels() + 2.0 * marginPixels,
              projector.heightPixels() + 2.0 * marginPixels} {
  // No ground is nearer to the eye than the eye is high.
  const double eyeHeight = std::max(1.0, geo::toGeodetic(projector.eye()).heightMeters);
  finestRadians_ = kFinestPixels * projector.metersPerPixel(eyeHeight) / geo::kSemiMajorMeters;
}

std::vector<LatLon> GroundProjection::thinned(const std::vector<LatLon>& points) const {
  std::vector<LatLon> kept;
  kept.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool isEnd = i == 0 || i + 1 == points.size();
    if (!isEnd) {
      const LatLon& last = kept.back();
      const double north = points[i].latRadians - last.latRadians;
      const double east = (points[i].lonRadians - last.lonRadians) * std::cos(last.latRadians);
      if (north * north + east * east < finestRadians_ * finestRadians_) continue;
    }
    kept.push_back(points[i]);
  }
  return kept;
}

Ecef GroundProjection::ground(LatLon position) const {
  return geo::toEcef(position, height_ ? height_(position) : 0.0);
}

std::optional<Point> GroundProjection::visible(LatLon position) const {
  const Ecef ecef = ground(position);
  if (!projector_.isAboveHorizon(ecef)) return std::nullopt;
  return projector_.toPixel(ecef);
}

std::optional<Point> GroundProjection::pixel(LatLon position) const {
  const std::optional<Point> p = visible(position);
  if (!p || p->x < bounds_.x || p->y < bounds_.y || p->x > bounds_.x + bounds_.width ||
      p->y > bounds_.y + bounds_.height) {
    return std::nullopt;
  }
  return p;
}

void GroundProjection::addClipped(std::vector<Polyline>& pieces, const Polyline& line) const {
  Polyline piece;
  const auto finish = [&] {
    if (piece.size() >= 2) pieces.push_back(std::move(piece));
    piece = {};
  };
  for (std::size_t i = 1; i < line.size(); ++i) {
    const auto cut = clipSegment(line[i - 1], line[i], bounds_);
    if (!cut) {
      finish();
      continue;
    }
    if (piece.empty()) piece.push_back(between(line[i - 1], line[i], cut->first));
    piece.push_back(between(line[i - 1], line[i], cut->second));
    if (cut->second < 1.0) finish();
  }
  finish();
}

std::vector<Polyline> GroundProjection::line(const std::vector<LatLon>& vertices, bool closed) const {
  std::vector<Polyline> pieces;
  if (vertices.size() < 2) return pieces;
  const std::vector<LatLon> points = thinned(vertices);
  Polyline current;
  const auto finish = [&] {
    if (current.size() >= 2) addClipped(pieces, current);
    current.clear();
  };
  // The last visible point between one that is visible and one that is not.
  const auto edge = [&](LatLon seen, LatLon hidden) {
    Point result = *visible(seen);
    double low = 0.0;
    double high = 1.0;
    for (int i = 0; i < 12; ++i) {
      const double middle = 0.5 * (low + high);
      const std::optional<Point> p = visible(geo::geodesicInterpolate(seen, hidden, middle));
      (p ? low : high) = middle;
      if (p) result = *p;
    }
    return result;
  };
  std::optional<Point> before = visible(points.front());
  if (before) current.push_back(*before);
  const std::size_t count = points.size() + (closed ? 1 : 0);
  for (std::size_t i = 1; i < count; ++i) {
    const LatLon from = points[i - 1];
    const LatLon to = points[i % points.size()];
    const std::optional<Point> now = visible(to);
    if (before && now) {
      current.push_back(*now);
    } else if (before) {
      current.push_back(edge(from, to));
      finish();
    } else if (now) {
      current.push_back(edge(to, from));
      current.push_back(*now);
    }
    before = now;
  }
  finish();
  return pieces;
}

Ecef GroundProjection::pulledToHorizon(Ecef position) const {
  // In the space where the ellipsoid is the unit sphere the horizon is the circle at acos(1/d) from below the eye.
  const Ecef eye = toUnitSphere(projector_.eye());
  const double distance = geo::norm(eye);
  const Ecef axis = eye * (1.0 / distance);
  const Ecef p = toUnitSphere(position);
  const Ecef across = p - axis * geo::dot(p, axis);
  const double length = geo::norm(across);
  if (length < 1e-9 || distance <= 1.0) return position;
  const double cosine = 1.0 / distance;
  return fromUnitSphere(axis * cosine + across * (std::sqrt(1.0 - cosine * cosine) / length));
}

std::vector<Polyline> GroundProjection::area(const std::vector<std::vector<LatLon>>& contours) const {
  const Matrix4 eyeFromEcef = projector_.ecefToEye();
  const Ecef backward{eyeFromEcef[8], eyeFromEcef[9], eyeFromEcef[10]};
  std::vector<Polyline> result;
  for (const std::vector<LatLon>& contour : contours) {
    std::vector<Ecef> solid;
    solid.reserve(contour.size());
    bool anyVisible = false;
    for (const LatLon& position : thinned(contour)) {
      const Ecef p = ground(position);
      const bool above = projector_.isAboveHorizon(p);
      anyVisible = anyVisible || above;
      solid.push_back(above ? p : pulledToHorizon(p));
    }
    if (!anyVisible || solid.size() < 3) continue;

    const double nearest = projector_.nearMeters();
    solid = clipPolygon(
        solid, [&](const Ecef& p) { return -geo::dot(p - projector_.eye(), backward) - nearest; },
        [](const Ecef& a, const Ecef& b, double t) { return a + (b - a) * t; });
    Polyline flat;
    flat.reserve(solid.size());
    for (const Ecef& p : solid) {
      if (const std::optional<Point> pixel = projector_.toPixel(p)) flat.push_back(*pixel);
    }
    const Rect& r = bounds_;
    flat = clipPolygon(
        flat, [&](const Point& p) { return p.x - r.x; }, between);
    flat = clipPolygon(
        flat, [&](const Point& p) { return r.x + r.width - p.x; }, between);
    flat = clipPolygon(
        flat, [&](const Point& p) { return p.y - r.y; }, between);
    flat = clipPolygon(
        flat, [&](const Point& p) { return r.y + r.height - p.y; }, between);
    if (flat.size() >= 3) result.push_back(std::move(flat));
  }
  return result;
}

}  // namespace cordon::scene
