#include <fmt/format.h>

#include <cmath>
#include <map>

#include "interchange/readers.h"
#include "scenario/json_text.h"

namespace cordon::interchange {

namespace {

std::string textOf(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

const Json& listOf(const Json& object, const char* name) {
  static const Json kNone = Json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : kNone;
}

/// A scenario's time: ISO 8601, or milliseconds since 1970.
std::optional<scenario::Date> dateOf(const Json& time) {
  if (time.is_string()) return dateOfText(time.get_ref<const std::string&>());
  if (!time.is_number()) return std::nullopt;
  const double day = std::floor(time.get<double>() / 86'400'000.0);
  if (!(std::abs(day) < 3e6)) return std::nullopt;
  return scenario::Date::fromDay(static_cast<int>(day));
}

std::optional<geo::LatLon> positionOf(const Json& json) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) return std::nullopt;
  const double lon = json[0].get<double>();
  const double lat = json[1].get<double>();
  if (!isPosition(lat, lon)) return std::nullopt;
  return geo::LatLon::fromDegrees(lat, lon);
}

/// Where a unit stands from a time until the next state.
struct Stay {
  geo::LatLon position;
  std::optional<scenario::Date> from;
  std::optional<scenario::Date> to;
};

/// Reads one ORBAT Mapper scenario; lives for one call.
class OrbatReader {
 public:
  explicit OrbatReader(DocumentBuilder& builder) : builder_(builder) {}

  void read(const Json& root) {
    builder_.setTitle(textOf(root, "name"));
    builder_.setSummary(textOf(root, "description"));
    if (root.contains("startTime")) {
      if (const auto date = dateOf(root["startTime"])) builder_.setDate(*date);
    }
    for (const Json& side : listOf(root, "sides")) {
      const std::string name = textOf(side, "name");
      for (const Json& group : listOf(side, "groups")) readUnits(listOf(group, "subUnits"), name);
      readUnits(listOf(side, "subUnits"), name);
    }
    for (const Json& layer : listOf(root, "layers")) readLayer(layer);
    for (const auto& [member, words] : {std::pair{"events", "events"},
                                        {"mapLayers", "map layers"},
                                        {"equipment", "kinds of equipment"},
                                        {"personnel", "kinds of personnel"},
                                        {"supplyCategories", "kinds of supplies"},
                                        {"unitTemplates", "templates of units"}}) {
      builder_.losses().add(words, "", listOf(root, member).size());
    }
  }

 private:
  void readUnits(const Json& units, const std::string& side) {
    for (const Json& unit : units) {
      if (!unit.is_object()) continue;
      readUnit(unit, side);
      readUnits(listOf(unit, "subUnits"), side);
    }
  }

  void readUnit(const Json& unit, const std::string& side) {
    const std::string name = textOf(unit, "name");
    const std::vector<Stay> stays = staysOf(unit);
    const std::vector<ForeignRange> ranges = rangesOf(unit);
    countLosses(unit);
    if (stays.empty()) {
      builder_.losses().add(
          ranges.empty() ? "units without a location" : "units with range rings but without a location", name);
      return;
    }
    for (const Stay& stay : stays) {
      ForeignFeature feature;
      feature.id = textOf(unit, "id");
      feature.name = name;
      feature.text = textOf(unit, "description");
      feature.group = side;
      feature.from = stay.from;
      feature.to = stay.to;
      feature.geometry = std::vector<geo::LatLon>{stay.position};
      feature.ranges = ranges;
      for (ForeignRange& range : feature.ranges) {
        range.from = stay.from;
        range.to = stay.to;
      }
      for (const char* member : {"sidc", "shortName", "externalUrl", "status", "reinforcedStatus"}) {
        if (const std::string text = textOf(unit, member); !text.empty()) feature.attributes[member] = text;
      }
      if (!builder_.countVertices(1) || !builder_.add(std::move(feature))) return;
    }
  }

