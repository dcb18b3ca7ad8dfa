#include "scenario/document.h"

#include <algorithm>
#include <tuple>

namespace cordon::scenario {

namespace {

template <typename List>
const typename List::value_type* findById(const List& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

auto comparedMembers(const System& s) {
  return std::tie(s.id, s.name, s.names, s.designations, s.role, s.operatorName, s.color, s.symbol, s.ranges,
                  s.minimumRangeKm, s.sector, s.remarks, s.fromCatalogue);
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

std::string_view withoutPart(std::string_view id) {
  const std::size_t slash = id.rfind('/');
  if (slash == std::string_view::npos || slash + 1 == id.size()) return id;
  const std::string_view part = id.substr(slash + 1);
  return part.find_first_not_of("0123456789") == std::string_view::npos ? id.substr(0, slash) : id;
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
std::optional<std::size_t> Document::featureIndex(std::string_view id) const {
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i].id == id) return i;
  }
  return std::nullopt;
}
const View* Document::findView(std::string_view id) const {
  return findById(views, id);
}
std::optional<std::size_t> Document::systemIndex(std::string_view id) const {
  const System* system = findSystem(id);
  if (!system) return std::nullopt;
  return static_cast<std::size_t>(system - systems.data());
}
const Feature* Document::findWhole(std::string_view id) const {
  const Feature* feature = findFeature(id);
  return feature ? feature : findFeature(withoutPart(id));
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
