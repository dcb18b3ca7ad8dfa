#include "edit/feature_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <numbers>
#include <set>
#include <utility>

#include "geo/geodesic.h"

namespace cordon::edit {

namespace {

using geo::LatLon;
using scenario::Geometry;
using scenario::Path;
using scenario::Polygon;

using Vector = std::array<double, 3>;

// The ellipsoid's normal: latitudes stay geodetic.
Vector normalAt(LatLon p) {
  return {std::cos(p.latRadians) * std::cos(p.lonRadians), std::cos(p.latRadians) * std::sin(p.lonRadians),
          std::sin(p.latRadians)};
}

Vector cross(const Vector& a, const Vector& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vector& a, const Vector& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Path* pathAt(Geometry& geometry, std::size_t path) {
  if (auto* lines = std::get_if<std::vector<Path>>(&geometry)) return path < lines->size() ? &(*lines)[path] : nullptr;
  if (auto* polygons = std::get_if<std::vector<Polygon>>(&geometry)) {
    for (Polygon& polygon : *polygons) {
      if (path < polygon.rings.size()) return &polygon.rings[path];
      path -= polygon.rings.size();
    }
  }
  return nullptr;
}

template <typename Change>
void forEachVertex(Geometry& geometry, const Change& change) {
  if (auto* point = std::get_if<LatLon>(&geometry)) change(*point);
  if (auto* lines = std::get_if<std::vector<Path>>(&geometry)) {
    for (Path& line : *lines) std::for_each(line.begin(), line.end(), change);
  }
  if (auto* polygons = std::get_if<std::vector<Polygon>>(&geometry)) {
    for (Polygon& polygon : *polygons) {
      for (Path& ring : polygon.rings) std::for_each(ring.begin(), ring.end(), change);
    }
  }
}

std::string slug(std::string_view name) {
  std::string id;
  for (const char c : name) {
    const bool isUpper = c >= 'A' && c <= 'Z';
    if (isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

bool isTaken(const scenario::Document& document, std::string_view id) {
  return document.findFeature(id) || document.findSystem(id) || document.findSource(id) || document.findView(id);
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

/// How far the land that a place stands on reaches from it, on a grid of `stepMeters`; nothing where there is no land
/// near, or where it reaches beyond what an island does.
std::optional<double> landReachMeters(LatLon centre, const std::function<bool(LatLon)>& isOnLand) {
  constexpr double kStepMeters = 1500.0;
  constexpr int kMostSteps = 350;
  using Cell = std::pair<int, int>;
  const auto place = [&](Cell cell) {
    const double north = cell.first * kStepMeters;
    const double east = cell.second * kStepMeters;
    return geo::geodesicDirect(centre, std::atan2(east, north), std::hypot(north, east)).position;
  };
  std::set<Cell> seen;
  std::deque<Cell> open;
  for (int ring = 0; ring <= 6 && open.empty(); ++ring) {
    for (int row = -ring; row <= ring && open.empty(); ++row) {
      for (int column = -ring; column <= ring && open.empty(); ++column) {
        if (isOnLand(place({row, column}))) open.push_back({row, column});
      }
    }
  }
  if (open.empty()) return std::nullopt;
  seen.insert(open.front());
  double farthest = 0.0;
  while (!open.empty()) {
    const Cell cell = open.front();
    open.pop_front();
    if (std::max(std::abs(cell.first), std::abs(cell.second)) >= kMostSteps) return std::nullopt;
    farthest = std::max(farthest, std::hypot(cell.first, cell.second) * kStepMeters);
    for (const auto& [row, column] : {Cell{1, 0}, Cell{-1, 0}, Cell{0, 1}, Cell{0, -1}}) {
      const Cell next{cell.first + row, cell.second + column};
      if (seen.insert(next).second && isOnLand(place(next))) open.push_back(next);
    }
  }
  return farthest + 0.5 * kStepMeters;
}

}  // namespace

std::string freeId(const scenario::Document& document, std::string_view name, std::string_view otherwise) {
  std::string wanted = slug(name);
  if (wanted.empty()) wanted = otherwise;
  std::string id = wanted;
  for (int n = 2; isTaken(document, id); ++n) id = fmt::format("{}-{}", wanted, n);
  return id;
}

std::vector<Path> pathsOf(const Geometry& geometry) {
  if (const auto* point = std::get_if<LatLon>(&geometry)) return {{*point}};
  if (const auto* lines = std::get_if<std::vector<Path>>(&geometry)) return *lines;
  std::vector<Path> paths;
  for (const Polygon& polygon : std::get<std::vector<Polygon>>(geometry)) {
    paths.insert(paths.end(), polygon.rings.begin(), polygon.rings.end());
  }
  return paths;
}

std::optional<LatLon> vertexAt(const Geometry& geometry, VertexIndex index) {
  const std::vector<Path> paths = pathsOf(geometry);
  if (index.path >= paths.size() || index.vertex >= paths[index.path].size()) return std::nullopt;
  return paths[index.path][index.vertex];
}

bool moveVertex(scenario::Feature& feature, VertexIndex index, LatLon to) {
  if (auto* point = std::get_if<LatLon>(&feature.geometry)) {
    if (index != VertexIndex{}) return false;
    *point = rounded(to);
    return true;
  }
  Path* path = pathAt(feature.geometry, index.path);
  if (path == nullptr || index.vertex >= path->size()) return false;
  (*path)[index.vertex] = rounded(to);
  return true;
}

bool insertVertex(scenario::Feature& feature, VertexIndex index, LatLon at) {
  Path* path = pathAt(feature.geometry, index.path);
  if (path == nullptr || index.vertex > path->size()) return false;
  path->insert(path->begin() + static_cast<std::ptrdiff_t>(index.vertex), rounded(at));
  if (!feature.times.empty()) {
    const std::size_t neighbour = index.vertex == 0 ? 0 : index.vertex - 1;
    const auto where = feature.times.begin() + static_cast<std::ptrdiff_t>(index.vertex);
    feature.times.insert(where, scenario::Moment(feature.times[neighbour]));
  }
  return true;
}

bool removeVertex(scenario::Feature& feature, VertexIndex index) {
  Path* path = pathAt(feature.geometry, index.path);
  const std::size_t least = std::holds_alternative<std::vector<Polygon>>(feature.geometry) ? 3 : 2;
  if (path == nullptr || index.vertex >= path->size() || path->size() <= least) return false;
  path->erase(path->begin() + static_cast<std::ptrdiff_t>(index.vertex));
  if (!feature.times.empty()) feature.times.erase(feature.times.begin() + static_cast<std::ptrdiff_t>(index.vertex));
  return true;
}

LatLon carried(LatLon position, LatLon from, LatLon to) {
  if (position == from) return to;
  const Vector a = normalAt(from);
  const Vector b = normalAt(to);
  Vector axis = cross(a, b);
  const double sine = std::sqrt(dot(axis, axis));
  const double cosine = dot(a, b);
  // Opposite or equal: any axis, or none, will do.
  if (sine < 1e-15) {
    if (cosine > 0.0) return position;
    axis = std::abs(a[2]) < 0.9 ? cross(a, {0.0, 0.0, 1.0}) : cross(a, {1.0, 0.0, 0.0});
  }
  const double length = std::sqrt(dot(axis, axis));
  for (double& part : axis) part /= length;
  const Vector v = normalAt(position);
  const Vector turned = cross(axis, v);
  const double along = dot(axis, v) * (1.0 - cosine);
  Vector r{};
  for (std::size_t i = 0; i < 3; ++i) r[i] = v[i] * cosine + turned[i] * sine + axis[i] * along;
  return {std::atan2(r[2], std::hypot(r[0], r[1])), std::atan2(r[1], r[0])};
}

void carry(scenario::Feature& feature, LatLon from, LatLon to) {
  forEachVertex(feature.geometry, [&](LatLon& vertex) { vertex = rounded(carried(vertex, from, to)); });
}

LatLon anchorOf(const scenario::Feature& feature) {
  return vertexAt(feature.geometry, {}).value_or(LatLon{});
}

LatLon rounded(LatLon position) {
  constexpr double kPerDegree = 1e7;
  const auto round = [](double degrees) { return std::round(degrees * kPerDegree) / kPerDegree; };
  return LatLon::fromDegrees(round(position.latDegrees()), round(std::remainder(position.lonDegrees(), 360.0)));
}

std::optional<NamedPlace> findNamedPlace(const mapdata::Gazetteer& gazetteer, std::string_view name,
                                         const std::function<bool(LatLon)>& isOnLand) {
  constexpr double kSmallPlaceKm = 5.0;
  const std::string wanted = lowered(name);
  const auto is = [&](const mapdata::GazetteerPlace& place) {
    if (mapdata::isNamed(place, name) || place.id == wanted) return true;
    for (const auto* names : {&place.names, &place.otherNames}) {
      if (!names->en.empty() && lowered(names->en) == wanted) return true;
    }
    return false;
  };
  const auto found = std::find_if(gazetteer.places.begin(), gazetteer.places.end(), is);
  if (found == gazetteer.places.end()) return std::nullopt;
  NamedPlace named{&*found, 0.0};
  if (found->kind == "island") {
    if (const auto reach = landReachMeters(found->position, isOnLand)) named.accuracyKm = std::ceil(*reach / 1000.0);
  } else if (found->kind == "town" || found->kind == "cape" || found->kind == "volcano") {
    named.accuracyKm = kSmallPlaceKm;
  }
  return named;
}

}  // namespace cordon::edit
