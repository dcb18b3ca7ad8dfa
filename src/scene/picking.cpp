#include "scene/picking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <unordered_set>
#include <utility>

#include "geo/area.h"
#include "geo/geodesic.h"
#include "scene/azimuth.h"
#include "scene/reach.h"
#include "scene/rough_distance.h"
#include "scene/symbols.h"

namespace cordon::scene {

namespace {

using geo::LatLon;
using typography::Point;
using typography::Rect;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The order in which what lies at one place is listed.
enum class Turn { Sign, Rim, Line, Inside, Place, Background };

struct Found {
  Turn turn = Turn::Sign;
  double key = 0.0;  ///< orders within a turn
  Pick pick;
};

double pixelsBetween(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

double pixelsToSegment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  return pixelsBetween(p, {a.x + t * dx, a.y + t * dy});
}

double pixelsToLine(Point p, const Polyline& line) {
  double nearest = kInfinity;
  for (std::size_t i = 1; i < line.size(); ++i) nearest = std::min(nearest, pixelsToSegment(p, line[i - 1], line[i]));
  return nearest;
}

double pixelsToRect(Point p, Point middle, double halfWidth, double halfHeight) {
  return std::hypot(std::max(0.0, std::abs(p.x - middle.x) - halfWidth),
                    std::max(0.0, std::abs(p.y - middle.y) - halfHeight));
}

Point middleOf(const Rect& rect) {
  return {rect.x + 0.5 * rect.width, rect.y + 0.5 * rect.height};
}

/// The place of the ground that a pixel shows: that of the ellipsoid, moved until the risen ground appears there.
struct Target {
  Point onEllipsoid;  ///< where the place would appear without heights
  LatLon place;
};

std::optional<Target> targetAt(const GroundProjection& ground, Point pixel) {
  constexpr int kSteps = 12;
  constexpr double kClosePixels = 0.02;
  std::optional<Target> best;
  double nearest = kInfinity;
  Point aim = pixel;
  for (int i = 0; i < kSteps && nearest > kClosePixels; ++i) {
    const std::optional<LatLon> place = ground.projector().toGround(aim);
    if (!place) break;
    const std::optional<Point> seen = ground.pixel(*place);
    if (!seen && best) break;
    const double error = seen ? pixelsBetween(*seen, pixel) : kInfinity;
    if (!best || error < nearest) {
      best = Target{aim, *place};
      nearest = error;
    }
    if (!seen) break;
    aim = {aim.x + pixel.x - seen->x, aim.y + pixel.y - seen->y};
  }
  return best;
}

/// How far the ground that is within some pixels of a target may be from it, metres, with room to spare.
double metersWithin(const GroundProjection& ground, const Target& target, double pixels) {
  constexpr int kDirections = 8;
  constexpr int kHalvings = 12;
  constexpr double kSpare = 1.25;
  double farthest = 0.0;
  for (int i = 0; i < kDirections; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / kDirections;
    const auto placeAt = [&](double share) {
      return ground.projector().toGround({target.onEllipsoid.x + share * pixels * std::cos(angle),
                                          target.onEllipsoid.y + share * pixels * std::sin(angle)});
    };
    std::optional<LatLon> place = placeAt(1.0);
    // Towards the sky the ground ends at the horizon.
    double low = 0.0;
    double high = 1.0;
    for (int k = 0; k < kHalvings && (!place || low > 0.0); ++k) {
      const double middle = 0.5 * (low + high);
      const std::optional<LatLon> nearer = placeAt(middle);
      (nearer ? low : high) = middle;
      if (nearer) place = nearer;
    }
    if (place) farthest = std::max(farthest, geo::geodesicDistanceMeters(target.place, *place));
  }
  return kSpare * farthest;
}

/// The pointer, and what it points at on the ground.
class Pointer {
 public:
  Pointer(const GroundProjection& ground, Point pixel, double reachPixels, const Target& target)
      : ground_(ground),
        pixel_(pixel),
        reachPixels_(reachPixels),
        place_(target.place),
        rough_(target.place),
        reachMeters_(metersWithin(ground, target, reachPixels)) {}

  std::optional<Found> ring(const Ring& ring) const;
  std::optional<Found> line(const GroundLine& line) const;
  std::optional<Found> area(const GroundArea& area) const;

 private:
  double toArc(const Ring& ring, const geo::GeodesicPath& path, double radiusMeters) const;
  double toSide(const Ring& ring, const geo::GeodesicPath& path, double azimuthRadians) const;
  double toRim(const Ring& ring, const geo::GeodesicPath& path) const;
  bool isNear(LatLon a, LatLon b) const;
  bool isIn(const std::vector<LatLon>& contour) const;

