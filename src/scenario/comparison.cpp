#include "scenario/comparison.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "geo/geodesic.h"
#include "scenario/comparison_members.h"
#include "scenario/identity.h"
#include "scenario/state.h"
#include "scenario/words.h"

namespace cordon::scenario {

namespace {

template <typename Part>
constexpr PartKind kPartKind = PartKind::Feature;
template <>
constexpr PartKind kPartKind<System> = PartKind::System;
template <>
constexpr PartKind kPartKind<Source> = PartKind::Source;
template <>
constexpr PartKind kPartKind<View> = PartKind::View;

/// The vertices of a geometry, and how many each of its parts has.
struct Vertices {
  explicit Vertices(const Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LatLon>(&geometry)) {
      add({*point});
    } else if (const auto* lines = std::get_if<std::vector<Path>>(&geometry)) {
      for (const Path& line : *lines) add(line);
    } else {
      for (const Polygon& polygon : std::get<std::vector<Polygon>>(geometry)) {
        for (const Path& ring : polygon.rings) add(ring);
        counts.push_back(0);
      }
    }
  }

  void add(const Path& path) {
    all.insert(all.end(), path.begin(), path.end());
    counts.push_back(path.size());
  }

  std::vector<geo::LatLon> all;
  std::vector<std::size_t> counts;
};

std::optional<double> movedMeters(const Geometry& before, const Geometry& after) {
  if (before == after || before.index() != after.index()) return std::nullopt;
  const Vertices from(before);
  const Vertices to(after);
  if (from.counts != to.counts) return std::nullopt;
  double farthest = 0.0;
  for (std::size_t i = 0; i < from.all.size(); ++i) {
    if (from.all[i] != to.all[i]) farthest = std::max(farthest, geo::geodesicDistanceMeters(from.all[i], to.all[i]));
  }
  return farthest;
}

template <typename Part>
bool isOwn(const Part& part) {
  if constexpr (std::is_same_v<Part, System> || std::is_same_v<Part, Source>) return !part.fromCatalogue;
  return true;
}

const std::string& nameOf(const Source& source) {
  return source.title;
}
template <typename Part>
const std::string& nameOf(const Part& part) {
  return part.name;
}

/// A difference of two versions of a part, of which either may be null; `part` is the one to name it by.
template <typename Part>
Difference differenceOf(const Part& part, const Part* before, const Part* after) {
  Difference difference;
  difference.kind = !before ? DifferenceKind::Added : !after ? DifferenceKind::Removed : DifferenceKind::Changed;
  difference.part = kPartKind<Part>;
  difference.id = part.id;
  difference.name = nameOf(part);
  if constexpr (std::is_same_v<Part, Feature>) {
    difference.feature = part.kind;
    if (before) difference.geometryBefore = before->geometry;
    if (after) difference.geometryAfter = after->geometry;
    if (before && after) difference.movedMeters = movedMeters(before->geometry, after->geometry);
  }
  return difference;
}

template <typename List>
void compareLists(const List& before, const List& after, Comparison& comparison) {
  using Part = typename List::value_type;
  std::unordered_map<std::string_view, const Part*> olds;
  for (const Part& part : before) {
    if (isOwn(part)) olds.emplace(part.id, &part);
  }
  std::unordered_set<std::string_view> news;
  for (const Part& part : after) {
    if (!isOwn(part) || !news.insert(part.id).second) continue;
    const auto old = olds.find(part.id);
    const Part* earlier = old == olds.end() ? nullptr : old->second;
    if (earlier && areIdentical(*earlier, part)) continue;
    Difference difference = differenceOf(part, earlier, &part);
    if (earlier) difference.members = memberDifferences(comparedObject(*earlier), comparedObject(part), "");
    if (!earlier || !difference.members.empty() || difference.isMoved()) {
      comparison.differences.push_back(std::move(difference));
    }
  }
  for (const Part& part : before) {
    if (isOwn(part) && !news.contains(part.id)) {
      comparison.differences.push_back(differenceOf<Part>(part, &part, nullptr));
    }
  }
}

/// What holds at a feature on a day.
struct Held {
  Held(const Feature& feature, const Date& date) : statements(stateAt(feature, date)) {
    isThere = isShown(feature, date) && (feature.systems.empty() || !statements.empty());
  }

  const SystemAssignment* find(const std::string& systemId) const {
    const auto found = std::find_if(statements.begin(), statements.end(),
                                    [&](const SystemAssignment* each) { return each->systemId == systemId; });
    return found == statements.end() ? nullptr : *found;
  }

  std::vector<const SystemAssignment*> statements;
  bool isThere = false;
};

/// "deployed, from 2016-11-18"; null of none.
Json statementInWords(const SystemAssignment* statement) {
  if (!statement) return nullptr;
  std::string words(toWord(statement->status));
  if (statement->from) words += ", from " + statement->from->toString();
  if (statement->to) words += ", to " + statement->to->toString();
  return words;
}

void addStatement(const Feature& feature, const SystemAssignment* before, const SystemAssignment* after,
                  std::vector<MemberDifference>& members) {
  const SystemAssignment* statement = after ? after : before;
  if (!statement || (before && after && before->status == after->status)) return;
  members.push_back({"/properties/systems/" + std::to_string(statement - feature.systems.data()), statement->systemId,
                     statementInWords(before), statementInWords(after)});
}

}  // namespace

Comparison compare(const Document& before, const Document& after) {
  Comparison comparison;
  if (!haveIdenticalMembers(before, after)) {
    Difference own;
    own.name = after.title;
    own.members = memberDifferences(comparedMembers(before), comparedMembers(after), "");
    if (!own.members.empty()) comparison.differences.push_back(std::move(own));
  }
  compareLists(before.features, after.features, comparison);
  compareLists(before.systems, after.systems, comparison);
  compareLists(before.sources, after.sources, comparison);
  compareLists(before.views, after.views, comparison);
  return comparison;
}

Comparison compareDates(const Document& document, const Date& before, const Date& after) {
  Comparison comparison;
  for (const Feature& feature : document.features) {
    const Held then(feature, before);
    const Held now(feature, after);
    std::vector<MemberDifference> members;
    for (const SystemAssignment* statement : now.statements) {
      addStatement(feature, then.find(statement->systemId), statement, members);
    }
    for (const SystemAssignment* statement : then.statements) {
      if (!now.find(statement->systemId)) addStatement(feature, statement, nullptr, members);
    }
    if (then.isThere == now.isThere && members.empty()) continue;
    Difference difference =
        differenceOf<Feature>(feature, then.isThere ? &feature : nullptr, now.isThere ? &feature : nullptr);
    difference.members = std::move(members);
    comparison.differences.push_back(std::move(difference));
  }
  return comparison;
}

}  // namespace cordon::scenario
