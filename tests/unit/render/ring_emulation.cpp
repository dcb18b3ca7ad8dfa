#include "ring_emulation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/geodesic.h"
#include "render/ring_flags.h"
#include "scene/ring_style.h"

namespace cordon::render::test {

namespace {

using geo::Ecef;
using Vector = RegionRings::Vector;

using namespace ring_flags;

constexpr double kTurn = 2.0 * std::numbers::pi;

Ecef xyz(const Vector& v) {
  return {static_cast<double>(v[0]), static_cast<double>(v[1]), static_cast<double>(v[2])};
}

double at(const Vector& v, std::size_t i) {
  return static_cast<double>(v[i]);
}

double ringDistance(const Vector* data, Ecef local, Ecef fromAnchor, bool exact) {
  const double reach = geo::norm(fromAnchor);
  double s = geo::dot(local, xyz(data[0]) + fromAnchor) / (reach + at(data[0], 3)) + at(data[2], 3);
  if (!exact) return s;
  const double vertical = geo::dot(fromAnchor, xyz(data[2]));
  const double x = std::clamp(
      geo::dot(fromAnchor, xyz(data[1])) / std::sqrt(std::max(reach * reach - vertical * vertical, 1.0e-6)), -1.0, 1.0);
  double b1 = 0.0;
  double b2 = 0.0;
  for (int n = static_cast<int>(data[1][3]) - 1; n >= 1; --n) {
    const double next = at(data[7 + n / 4], static_cast<std::size_t>(n % 4)) + 2.0 * x * b1 - b2;
    b2 = b1;
    b1 = next;
  }
  return s - (x * b1 - b2);
}

void mix(std::array<double, 3>& color, const std::array<double, 3>& paint, double share) {
  for (std::size_t i = 0; i < 3; ++i) color[i] = color[i] * (1.0 - share) + paint[i] * share;
}

void veil(std::array<double, 3>& color, const Vector& premultiplied) {
  for (std::size_t i = 0; i < 3; ++i) color[i] = color[i] * (1.0 - at(premultiplied, 3)) + at(premultiplied, i);
}

double wrapped(double radians) {
  return radians - kTurn * std::floor(radians / kTurn);
}

bool inSector(const scene::Sector& sector, double azimuthRadians) {
  double width = wrapped(sector.toAzimuthRadians - sector.fromAzimuthRadians);
  if (width == 0.0) width = kTurn;
  return wrapped(azimuthRadians - sector.fromAzimuthRadians) <= width;
}

bool within(const scene::Ring& ring, geo::LatLon point) {
  const geo::GeodesicPath path = geo::geodesicInverse(ring.centre, point);
  return path.distanceMeters < ring.radiusMeters &&
         (ring.innerRadiusMeters == 0.0 || path.distanceMeters > ring.innerRadiusMeters) &&
         (!ring.sector || inSector(*ring.sector, path.startAzimuthRadians));
}

}  // namespace

EmulatedPixel emulate(const RegionRings& rings, Ecef local) {
  EmulatedPixel pixel;
  veil(pixel.color, rings.veilBelow);
  pixel.covers = rings.ringsAround.value_or(0);
  double inside = 1.0e9;
  double current = 1.0e9;
  for (int i = 0; i < rings.count; ++i) {
    const Vector* data = rings.vectors.data() + static_cast<std::ptrdiff_t>(i) * RegionRings::kVectorsPerEntry;
    const int flags = static_cast<int>(data[4][0]);
    const Ecef q = xyz(data[0]) + local;
    double s = ringDistance(data, local, q, rings.needsExact);
    if ((flags & kFar) != 0) s = -s;
    if (rings.needsExact) {
      if ((flags & kSector) != 0) {
        const double east = geo::dot(q, xyz(data[5]));
        const double north = geo::dot(q, xyz(data[1]));
        const double first = east * at(data[6], 0) + north * at(data[6], 1);
        const double second = east * at(data[6], 2) + north * at(data[6], 3);
        s = std::max(s, (flags & kWideSector) != 0 ? std::min(first, second) : std::max(first, second));
      }
      current = (flags & kInner) != 0 ? std::max(current, -s) : s;
    } else {
      current = s;
    }
    if ((flags & kFull) != 0) current = -1.0e6;
    if ((flags & (kNoFill | kHoleFollows)) == 0) {
      inside = std::min(inside, current);
      pixel.covers += rings.ringsAround && current < 0.0 ? 1 : 0;
    }
    if ((flags & kLine) != 0) {
      const double edge = (flags & kUnionLine) != 0 ? inside : current;
      if (std::abs(edge) < pixel.nearestLineMeters) pixel.nearestLineWidth = at(data[3], 3);
      pixel.nearestLineMeters = std::min(pixel.nearestLineMeters, std::abs(edge));
    }
    if ((flags & kGroupEnd) != 0) {
      if (inside < 0.0 && !rings.ringsAround)
        mix(pixel.color, {at(data[3], 0), at(data[3], 1), at(data[3], 2)}, at(data[5], 3) * kInnerFillShare);
      inside = 1.0e9;
    }
  }
  veil(pixel.color, rings.veilAbove);
  return pixel;
}

EmulatedPixel bruteForce(const RingSet& rings, geo::LatLon point) {
  EmulatedPixel pixel;
  for (std::size_t i = 0; i < rings.size();) {
    bool covered = false;
    const scene::Ring& first = rings.at(i);
    for (; i < rings.size() && rings.at(i).fillGroup == first.fillGroup; ++i) {
      const scene::Ring& ring = rings.at(i);
      const bool fills = within(ring, point) && scene::ringStyle(ring.status).fills;
      pixel.covers += fills ? 1 : 0;
      covered = covered || fills;
    }
    if (covered)
      mix(pixel.color, {first.color.red, first.color.green, first.color.blue}, first.fillOpacity * kInnerFillShare);
  }
  return pixel;
}

double clearanceMeters(const RingSet& rings, geo::LatLon point) {
  double clearance = 1.0e12;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    const scene::Ring& ring = rings.at(i);
    const geo::GeodesicPath path = geo::geodesicInverse(ring.centre, point);
    clearance = std::min(clearance, std::abs(path.distanceMeters - ring.radiusMeters));
    if (ring.innerRadiusMeters > 0.0)
      clearance = std::min(clearance, std::abs(path.distanceMeters - ring.innerRadiusMeters));
    if (ring.sector) {
      const double across = geo::kSemiMajorMeters * std::sin(path.distanceMeters / geo::kSemiMajorMeters);
      for (const double side : {ring.sector->fromAzimuthRadians, ring.sector->toAzimuthRadians}) {
        // Normal sections and geodesics part by up to 1e-3 radian: a sector's sides are not exact, see tile_rings.h.
        const double angle = std::abs(std::remainder(path.startAzimuthRadians - side, kTurn));
        clearance = std::min(clearance, std::max(0.0, angle - 4.0e-3) * std::abs(across));
      }
    }
  }
  return clearance;
}

RingSet ringSet(std::vector<scene::Ring> rings, RingLines lines, scene::FillMode fillMode) {
  return RingSet(std::make_shared<const std::vector<scene::Ring>>(std::move(rings)), lines, fillMode);
}

scene::Ring makeRing(geo::LatLon centre, double radiusMeters, int fillGroup, scene::Status status) {
  scene::Ring ring;
  ring.centre = centre;
  ring.radiusMeters = radiusMeters;
  ring.profile = geo::ringProfile(centre, radiusMeters);
  ring.fillGroup = fillGroup;
  ring.status = status;
  const double shade = 0.15 + 0.1 * (fillGroup % 8);
  ring.color = {shade, 1.0 - shade, 0.5, 1.0};
  return ring;
}

}  // namespace cordon::render::test
