#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_set>

#include "edit/feature_edits.h"
#include "scenario/io.h"
#include "scenario/json_text.h"
#include "scenario/part_edit.h"

namespace cordon::edit {

namespace {

using scenario::Json;

template <typename Part>
void keepOnly(std::vector<Part>& parts, const std::set<std::string>& ids) {
  std::erase_if(parts, [&](const Part& part) { return !ids.contains(part.id); });
}

/// Adds those that have a new id; parts of the same id are taken to be the same.
template <typename Part>
void addNew(std::vector<Part>& parts, const std::vector<Part>& brought) {
  for (const Part& part : brought) {
    const bool isKnown = std::any_of(parts.begin(), parts.end(), [&](const Part& own) { return own.id == part.id; });
    if (!isKnown) parts.push_back(part);
  }
}

const char* kindOf(const std::string& geometryType) {
  if (geometryType == "LineString" || geometryType == "MultiLineString") return "line";
  if (geometryType == "Polygon" || geometryType == "MultiPolygon") return "area";
  return "site";
}

/// A feature of plain GeoJSON as one of a scenario: its name is kept, and where it is.
Json asScenarioFeature(const Json& object, std::size_t number) {
  Json properties = Json::object();
  const auto given = object.find("properties");
  if (given != object.end() && given->is_object()) properties = *given;
  const Json geometry = object.value("geometry", Json());
  const std::string type =
      geometry.is_object()
          ? geometry.value("type", Json("")).is_string() ? geometry.value("type", std::string()) : std::string()
          : std::string();
  Json kept = Json::object();
  if (properties.contains("kind") && properties["kind"].is_string()) {
    kept = properties;
  } else {
    kept["kind"] = kindOf(type);
    for (const char* name : {"name", "title", "Name", "NAME"}) {
      if (!properties.contains(name) || !properties[name].is_string()) continue;
      kept["name"] = properties[name];
      break;
    }
  }
  Json feature{{"type", "Feature"}, {"id", fmt::format("pasted-{}", number)}};
  const auto id = object.find("id");
  if (id != object.end() && (id->is_string() || id->is_number_integer())) feature["id"] = *id;
  feature["geometry"] = geometry;
  feature["properties"] = kept;
  return feature;
}

/// A scenario's tree of whatever GeoJSON there is; null where it is none.
Json asScenario(const Json& root) {
  if (!root.is_object()) return nullptr;
  Json features = Json::array();
  const std::string type = root.contains("type") && root["type"].is_string() ? root["type"].get<std::string>() : "";
  if (type == "FeatureCollection") {
    if (root.contains("features") && root["features"].is_array()) {
      for (const Json& feature : root["features"]) {
        if (feature.is_object()) features.push_back(asScenarioFeature(feature, features.size() + 1));
      }
    }
  } else if (type == "Feature") {
    features.push_back(asScenarioFeature(root, 1));
  } else if (root.contains("coordinates")) {
    features.push_back(asScenarioFeature(Json{{"geometry", root}}, 1));
  } else {
    return nullptr;
  }
  return Json{{"type", "FeatureCollection"}, {"cordon", {{"version", 1}}}, {"features", std::move(features)}};
}

}  // namespace

std::string copiedText(const scenario::Document& document, const std::vector<std::string>& ids) {
  scenario::Document part;
  part.title = document.title;
  std::set<std::string> systems;
  std::set<std::string> sources;
  for (const std::string& id : ids) {
    const scenario::Feature* feature = document.findFeature(id);
    if (feature == nullptr) continue;
    part.features.push_back(*feature);
    sources.insert(feature->sources.begin(), feature->sources.end());
    for (const scenario::SystemAssignment& assignment : feature->systems) {
      systems.insert(assignment.systemId);
      sources.insert(assignment.sources.begin(), assignment.sources.end());
    }
  }
  part.systems = document.systems;
  keepOnly(part.systems, systems);
  for (const scenario::System& system : part.systems) {
    for (const scenario::RangeClaim& range : system.ranges) {
      sources.insert(range.sources.begin(), range.sources.end());
    }
  }
  part.sources = document.sources;
  keepOnly(part.sources, sources);
  return scenario::writeDocument(part);
}

Result<Pasted> pasted(const scenario::Document& document, std::string_view text, const scenario::Catalogue& catalogue) {
  using Failure = Result<Pasted>;
  const Result<Json> root = scenario::parseJson(text, "the clipboard");
  if (!root) {
    return Failure::failure(Diagnostic{
        Severity::Error, "The clipboard holds no GeoJSON.", {}, {}, {}, "Copy sites in Cordon, or GeoJSON text."});
  }
  std::string asText(text);
  if (!root->is_object() || !root->contains("cordon")) {
    const Json scenario = asScenario(*root);
    if (scenario.is_null()) {
      return Failure::failure(Diagnostic{Severity::Error,
                                         "The clipboard holds JSON, but no GeoJSON.",
                                         {},
                                         {},
                                         {},
                                         "Copy a Feature, a FeatureCollection or a geometry."});
    }
    asText = scenario.dump();
  }
  scenario::SoundReading reading = scenario::readSound(asText, "the clipboard", catalogue);
  if (!reading.document || reading.document->features.empty()) {
    if (reading.problems.empty()) {
      reading.problems.push_back({Severity::Error, "The clipboard holds no feature.", {}, {}, {}, {}});
    }
    return Failure::failure(std::move(reading.problems));
  }
  Pasted result{document, {}};
  addNew(result.document.systems, reading.document->systems);
  addNew(result.document.sources, reading.document->sources);
  std::unordered_set<std::string> taken;
  for (const scenario::Feature& feature : document.features) taken.insert(feature.id);
  for (scenario::Feature feature : reading.document->features) {
    // What the new id is made of keeps "site-2" from becoming "site-2-2".
    if (taken.contains(feature.id)) feature.id = freeId(result.document, feature.id, "feature");
    taken.insert(feature.id);
    result.ids.push_back(feature.id);
    result.document.features.push_back(std::move(feature));
  }
  return Result<Pasted>(std::move(result), std::move(reading.problems));
}

}  // namespace cordon::edit
