#include "geo/ring.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "geo/geodesic.h"
#include "geo/wgs84_geodesic.h"

namespace cordon::geo {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kFewestVerticesInTurn = 64.0;
constexpr int kMaxHalvings = 14;

struct CircleVertex {
  double azimuthRadians = 0.0;
  LatLon position;
};

/// One circle, walked by the azimuth at its centre.
class Circle {
 public:
  Circle(LatLon centre, double radiusMeters, double maxChordErrorMeters)
      : centre_(centre), radiusMeters_(radiusMeters), maxChordErrorMeters_(maxChordErrorMeters) {
    // Azimuths nearer to east or west than the corner's reach the cut locus before the radius.
    if (cutDistanceMeters(centre_, kPi / 2.0) >= radiusMeters_) return;
    double reaching = 0.0;
    double falling = kPi / 2.0;
    for (int i = 0; i < 60; ++i) {
      const double middle = 0.5 * (reaching + falling);
      (cutDistanceMeters(centre_, middle) >= radiusMeters_ ? reaching : falling) = middle;
    }
    cornerAzimuth_ = reaching;
  }

  /// Appends the vertices from one azimuth to another, both included, in either direction.
  void appendArc(double fromAzimuth, double toAzimuth, std::vector<LatLon>& vertices) const {
    std::vector<double> stops{fromAzimuth};
    if (cornerAzimuth_ < kPi / 2.0) {
      const double low = std::min(fromAzimuth, toAzimuth);
      const double high = std::max(fromAzimuth, toAzimuth);
      for (double meridian = kPi * std::floor(low / kPi); meridian <= high + kPi; meridian += kPi) {
        for (const double corner : {meridian - cornerAzimuth_, meridian + cornerAzimuth_}) {
          if (corner > low && corner < high) stops.push_back(corner);
        }
      }
      std::sort(stops.begin() + 1, stops.end());
      if (toAzimuth < fromAzimuth) std::reverse(stops.begin() + 1, stops.end());
    }
    stops.push_back(toAzimuth);

    append(vertexAt(fromAzimuth).position, vertices);
    for (std::size_t i = 1; i < stops.size(); ++i) {
      // Between two corners the cut locus is walked out and back to the same point: it bounds nothing.
      const bool cornerToCorner = i >= 2 && i + 1 < stops.size();
      if (!cornerToCorner || !beyondCut(0.5 * (stops[i - 1] + stops[i]))) appendPiece(stops[i - 1], stops[i], vertices);
    }
  }

 private:
  bool beyondCut(double azimuth) const { return std::abs(std::remainder(azimuth, kPi)) > cornerAzimuth_; }

  CircleVertex vertexAt(double azimuth) const {
    const double reach = std::min(radiusMeters_, cutDistanceMeters(centre_, azimuth));
    return {azimuth, geodesicDirect(centre_, azimuth, reach).position};
  }

  static void append(LatLon position, std::vector<LatLon>& vertices) {
    if (!vertices.empty()) position.lonRadians = unwrapLongitude(position.lonRadians, vertices.back().lonRadians);
    vertices.push_back(position);
  }

  /// A smooth piece without its first vertex: equal steps of azimuth, halved where the chords are not good enough.
  void appendPiece(double fromAzimuth, double toAzimuth, std::vector<LatLon>& vertices) const {
    const double sphereRadius = kSemiMajorMeters;
    const double circleRadius = sphereRadius * std::sin(std::min(radiusMeters_ / sphereRadius, kPi));
    const double inTurn = std::max(kFewestVerticesInTurn,
                                   2.02 * kPi * std::sqrt(std::max(0.0, circleRadius) / (8.0 * maxChordErrorMeters_)));
    const double steps = std::max(2.0, std::ceil(inTurn * std::abs(toAzimuth - fromAzimuth) / (2.0 * kPi)));
    CircleVertex previous = vertexAt(fromAzimuth);
    for (double step = 1.0; step <= steps; step += 1.0) {
      const CircleVertex next = vertexAt(fromAzimuth + (toAzimuth - fromAzimuth) * step / steps);
      appendHalved(previous, next, 0, vertices);
      previous = next;
    }
  }

  void appendHalved(const CircleVertex& from, const CircleVertex& to, int halvings,
                    std::vector<LatLon>& vertices) const {
    if (halvings < kMaxHalvings && chordError(from, to) > maxChordErrorMeters_) {
      const CircleVertex middle = vertexAt(0.5 * (from.azimuthRadians + to.azimuthRadians));
      appendHalved(from, middle, halvings + 1, vertices);
      appendHalved(middle, to, halvings + 1, vertices);
    } else {
      append(to.position, vertices);
    }
  }

  /// Distance of the straight chord's middle from the curve: across it along the ground, and in depth.
  double chordError(const CircleVertex& from, const CircleVertex& to) const {
    const Geodetic middle = toGeodetic((toEcef(from.position) + toEcef(to.position)) * 0.5);
    const double azimuth = 0.5 * (from.azimuthRadians + to.azimuthRadians);
    // On the cut locus the curve is a piece of a parallel, not of the circle.
    const double across = beyondCut(azimuth) ? (middle.latLon.latRadians + centre_.latRadians) * kSemiMajorMeters
                                             : geodesicDistanceMeters(centre_, middle.latLon) - radiusMeters_;
    return std::hypot(across, middle.heightMeters);
  }