  /// The places of a unit, each until the day before it is elsewhere; several on one day: the last.
  std::vector<Stay> staysOf(const Json& unit) {
    std::vector<Stay> stays;
    bool isOpen = false;
    const auto close = [&](const std::optional<scenario::Date>& date) {
      if (isOpen && date) {
        const int last = date->firstDay() - 1;
        if (stays.back().from && stays.back().from->firstDay() > last) {
          builder_.losses().add("moves within one day", textOf(unit, "name"));
          stays.pop_back();
        } else {
          stays.back().to = scenario::Date::fromDay(last);
        }
      }
      isOpen = false;
    };
    if (unit.contains("location")) {
      if (const auto position = positionOf(unit["location"])) {
        stays.push_back({*position, std::nullopt, std::nullopt});
        isOpen = true;
      }
    }
    for (const Json& state : listOf(unit, "state")) {
      if (!state.is_object()) continue;
      if (!listOf(state, "via").empty()) builder_.losses().add("ways between places", textOf(unit, "name"));
      if (!textOf(state, "title").empty()) builder_.losses().add("titles of states", textOf(state, "title"));
      const auto location = state.find("location");
      if (location == state.end()) continue;
      const auto date = state.contains("t") ? dateOf(state["t"]) : std::nullopt;
      const auto position = positionOf(*location);
      if (position && isOpen && stays.back().position == *position) continue;
      close(date);
      if (!position) continue;
      stays.push_back({*position, date, std::nullopt});
      isOpen = true;
    }
    return stays;
  }

  std::vector<ForeignRange> rangesOf(const Json& unit) {
    static const std::map<std::string, double> kKm{
        {"m", 0.001}, {"km", 1.0}, {"ft", 0.0003048}, {"mi", 1.609344}, {"nmi", 1.852}};
    std::vector<ForeignRange> ranges;
    for (const Json& ring : listOf(unit, "rangeRings")) {
      if (!ring.is_object() || !ring.contains("range") || !ring["range"].is_number()) {
        builder_.losses().add("range rings without a range", textOf(unit, "name"));
        continue;
      }
      const std::string uom = textOf(ring, "uom");
      const auto unitKm = kKm.find(uom.empty() ? "km" : uom);
      if (unitKm == kKm.end()) {
        builder_.losses().add(fmt::format("range rings in the unit {}", uom), textOf(unit, "name"));
        continue;
      }
      ForeignRange range;
      range.km = ring["range"].get<double>() * unitKm->second;
      range.systemName = textOf(ring, "name");
      if (const auto style = ring.find("style"); style != ring.end() && style->is_object()) {
        range.color = colorOfText(textOf(*style, "stroke"));
      }
      if (ring.contains("hidden") && ring["hidden"] == true) builder_.losses().add("that range rings are hidden");
      ranges.push_back(std::move(range));
    }
    return ranges;
  }

  void countLosses(const Json& unit) {
    for (const auto& [member, words] : {std::pair{"equipment", "equipment of units"},
                                        {"personnel", "personnel of units"},
                                        {"supplies", "supplies of units"},
                                        {"media", "pictures of units"}}) {
      if (!listOf(unit, member).empty()) builder_.losses().add(words, textOf(unit, "name"));
    }
    for (const auto& [member, words] :
         {std::pair{"symbolOptions", "looks of symbols"}, {"textAmplifiers", "text amplifiers of symbols"}}) {
      if (unit.contains(member)) builder_.losses().add(words, textOf(unit, "name"));
    }
  }

  void readLayer(const Json& layer) {
    if (!layer.is_object()) return;
    Json collection{{"type", "FeatureCollection"}, {"features", Json::array()}};
    for (const Json& feature : listOf(layer, "features")) {
      Json own = feature;
      if (own.is_object() && own.contains("properties") && own["properties"].is_object()) {
        if (own["properties"].contains("state"))
          builder_.losses().add("changes of drawings over time", textOf(own, "id"));
        if (textOf(own["properties"], "type") == "Circle")
          builder_.losses().add("that drawings are circles", textOf(own, "id"));
      }
      if (!listOf(own, "state").empty()) builder_.losses().add("changes of drawings over time", textOf(own, "id"));
      collection["features"].push_back(std::move(own));
    }
    readGeoJsonTree(collection, builder_);
  }

  DocumentBuilder& builder_;
};

}  // namespace

void readOrbatMapper(const std::string& text, DocumentBuilder& builder) {
  const Result<Json> json = scenario::parseJson(text, "");
  if (!json) {
    for (const Diagnostic& problem : json.diagnostics()) builder.tell(problem.severity, problem.message, problem.mend);
    return;
  }
  if (!json->is_object() || textOf(*json, "type") != "ORBAT-mapper") {
    builder.tell(Severity::Error, "This is no ORBAT Mapper scenario.", "Its \"type\" must be \"ORBAT-mapper\".");
    return;
  }
  OrbatReader(builder).read(*json);
}

}  // namespace cordon::interchange
