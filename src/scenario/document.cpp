#include "scenario/document.h"

#include <algorithm>
#include <tuple>

namespace cordon::scenario {

namespace {

template <typename Item>
const Item* findById(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool samePosition(const geo::LatLon& a, const geo::LatLon& b) {
  return a.latRadians == b.latRadians && a.lonRadians == b.lonRadians;
}

bool samePath(const Path& a, const Path& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), samePosition);
}

bool samePaths(const std::vector<Path>& a, const std::vector<Path>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), samePath);
}

auto comparedMembers(const System& s) {
  return std::tie(s.id, s.name, s.names, s.designations, s.role, s.operatorName, s.color, s.symbol, s.ranges,
                  s.minimumRangeKm, s.sector, s.remarks, s.fromCatalogue);
}

auto comparedMembers(const Feature& f) {
  return std::tie(f.id, f.kind, f.name, f.names, f.altNames, f.accuracyKm, f.systems, f.date, f.from, f.to, f.times,
                  f.sources, f.text, f.remarks, f.labelPriority, f.group, f.style);
}

}  // namespace

const RangeClaim* System::defaultRange() const {
  const auto marked = std::find_if(ranges.begin(), ranges.end(), [](const RangeClaim& r) { return r.isDefault; });
  if (marked != ranges.end()) return &*marked;
  return ranges.empty() ? nullptr : &ranges.front();
}

bool operator==(const System& a, const System& b) {
  return comparedMembers(a) == comparedMembers(b);
}

bool operator==(const Polygon& a, const Polygon& b) {
  return samePaths(a.rings, b.rings);
}

bool sameGeometry(const Geometry& a, const Geometry& b) {
  if (a.index() != b.index()) return false;
  if (const auto* point = std::get_if<geo::LatLon>(&a)) return samePosition(*point, std::get<geo::LatLon>(b));
  if (const auto* lines = std::get_if<std::vector<Path>>(&a)) return samePaths(*lines, std::get<std::vector<Path>>(b));
  return std::get<std::vector<Polygon>>(a) == std::get<std::vector<Polygon>>(b);
}

bool operator==(const Feature& a, const Feature& b) {
  return comparedMembers(a) == comparedMembers(b) && sameGeometry(a.geometry, b.geometry);
}

const System* Document::findSystem(std::string_view id) const {
  return findById(systems, id);
}
const Source* Document::findSource(std::string_view id) const {
  return findById(sources, id);
}
const Feature* Document::findFeature(std::string_view id) const {
  return findById(features, id);
}
const View* Document::findView(std::string_view id) const {
  return findById(views, id);
}
const System* Catalogue::findSystem(std::string_view id) const {
  return findById(systems, id);
}
const Source* Catalogue::findSource(std::string_view id) const {
  return findById(sources, id);
}

const std::vector<std::string>& symbolNames() {
  static const std::vector<std::string> names{"circle",  "square", "diamond", "triangle",
                                              "hexagon", "star",   "cross",   "note"};
  return names;
}

}  // namespace cordon::scenario