  const GroundProjection& ground_;
  Point pixel_;
  double reachPixels_;
  LatLon place_;
  RoughDistance rough_;
  double reachMeters_;
};

/// The pixels from a point to the visible parts of a line whose points `at` gives, from -1 to 1.
template <typename PointAt>
double pixelsToCurve(Point pixel, PointAt at) {
  double nearest = kInfinity;
  std::optional<Point> before;
  for (const double t : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
    const std::optional<Point> now = at(t);
    if (now) nearest = std::min(nearest, before ? pixelsToSegment(pixel, *before, *now) : pixelsBetween(pixel, *now));
    before = now;
  }
  return nearest;
}

// Pixels are not metres: on a tilted ground the nearest of the circle in the picture is not the nearest on the ground,
// but it lies within the gap's length of it to either side.
double Pointer::toArc(const Ring& ring, const geo::GeodesicPath& path, double radiusMeters) const {
  const double gap = std::abs(path.distanceMeters - radiusMeters);
  if (gap > reachMeters_) return kInfinity;
  const double circle =
      RoughDistance::kSphereMeters * std::sin(std::min(radiusMeters / RoughDistance::kSphereMeters, std::numbers::pi));
  const double turn = std::min(0.25 * std::numbers::pi, 2.0 * gap / std::max(circle, 1.0));
  return pixelsToCurve(pixel_, [&](double t) {
    const double azimuth = path.startAzimuthRadians + t * turn;
    return inSector(ring, azimuth) ? ground_.pixel(geo::geodesicDirect(ring.centre, azimuth, radiusMeters).position)
                                   : std::nullopt;
  });
}

double Pointer::toSide(const Ring& ring, const geo::GeodesicPath& path, double azimuthRadians) const {
  // On a sphere of the mean radius: good enough to find the part of the side that may be within reach.
  const double distance = path.distanceMeters / RoughDistance::kSphereMeters;
  const double turn = path.startAzimuthRadians - azimuthRadians;
  const double across = std::abs(std::asin(std::sin(distance) * std::sin(turn))) * RoughDistance::kSphereMeters;
  const double slack = RoughDistance::slackMeters(path.distanceMeters);
  if (across > reachMeters_ + slack) return kInfinity;
  const double foot =
      std::atan2(std::sin(distance) * std::cos(turn), std::cos(distance)) * RoughDistance::kSphereMeters;
  const double reach = 2.0 * std::min(across, reachMeters_) + std::min(slack, reachMeters_);
  return pixelsToCurve(pixel_, [&](double t) {
    const double along = std::clamp(foot + t * reach, ring.innerRadiusMeters, ring.radiusMeters);
    return ground_.pixel(geo::geodesicDirect(ring.centre, azimuthRadians, along).position);
  });
}

double Pointer::toRim(const Ring& ring, const geo::GeodesicPath& path) const {
  double nearest = kInfinity;
  if (ring.radiusMeters < geo::kFarthestMeters) nearest = toArc(ring, path, ring.radiusMeters);
  if (ring.innerRadiusMeters > 0.0) nearest = std::min(nearest, toArc(ring, path, ring.innerRadiusMeters));
  if (!ring.sector) return nearest;
  nearest = std::min(nearest, toSide(ring, path, ring.sector->fromAzimuthRadians));
  return std::min(nearest, toSide(ring, path, ring.sector->toAzimuthRadians));
}

double areaSquareMeters(const Ring& ring) {
  const auto cosine = [](double radiusMeters) {
    return std::cos(std::min(radiusMeters / RoughDistance::kSphereMeters, std::numbers::pi));
  };
  double turn = 2.0 * std::numbers::pi;
  if (ring.sector) {
    const double width = wrapAzimuth(ring.sector->toAzimuthRadians - ring.sector->fromAzimuthRadians);
    if (width > 0.0) turn = width;
  }
  return turn * RoughDistance::kSphereMeters * RoughDistance::kSphereMeters *
         (cosine(ring.innerRadiusMeters) - cosine(ring.radiusMeters));
}

std::optional<Found> Pointer::ring(const Ring& ring) const {
  const double distance = rough_.meters(ring.centre);
  const double slack = RoughDistance::slackMeters(distance) + reachMeters_;
  if (distance - slack > ring.radiusMeters) return std::nullopt;
  // Far from every edge the exact distance changes nothing.
  const bool isDeep = !ring.sector && distance + slack < ring.radiusMeters;
  if (isDeep && distance + slack < ring.innerRadiusMeters) return std::nullopt;
  const bool isClear = isDeep && (ring.innerRadiusMeters <= 0.0 || distance - slack > ring.innerRadiusMeters);
  if (!isClear) {
    const geo::GeodesicPath path = geo::geodesicInverse(ring.centre, place_);
    const double pixels = toRim(ring, path);
    if (pixels <= reachPixels_) return Found{Turn::Rim, pixels, {{ItemKind::Ring, ring.id}, pixels}};
    if (!covers(ring, path.distanceMeters, path.startAzimuthRadians)) return std::nullopt;
  }
  const Turn turn = ring.isFree ? Turn::Background : Turn::Inside;
  return Found{turn, areaSquareMeters(ring), {{ItemKind::Ring, ring.id}, 0.0, ring.isFree}};
}

/// Whether a short geodesic may come within reach: cheap tests that leave few of a coast's thousands of segments.
bool Pointer::isNear(LatLon a, LatLon b) const {
  const double reach = 1.02 * reachMeters_ / geo::kSemiMinorMeters;
  const double east = std::abs(geo::wrapLongitude(b.lonRadians - a.lonRadians));
  const double north = std::abs(b.latRadians - a.latRadians);
  // A geodesic rises above both its ends by at most an eighth of its length squared, times half.
  const double low = std::min(a.latRadians, b.latRadians) - reach - 0.1 * east * east;
  const double high = std::max(a.latRadians, b.latRadians) + reach + 0.1 * east * east;
  if (east < 0.5 && (place_.latRadians < low || place_.latRadians > high)) return false;
  return rough_.meters(a) <= 1.02 * (reachMeters_ + (north + east) * geo::kSemiMajorMeters);
}

std::optional<Found> Pointer::line(const GroundLine& line) const {
  double nearest = kInfinity;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    if (!isNear(line.points[i - 1], line.points[i])) continue;
    for (const Polyline& piece : ground_.line({line.points[i - 1], line.points[i]})) {
      nearest = std::min(nearest, pixelsToLine(pixel_, piece));
    }
  }
  if (nearest > reachPixels_) return std::nullopt;
  return Found{Turn::Line, nearest, {{ItemKind::Line, line.id}, nearest}};
}

/// Whether the place lies on the side of a contour that it encloses: of one about a pole, the pole's.
bool Pointer::isIn(const std::vector<LatLon>& contour) const {
  bool isInside = false;
  double turned = 0.0;
  double latitudes = 0.0;
  // The contour crosses the meridian from the place to the north pole an odd number of times, or the pole is inside.
  for (std::size_t i = 0; i < contour.size(); ++i) {
    const LatLon a = contour[i];
    const LatLon b = contour[(i + 1) % contour.size()];
    const double from = geo::wrapLongitude(a.lonRadians - place_.lonRadians);
    const double to = geo::wrapLongitude(b.lonRadians - place_.lonRadians);
    turned += geo::wrapLongitude(b.lonRadians - a.lonRadians);
    latitudes += a.latRadians;
    // Signs that differ by more than half a turn belong to the meridian on the other side of the Earth.
    if ((from < 0.0) == (to < 0.0) || std::abs(to - from) > std::numbers::pi) continue;
    const double crossing = a.latRadians + (b.latRadians - a.latRadians) * from / (from - to);
    if (crossing > place_.latRadians) isInside = !isInside;
  }
  const bool isAboutAPole = std::abs(turned) > std::numbers::pi;
  return isAboutAPole && latitudes > 0.0 ? !isInside : isInside;
}

std::optional<Found> Pointer::area(const GroundArea& area) const {
  bool isInside = false;
  for (const auto& contour : area.contours) isInside = isInside != isIn(contour);
  if (!isInside) return std::nullopt;
  double size = 0.0;
  for (const auto& contour : area.contours) size += geo::measureLoop(contour).smallerAreaSquareMeters();
  const Turn turn = area.isMeasured ? Turn::Background : Turn::Inside;
  return Found{turn, size, {{ItemKind::Area, area.id}, 0.0, area.isMeasured}};
}

void addSigns(std::vector<Found>& found, const RenderModel& model, const GroundProjection& ground, Point pixel,
              double reachPixels, double symbolRadiusPixels, const std::vector<PlacedSign>* signs) {
  const auto add = [&](const std::string& id, Point middle, double halfWidth, double halfHeight) {
    const double distance = pixelsToRect(pixel, middle, halfWidth, halfHeight);
    if (distance > reachPixels) return;
    found.push_back({Turn::Sign, pixelsBetween(pixel, middle), {{ItemKind::Site, id}, distance}});
  };
  if (signs != nullptr) {
    for (const PlacedSign& sign : *signs) {
      for (const std::string& id : sign.siteIds) {
        add(id, middleOf(sign.rect), 0.5 * sign.rect.width, 0.5 * sign.rect.height);
      }
    }
    return;
  }
  const double step = symbolRadiusPixels / kSymbolRadius * kSymbolStep;
  for (const SiteSymbol& site : model.sites) {
    const std::optional<Point> middle = ground.pixel(site.position);
    if (!middle) continue;
    const double parts = static_cast<double>(std::max<std::size_t>(1, site.parts.size()));
    add(site.id, *middle, 0.5 * (parts - 1.0) * step + symbolRadiusPixels, symbolRadiusPixels);
  }
}

void addPlaces(std::vector<Found>& found, const RenderModel& model, const GroundProjection& ground, Point pixel,
               double reachPixels) {
  for (const Place& place : model.places) {
    const std::optional<Point> at = ground.pixel(place.position);
    if (!at) continue;
    const double distance = pixelsBetween(pixel, *at);
    if (distance > reachPixels) continue;
    found.push_back({Turn::Place, distance, {{ItemKind::Place, place.name}, distance}});
  }
}

template <typename Thing>
void addAll(std::vector<Found>& found, const std::vector<Thing>& things, const Pointer& pointer,
            std::optional<Found> (Pointer::*pick)(const Thing&) const) {
  for (const Thing& thing : things) {
    if (std::optional<Found> hit = (pointer.*pick)(thing)) found.push_back(std::move(*hit));
  }
}

}  // namespace

