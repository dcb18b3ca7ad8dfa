#include "scenario/comparison_members.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "scenario/document_members.h"
#include "scenario/parts.h"
#include "scenario/place.h"

namespace cordon::scenario {

namespace {

/// The members that the reader knows of each object (docs/scenario-format.md).
using Names = std::span<const std::string_view>;
constexpr auto kFeatureNames = std::to_array<std::string_view>({"type", "id", "geometry", "properties"});
constexpr auto kPropertyNames = std::to_array<std::string_view>(
    {"kind", "systems", "style", "name", "names", "alt_names", "accuracy_km", "date", "from", "to", "times", "sources",
     "source", "text", "remarks", "group", "label_priority"});
constexpr auto kStyleNames =
    std::to_array<std::string_view>({"color", "fill", "fill_opacity", "width", "dash", "hatch"});
constexpr auto kStatementNames = std::to_array<std::string_view>(
    {"system", "status", "from", "to", "due", "last_confirmed", "sources", "source", "confidence", "remarks"});
constexpr auto kSystemNames =
    std::to_array<std::string_view>({"id", "name", "names", "designations", "role", "operator", "color", "symbol",
                                     "ranges", "minimum_range_km", "sector", "remarks"});
constexpr auto kRangeNames =
    std::to_array<std::string_view>({"km", "bound", "meaning", "sources", "source", "date", "default", "target"});
constexpr auto kSourceNames = std::to_array<std::string_view>({"id", "title", "publisher", "date", "url", "remarks"});
constexpr auto kViewNames = std::to_array<std::string_view>({"id", "name", "date", "layers", "camera", "extent"});
constexpr auto kCordonNames =
    std::to_array<std::string_view>({"version", "title", "subtitle", "summary", "disclaimer", "author", "language",
                                     "date", "default_view", "from", "to", "systems", "sources", "views"});
constexpr auto kRootNames = std::to_array<std::string_view>({"type", "cordon", "features"});

/// Adds the members of an object that are not among the known ones.
void addUnknown(const Json* from, Names known, Json& object) {
  if (!from || !from->is_object()) return;
  for (auto it = from->begin(); it != from->end(); ++it) {
    if (std::find(known.begin(), known.end(), it.key()) == known.end()) object[it.key()] = it.value();
  }
}

const Json* memberOf(const Json* object, const char* name) {
  if (!object || !object->is_object()) return nullptr;
  const auto found = object->find(name);
  return found == object->end() ? nullptr : &*found;
}

/// How items of a list are matched that are not equal: by these members, the most telling first.
struct Matching {
  std::string_view list;
  std::string_view item;
  std::vector<std::vector<std::string_view>> keys;
};

const Matching* matchingOf(std::string_view list) {
  static const std::vector<Matching> matchings{
      {"systems", "statement", {{"system", "status", "from"}, {"system", "from"}, {"system", "status"}}},
      {"ranges", "range", {{"meaning", "km"}, {"meaning"}, {"km"}}}};
  const auto found =
      std::find_if(matchings.begin(), matchings.end(), [&](const Matching& each) { return each.list == list; });
  return found == matchings.end() ? nullptr : &*found;
}

bool agreeOn(Names names, const Json& a, const Json& b) {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    const Json* left = memberOf(&a, std::string(name).c_str());
    const Json* right = memberOf(&b, std::string(name).c_str());
    return left && right ? *left == *right : left == right;
  });
}

