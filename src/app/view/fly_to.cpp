#include "app/view/fly_to.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "geo/geodesic.h"

namespace cordon::app {

namespace {

// A picture shows about half of the camera's range to each side of its middle.
constexpr double kRangePerRadius = 4.6;
constexpr double kLeastRangeMeters = 60.0e3;

scene::Camera over(geo::LatLon target, double radiusMeters) {
  return {{target.latRadians, geo::wrapLongitude(target.lonRadians)},
          std::max(kLeastRangeMeters, kRangePerRadius * radiusMeters),
          0.0,
          0.0};
}

// About the middle of the points, as far as the farthest of them.
scene::Camera overAll(const std::vector<geo::LatLon>& points) {
  geo::Ecef sum;
  for (const geo::LatLon& point : points) sum = sum + geo::toEcef(point);
  const geo::LatLon middle = geo::norm(sum) > 1.0 ? geo::toGeodetic(sum).latLon : points.front();
  double radius = 0.0;
  for (const geo::LatLon& point : points) radius = std::max(radius, geo::geodesicDistanceMeters(middle, point));
  return over(middle, std::min(radius, 6.0e6));
}

std::vector<geo::LatLon> pointsOf(const scenario::Geometry& geometry) {
  std::vector<geo::LatLon> points;
  const auto add = [&points](const scenario::Path& path) { points.insert(points.end(), path.begin(), path.end()); };
  if (const auto* point = std::get_if<geo::LatLon>(&geometry)) points.push_back(*point);
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&geometry)) {
    for (const scenario::Path& line : *lines) add(line);
  }
  if (const auto* polygons = std::get_if<std::vector<scenario::Polygon>>(&geometry)) {
    for (const scenario::Polygon& polygon : *polygons) {
      for (const scenario::Path& ring : polygon.rings) add(ring);
    }
  }
  return points;
}

double radiusOf(const mapdata::GazetteerPlace& place) {
  if (place.extentKm > 0.0) return 500.0 * place.extentKm;
  if (place.kind == "sea") return 700.0e3;
  if (place.kind == "trench" || place.kind == "region") return 500.0e3;
  if (place.kind == "gulf") return 120.0e3;
  if (place.kind == "island") return 60.0e3;
  if (place.kind == "strait") return 40.0e3;
  return 20.0e3;
}

}  // namespace

std::optional<scene::Camera> cameraOf(const std::string& id, const scenario::Document& document,
                                      const mapdata::Gazetteer& gazetteer, const scene::RenderModel* model) {
  if (model != nullptr) {
    std::vector<geo::LatLon> ofSystem;
    for (const scene::Ring& ring : model->rings) {
      if (ring.systemId == id) ofSystem.push_back(ring.centre);
    }
    if (!ofSystem.empty()) return overAll(ofSystem);
    double radius = 0.0;
    const scene::Ring* found = nullptr;
    for (const scene::Ring& ring : model->rings) {
      if ((ring.id == id || ring.siteId == id) && ring.radiusMeters > radius) {
        radius = ring.radiusMeters;
        found = &ring;
      }
    }
    if (found != nullptr) return over(found->centre, std::min(radius, 6.0e6));
  }
  if (const scenario::Feature* feature = document.findFeature(id)) {
    const std::vector<geo::LatLon> points = pointsOf(feature->geometry);
    if (!points.empty()) return overAll(points);
  }
  const auto place = std::find_if(gazetteer.places.begin(), gazetteer.places.end(),
                                  [&](const mapdata::GazetteerPlace& p) { return mapdata::isNamed(p, id); });
  if (place != gazetteer.places.end()) return over(place->position, radiusOf(*place));
  for (const auto* shapes : {&gazetteer.straits, &gazetteer.seaLimits, &gazetteer.disputed}) {
    for (const mapdata::GazetteerShape& shape : *shapes) {
      if (shape.id != id && shape.names.en != id) continue;
      std::vector<geo::LatLon> points;
      for (const auto& part : shape.parts) points.insert(points.end(), part.begin(), part.end());
      if (!points.empty()) return overAll(points);
    }
  }
  return std::nullopt;
}

std::optional<scene::Camera> cameraOfFeatures(const std::vector<std::string>& ids, const scenario::Document& document) {
  const std::unordered_set<std::string> wanted(ids.begin(), ids.end());
  std::vector<geo::LatLon> points;
  double reach = 0.0;
  for (const scenario::Feature& feature : document.features) {
    if (!wanted.contains(feature.id)) continue;
    const std::vector<geo::LatLon> own = pointsOf(feature.geometry);
    points.insert(points.end(), own.begin(), own.end());
    for (const scenario::SystemAssignment& statement : feature.systems) {
      const scenario::System* system = document.findSystem(statement.systemId);
      const scenario::RangeClaim* claim = system != nullptr ? system->defaultRange() : nullptr;
      if (claim != nullptr) reach = std::max(reach, 1000.0 * claim->maxKm);
    }
  }
  if (points.empty()) return std::nullopt;
  scene::Camera camera = overAll(points);
  camera.rangeMeters = std::min(camera.rangeMeters + kRangePerRadius * reach, kRangePerRadius * 6.0e6);
  return camera;
}

}  // namespace cordon::app
