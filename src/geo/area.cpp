#include "geo/area.h"

#include <algorithm>

#include "geo/wgs84_geodesic.h"

namespace cordon::geo {

double LoopMeasure::smallerAreaSquareMeters() const {
  return std::min(areaOnLeftSquareMeters, kEarthAreaSquareMeters - areaOnLeftSquareMeters);
}

LoopMeasure measureLoop(std::span<const LatLon> vertices) {
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  for (const LatLon& vertex : vertices) {
    geod_polygon_addpoint(&wgs84Geodesic(), &polygon, vertex.latDegrees(), vertex.lonDegrees());
  }
  LoopMeasure measure;
  geod_polygon_compute(&wgs84Geodesic(), &polygon, 0, 0, &measure.areaOnLeftSquareMeters, &measure.perimeterMeters);
  if (vertices.size() < 3) measure.areaOnLeftSquareMeters = 0.0;
  return measure;
}

double areaSquareMeters(const RingShape& shape) {
  if (shape.coversEarth) return kEarthAreaSquareMeters;
  double area = 0.0;
  for (const RingLoop& loop : shape.loops) area += measureLoop(loop.vertices).areaOnLeftSquareMeters;
  // Every loop but one counts the whole Earth less what it cuts off.
  return shape.loops.size() > 1 ? area - kEarthAreaSquareMeters * static_cast<double>(shape.loops.size() - 1) : area;
}

}  // namespace cordon::geo
