#include "scene/sketch.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "geo/area.h"
#include "geo/geodesic.h"
#include "scene/azimuth.h"

namespace cordon::scene {

namespace {

using geo::LatLon;

bool same(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool same(LatLon a, LatLon b) {
  return same(a.latRadians, b.latRadians) && same(a.lonRadians, b.lonRadians);
}

/// Whether the last vertex is joined to the first: two vertices make a line, however they are meant.
bool encloses(const MeasuredPath& path) {
  return path.closed && path.vertices.size() >= 3;
}

}  // namespace

bool operator==(const FreeRing& a, const FreeRing& b) {
  return same(a.centre, b.centre) && same(a.radiusMeters, b.radiusMeters);
}

bool operator==(const MeasuredPath& a, const MeasuredPath& b) {
  return a.closed == b.closed && a.isBearing == b.isBearing &&
         std::equal(a.vertices.begin(), a.vertices.end(), b.vertices.begin(), b.vertices.end(),
                    [](LatLon u, LatLon v) { return same(u, v); });
}

bool operator==(const Sketch& a, const Sketch& b) {
  if (a.mark.has_value() != b.mark.has_value()) return false;
  if (a.mark && !same(*a.mark, *b.mark)) return false;
  return a.rings == b.rings && a.paths == b.paths;
}

PathMeasure measurePath(const MeasuredPath& path) {
  PathMeasure measure;
  const std::size_t count = path.vertices.size();
  const std::size_t legs = count < 2 ? 0 : encloses(path) ? count : count - 1;
  measure.legs.reserve(legs);
  for (std::size_t i = 0; i < legs; ++i) {
    const geo::GeodesicPath leg = geo::geodesicInverse(path.vertices[i], path.vertices[(i + 1) % count]);
    measure.legs.push_back(
        {leg.distanceMeters, wrapAzimuth(leg.startAzimuthRadians), wrapAzimuth(leg.endAzimuthRadians)});
    measure.lengthMeters += leg.distanceMeters;
  }
  if (encloses(path)) measure.areaSquareMeters = geo::measureLoop(path.vertices).smallerAreaSquareMeters();
  return measure;
}

std::string measureText(const MeasuredPath& path, LengthUnit unit) {
  if (path.vertices.size() < 2) return {};
  const PathMeasure measure = measurePath(path);
  std::string length = lengthText(measure.lengthMeters, unit);
  if (encloses(path)) return "area " + areaText(measure.areaSquareMeters, unit) + ", perimeter " + length;
  if (path.isBearing) return azimuthText(measure.legs.front().startAzimuthRadians) + ", " + length;
  return length;
}

}  // namespace cordon::scene
