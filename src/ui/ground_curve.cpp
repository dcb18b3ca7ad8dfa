#include "ui/ground_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "geo/geodesic.h"
#include "geo/ring.h"
#include "scene/azimuth.h"

namespace cordon::ui {

namespace {

using geo::Ecef;
using geo::LatLon;

/// Halvings from the whole curve to its finest pieces: 5 m of the longest circle.
constexpr unsigned kDepth = 23;
/// Halvings that are always made: a shorter piece turns too little for its middle to lie far from its chord.
constexpr unsigned kLeastDepth = 5;
/// Points kept of one curve; a long flight over a great circle would gather ever more.
constexpr std::size_t kMostNodes = 60'000;

/// The planes of a picture's sides, pointing inwards, in ECEF: n . p + d >= 0.
class Frustum {
 public:
  explicit Frustum(const scene::Projector& projector) {
    const scene::Matrix4 m = projector.ecefToClip();
    const auto row = [&](std::size_t r) {
      return std::array<double, 4>{m[4 * r], m[4 * r + 1], m[4 * r + 2], m[4 * r + 3]};
    };
    const std::array<double, 4> w = row(3);
    for (std::size_t i = 0; i < planes_.size(); ++i) {
      const std::array<double, 4> axis = row(i / 2);
      const double sign = i % 2 == 0 ? 1.0 : -1.0;
      Plane& plane = planes_[i];
      plane.normal = {w[0] + sign * axis[0], w[1] + sign * axis[1], w[2] + sign * axis[2]};
      const double length = geo::norm(plane.normal);
      plane.normal = plane.normal * (1.0 / length);
      plane.offset = (w[3] + sign * axis[3]) / length;
    }
  }

  bool mayShow(Ecef centre, double radius) const {
    return std::all_of(planes_.begin(), planes_.end(),
                       [&](const Plane& plane) { return geo::dot(plane.normal, centre) + plane.offset >= -radius; });
  }

 private:
  struct Plane {
    Ecef normal;
    double offset = 0.0;
  };
  std::array<Plane, 4> planes_;
};

}  // namespace

GeodesicSweep circleSweep(LatLon centre, double radiusMeters) {
  return {centre, 0.0, 2.0 * std::numbers::pi, radiusMeters, radiusMeters};
}

GeodesicSweep pathSweep(LatLon from, LatLon to) {
  const geo::GeodesicPath path = geo::geodesicInverse(from, to);
  return {from, path.startAzimuthRadians, path.startAzimuthRadians, 0.0, path.distanceMeters};
}

std::vector<GeodesicSweep> ringSweeps(const scene::Ring& ring) {
  std::vector<GeodesicSweep> sweeps;
  double from = 0.0;
  double to = 2.0 * std::numbers::pi;
  if (ring.sector) {
    from = ring.sector->fromAzimuthRadians;
    to = from + scene::wrapAzimuth(ring.sector->toAzimuthRadians - from);
  }
  const double inner = ring.innerRadiusMeters;
  const double outer = std::min(ring.radiusMeters, geo::kFarthestMeters);
  if (ring.radiusMeters < geo::kFarthestMeters) sweeps.push_back({ring.centre, from, to, outer, outer});
  if (inner > 0.0) sweeps.push_back({ring.centre, from, to, inner, inner});
  if (ring.sector) {
    sweeps.push_back({ring.centre, from, from, inner, outer});
    sweeps.push_back({ring.centre, to, to, inner, outer});
  }
  return sweeps;
}

GroundCurve::Node GroundCurve::node(double share, std::uint64_t key) {
  const auto known = nodes_.find(key);
  if (known != nodes_.end()) return known->second;
  const double azimuth = std::lerp(sweep_.fromAzimuthRadians, sweep_.toAzimuthRadians, share);
  double distance = std::lerp(sweep_.fromMeters, sweep_.toMeters, share);
  if (distance > geo::kInjectivityRadiusMeters) {
    distance = std::min(distance, geo::cutDistanceMeters(sweep_.centre, azimuth));
  }
  Node made;
  made.position = geo::geodesicDirect(sweep_.centre, azimuth, distance).position;
  made.ecef = geo::toEcef(made.position);
  nodes_.emplace(key, made);
  return made;
}

std::vector<std::vector<LatLon>> GroundCurve::trace(const scene::Projector& projector, double reliefMeters) {
  if (nodes_.size() > kMostNodes) nodes_.clear();
  const Frustum frustum(projector);
  const Ecef eye = projector.eye();
  // Ground at the target's height is seen nearer than the ellipsoid under it.
  const double lift = std::max(0.0, projector.camera().targetHeightMeters);
  const Ecef lifted = eye - geo::localFrame(projector.camera().target).up * lift;
  // A degree of a circle is at most as long as on the plane.
  const double turn = std::abs(sweep_.toAzimuthRadians - sweep_.fromAzimuthRadians);
  const double length =
      turn * std::max(sweep_.fromMeters, sweep_.toMeters) + std::abs(sweep_.toMeters - sweep_.fromMeters);

  std::vector<std::vector<LatLon>> pieces;
  std::vector<LatLon> piece;
  const auto finish = [&] {
    if (piece.size() >= 2) pieces.push_back(std::move(piece));
    piece = {};
  };
  const auto visit = [&](const auto& self, const Node& a, const Node& b, std::uint64_t key, unsigned depth) -> void {
    const double pieceMeters = std::ldexp(length, -static_cast<int>(depth));
    const Ecef middle = (a.ecef + b.ecef) * 0.5;
    const double reach = 0.5 * pieceMeters;  // no point of the piece is farther from the chord's middle along it
    if (depth >= kLeastDepth && !frustum.mayShow(middle, reach + reliefMeters)) {
      finish();
      return;
    }
    const double nearest = std::max(projector.nearMeters(), geo::norm(middle - lifted) - reach);
    const bool fine = pieceMeters <= kFinestPixels * projector.metersPerPixel(nearest);
    if (depth >= kDepth || (depth >= kLeastDepth && fine)) {
      if (piece.empty()) piece.push_back(a.position);
      piece.push_back(b.position);
      return;
    }
    const std::uint64_t half = std::uint64_t{1} << (kDepth - depth - 1);
    const Node m = node(std::ldexp(static_cast<double>(key + half), -static_cast<int>(kDepth)), key + half);
    self(self, a, m, key, depth + 1);
    self(self, m, b, key + half, depth + 1);
  };
  const Node first = node(0.0, 0);
  const Node last = node(1.0, std::uint64_t{1} << kDepth);
  visit(visit, first, last, 0, 0);
  finish();
  return pieces;
}

GroundCurve& CurveCache::curve(const std::string& key, const GeodesicSweep& sweep) {
  const auto [entry, isNew] = entries_.try_emplace(key, Entry{GroundCurve(sweep)});
  if (!isNew && !(entry->second.curve.sweep() == sweep)) entry->second.curve = GroundCurve(sweep);
  entry->second.used = true;
  return entry->second.curve;
}

void CurveCache::endFrame() {
  std::erase_if(entries_, [](const auto& entry) { return !entry.second.used; });
  for (auto& [key, entry] : entries_) entry.used = false;
}

}  // namespace cordon::ui