std::vector<Pick> pickAt(const RenderModel& model, const GroundProjection& ground, Point pixel, double reachPixels,
                         double symbolRadiusPixels, const std::vector<PlacedSign>* signs) {
  std::vector<Found> found;
  if (model.shows(Layer::Sites)) {
    addSigns(found, model, ground, pixel, reachPixels, symbolRadiusPixels, signs);
  }
  if (const std::optional<Target> target = targetAt(ground, pixel)) {
    const Pointer pointer(ground, pixel, reachPixels, *target);
    if (model.shows(Layer::Rings)) addAll(found, model.rings, pointer, &Pointer::ring);
    if (model.shows(Layer::Lines)) {
      const Projector& projector = ground.projector();
      const double metersPerPixel = projector.metersPerPixel(projector.camera().rangeMeters) * projector.unit();
      for (const GroundLine& line : model.lines) {
        if (!line.isShownAt(metersPerPixel)) continue;
        if (std::optional<Found> hit = pointer.line(line)) found.push_back(std::move(*hit));
      }
    }
    if (model.shows(Layer::Areas)) addAll(found, model.areas, pointer, &Pointer::area);
  }
  // All that is drawn of a place is its label.
  if (model.shows(Layer::Places) && model.shows(Layer::Labels)) addPlaces(found, model, ground, pixel, reachPixels);
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.turn != b.turn ? a.turn < b.turn : a.key < b.key; });
  std::vector<Pick> picks;
  picks.reserve(found.size());
  for (Found& one : found) picks.push_back(std::move(one.pick));
  return picks;
}

std::vector<std::string> sitesIn(const RenderModel& model, const GroundProjection& ground, const Rect& rect,
                                 const std::vector<PlacedSign>* signs) {
  std::vector<std::string> ids;
  if (!model.shows(Layer::Sites)) return ids;
  const auto [left, right] = std::minmax({rect.x, rect.x + rect.width});
  const auto [top, bottom] = std::minmax({rect.y, rect.y + rect.height});
  const auto holds = [left = left, right = right, top = top, bottom = bottom](Point p) {
    return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
  };
  std::unordered_set<std::string> held;
  if (signs != nullptr) {
    for (const PlacedSign& sign : *signs) {
      if (holds(middleOf(sign.rect))) held.insert(sign.siteIds.begin(), sign.siteIds.end());
    }
  }
  for (const SiteSymbol& site : model.sites) {
    const std::optional<Point> middle = signs == nullptr ? ground.pixel(site.position) : std::nullopt;
    if (held.contains(site.id) || (middle && holds(*middle))) ids.push_back(site.id);
  }
  return ids;
}

}  // namespace cordon::scene