std::string memberInWords(const std::string& name) {
  std::string words = name;
  if (words.ends_with("_km")) words.replace(words.size() - 3, 3, " (km)");
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// What tells one item of a list from the others: "bal, deployed, from 2016".
std::string itemInWords(const Json& item) {
  std::string words;
  for (const char* name : {"system", "status", "km", "meaning", "from"}) {
    const Json* value = memberOf(&item, name);
    if (!value) continue;
    if (!words.empty()) words += ", ";
    words += (std::string_view(name) == "from" ? "from " : "") + inWords(*value);
    if (std::string_view(name) == "km") words += " km";
  }
  return words;
}

class MemberComparer {
 public:
  void compareObjects(const Json& before, const Json& after, const std::string& pointer, const std::string& label) {
    static const Json kNone;
    for (auto it = after.begin(); it != after.end(); ++it) {
      const Json* old = memberOf(&before, it.key().c_str());
      compareMember(it.key(), old ? *old : kNone, it.value(), pointer, label);
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
      if (!after.contains(it.key())) compareMember(it.key(), it.value(), kNone, pointer, label);
    }
  }

  std::vector<MemberDifference> take() { return std::move(differences_); }

 private:
  void compareMember(const std::string& name, const Json& before, const Json& after, const std::string& pointer,
                     const std::string& label) {
    if (before == after) return;
    const std::string at = pointer + "/" + escapePointerToken(name);
    const Matching* matching = matchingOf(name);
    const auto isList = [](const Json& json) { return json.is_array() || json.is_null(); };
    if (matching && isList(before) && isList(after)) {
      compareItems(*matching, before, after, at, label);
      return;
    }
    const std::string words = label + memberInWords(name);
    if (before.is_object() && after.is_object()) {
      // That a feature's members stand within "properties" says nothing to people.
      compareObjects(before, after, at, name == "properties" ? label : words + " ");
    } else {
      differences_.push_back({at, words, before, after});
    }
  }

  void compareItems(const Matching& matching, const Json& before, const Json& after, const std::string& pointer,
                    const std::string& label) {
    std::vector<std::size_t> olds(before.size());
    std::vector<std::size_t> news(after.size());
    for (std::size_t i = 0; i < olds.size(); ++i) olds[i] = i;
    for (std::size_t i = 0; i < news.size(); ++i) news[i] = i;
    const auto match = [&](const auto& isMatch, const auto& use) {
      std::erase_if(news, [&](std::size_t i) {
        const auto old =
            std::find_if(olds.begin(), olds.end(), [&](std::size_t o) { return isMatch(before[o], after[i]); });
        if (old == olds.end()) return false;
        use(before[*old], after[i], i);
        olds.erase(old);
        return true;
      });
    };
    const std::string item = label + std::string(matching.item);
    const auto compareBoth = [&](const Json& a, const Json& b, std::size_t i) {
      compareObjects(a, b, fmt::format("{}/{}", pointer, i), item + " " + itemInWords(b) + ": ");
    };
    match([](const Json& a, const Json& b) { return a == b; }, [](const Json&, const Json&, std::size_t) {});
    for (const std::vector<std::string_view>& key : matching.keys) {
      match([&](const Json& a, const Json& b) { return agreeOn(key, a, b); }, compareBoth);
    }
    for (const std::size_t i : news) {
      differences_.push_back({fmt::format("{}/{}", pointer, i), item, nullptr, after[i]});
    }
    for (const std::size_t i : olds) {
      differences_.push_back({fmt::format("{}/{}", pointer, i), item, before[i], nullptr});
    }
  }

  std::vector<MemberDifference> differences_;
};

}  // namespace

Json comparedObject(const Feature& feature) {
  Feature plain = feature;
  plain.origin = Origin();
  plain.geometry = geo::LatLon();
  for (SystemAssignment& assignment : plain.systems) assignment.origin = Origin();
  Json written = writeFeature(plain, feature.id);
  Json& properties = written["properties"];
  for (std::size_t i = 0; i < feature.systems.size(); ++i) {
    addUnknown(feature.systems[i].origin.json(), kStatementNames, properties["systems"][i]);
  }
  const Json* origin = feature.origin.json();
  const Json* originalProperties = memberOf(origin, "properties");
  Json style = properties.contains("style") ? properties["style"] : Json::object();
  addUnknown(memberOf(originalProperties, "style"), kStyleNames, style);
  if (!style.empty()) properties["style"] = std::move(style);
  addUnknown(originalProperties, kPropertyNames, properties);
  Json object{{"properties", std::move(properties)}};
  addUnknown(origin, kFeatureNames, object);
  return object;
}

Json comparedObject(const System& system) {
  System plain = system;
  plain.origin = Origin();
  plain.base.reset();
  for (RangeClaim& range : plain.ranges) range.origin = Origin();
  Json object = writeSystem(plain);
  for (std::size_t i = 0; i < system.ranges.size() && object.contains("ranges"); ++i) {
    addUnknown(system.ranges[i].origin.json(), kRangeNames, object["ranges"][i]);
  }
  addUnknown(system.origin.json(), kSystemNames, object);
  object.erase("id");
  return object;
}

Json comparedObject(const Source& source) {
  Source plain = source;
  plain.origin = Origin();
  Json object = writeSource(plain);
  addUnknown(source.origin.json(), kSourceNames, object);
  object.erase("id");
  return object;
}

Json comparedObject(const View& view) {
  View plain = view;
  plain.origin = Origin();
  Json object = writeView(plain);
  addUnknown(view.origin.json(), kViewNames, object);
  object.erase("id");
  return object;
}

Json comparedMembers(const Document& document) {
  Json object = Json::object();
  writeMembers(documentMembers(), document, Document{}, Document{}, object);
  const Json* root = document.origin.json();
  addUnknown(memberOf(root, "cordon"), kCordonNames, object);
  addUnknown(root, kRootNames, object);
  return object;
}

std::vector<MemberDifference> memberDifferences(const Json& before, const Json& after, const std::string& pointer) {
  MemberComparer comparer;
  comparer.compareObjects(before, after, pointer, "");
  return comparer.take();
}

std::string inWords(const Json& value) {
  if (value.is_null()) return "none";
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_structured()) return value.dump();
  std::string words;
  for (auto it = value.begin(); it != value.end(); ++it) {
    if (!words.empty()) words += ", ";
    if (value.is_object()) words += memberInWords(it.key()) + " ";
    words += inWords(*it);
  }
  return words.empty() ? "nothing" : words;
}

}  // namespace cordon::scenario