  LatLon centre_;
  double radiusMeters_;
  double maxChordErrorMeters_;
  double cornerAzimuth_ = kPi / 2.0;
};

/// Wraps the first longitude and counts the turns.
RingLoop closeLoop(std::vector<LatLon> vertices) {
  const double shift = wrapLongitude(vertices.front().lonRadians) - vertices.front().lonRadians;
  for (LatLon& vertex : vertices) vertex.lonRadians += shift;
  const double firstLon = vertices.front().lonRadians;
  const double closingLon = unwrapLongitude(firstLon, vertices.back().lonRadians);
  const auto turns = static_cast<int>(std::lround((closingLon - firstLon) / (2.0 * kPi)));
  return {std::move(vertices), turns};
}

RingLoop circleLoop(LatLon centre, double radiusMeters, double maxChordErrorMeters, bool clockwise) {
  std::vector<LatLon> vertices;
  Circle(centre, radiusMeters, maxChordErrorMeters).appendArc(0.0, clockwise ? 2.0 * kPi : -2.0 * kPi, vertices);
  vertices.pop_back();  // north again
  return closeLoop(std::move(vertices));
}

void require(bool condition, const char* message) {
  if (!condition) throw std::invalid_argument(message);
}

}  // namespace

double cutDistanceMeters(LatLon start, double azimuthRadians) {
  double distanceMeters = 0.0;
  geod_gendirect(&wgs84Geodesic(), start.latDegrees(), start.lonDegrees(), radiansToDegrees(azimuthRadians),
                 GEOD_ARCMODE, 180.0, nullptr, nullptr, nullptr, &distanceMeters, nullptr, nullptr, nullptr, nullptr);
  return distanceMeters;
}

RingShape disc(LatLon centre, double radiusMeters, double maxChordErrorMeters) {
  return donut(centre, 0.0, radiusMeters, maxChordErrorMeters);
}

RingShape donut(LatLon centre, double innerRadiusMeters, double outerRadiusMeters, double maxChordErrorMeters) {
  require(innerRadiusMeters >= 0.0 && outerRadiusMeters > innerRadiusMeters, "ring: radii must rise from 0");
  require(maxChordErrorMeters >= 1e-3, "ring: the chord error must be 1 mm or more");
  RingShape shape;
  if (innerRadiusMeters >= kFarthestMeters) return shape;
  if (outerRadiusMeters < kFarthestMeters) {
    shape.loops.push_back(circleLoop(centre, outerRadiusMeters, maxChordErrorMeters, false));
  }
  if (innerRadiusMeters > 0.0) {
    shape.loops.push_back(circleLoop(centre, innerRadiusMeters, maxChordErrorMeters, true));
  }
  shape.coversEarth = shape.loops.empty();
  return shape;
}

RingShape sector(LatLon centre, double innerRadiusMeters, double outerRadiusMeters, AzimuthRange azimuths,
                 double maxChordErrorMeters) {
  const double difference = azimuths.toRadians - azimuths.fromRadians;
  require(std::isfinite(difference), "ring: azimuths must be finite");
  const double sweep = difference - 2.0 * kPi * std::floor(difference / (2.0 * kPi));
  if (sweep == 0.0 || std::abs(difference) >= 2.0 * kPi) {
    return donut(centre, innerRadiusMeters, outerRadiusMeters, maxChordErrorMeters);
  }
  require(innerRadiusMeters >= 0.0 && outerRadiusMeters > innerRadiusMeters, "ring: radii must rise from 0");
  require(maxChordErrorMeters >= 1e-3, "ring: the chord error must be 1 mm or more");
  if (innerRadiusMeters >= kFarthestMeters) return {};

  const double from = std::remainder(azimuths.fromRadians, 2.0 * kPi);
  const double to = from + sweep;
  const Circle outer(centre, outerRadiusMeters, maxChordErrorMeters);
  const double segmentMeters = segmentMetersForSagitta(maxChordErrorMeters);
  std::vector<LatLon> vertices;
  const auto appendSide = [&](double azimuth, bool outwards) {
    // Only the vertices between the ends, which belong to the arcs.
    const double length = std::min(outerRadiusMeters, cutDistanceMeters(centre, azimuth)) - innerRadiusMeters;
    if (length <= 0.0) return;
    const double steps = std::ceil(length / segmentMeters);
    for (double step = 1.0; step < steps; step += 1.0) {
      const double fraction = outwards ? step / steps : 1.0 - step / steps;
      LatLon vertex = geodesicDirect(centre, azimuth, innerRadiusMeters + length * fraction).position;
      vertex.lonRadians = unwrapLongitude(vertex.lonRadians, vertices.back().lonRadians);
      vertices.push_back(vertex);
    }
  };

  if (innerRadiusMeters > 0.0) {
    Circle(centre, innerRadiusMeters, maxChordErrorMeters).appendArc(from, to, vertices);
  } else {
    vertices.push_back(centre);
  }
  appendSide(to, true);
  outer.appendArc(to, from, vertices);
  appendSide(from, false);
  return {{closeLoop(std::move(vertices))}, false};
}

}  // namespace cordon::geo
