#include "mapdata/gazetteer.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "mapdata/mapped_file.h"

namespace cordon::mapdata {

namespace {

using Json = nlohmann::json;
using Parts = std::vector<std::vector<geo::LatLon>>;

std::optional<Json> readFeatures(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const auto fail = [&](std::string message) {
    diagnostics.push_back(Diagnostic{
        .message = std::move(message), .file = path.string(), .pointer = {}, .position = {}, .mend = kMapDataMend});
    return std::nullopt;
  };
  std::ifstream file(path);
  if (!file) return fail("cannot open the gazetteer's file.");
  Json root = Json::parse(file, nullptr, false);
  if (root.is_discarded()) return fail("the gazetteer's file is not valid JSON.");
  if (!root.is_object() || !root.contains("features") || !root["features"].is_array()) {
    return fail("the gazetteer's file is not a GeoJSON FeatureCollection.");
  }
  return std::move(root["features"]);
}

std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : 0.0;
}

PlaceNames names(const Json& properties, const char* key) {
  const auto found = properties.find(key);
  if (found == properties.end() || !found->is_object()) return {};
  return {text(*found, "en"), text(*found, "ru"), text(*found, "ja")};
}

bool addPosition(const Json& coordinates, std::vector<geo::LatLon>& points) {
  if (!coordinates.is_array() || coordinates.size() < 2 || !coordinates[0].is_number() || !coordinates[1].is_number()) {
    return false;
  }
  points.push_back(geo::LatLon::fromDegrees(coordinates[1].get<double>(), coordinates[0].get<double>()));
  return true;
}

// Flattens any nesting of positions into the innermost lists.
bool addParts(const Json& coordinates, Parts& parts) {
  if (!coordinates.is_array() || coordinates.empty()) return false;
  if (coordinates[0].is_number()) {
    parts.emplace_back();
    return addPosition(coordinates, parts.back());
  }
  if (coordinates[0].is_array() && !coordinates[0].empty() && coordinates[0][0].is_number()) {
    parts.emplace_back();
    for (const Json& position : coordinates) {
      if (!addPosition(position, parts.back())) return false;
    }
    return true;
  }
  for (const Json& inner : coordinates) {
    if (!addParts(inner, parts)) return false;
  }
  return true;
}

struct Feature {
  Json properties;
  std::string id;
  std::string geometryType;
  Parts parts;
};

std::optional<Feature> readFeature(const Json& json) {
  if (!json.is_object() || !json.contains("geometry") || !json["geometry"].is_object()) return std::nullopt;
  Feature feature;
  const Json& geometry = json["geometry"];
  feature.geometryType = text(geometry, "type");
  if (!geometry.contains("coordinates") || !addParts(geometry["coordinates"], feature.parts)) return std::nullopt;
  if (json.contains("properties") && json["properties"].is_object()) {
    feature.properties = json["properties"];
  } else {
    feature.properties = Json::object();
  }
  feature.id = text(json, "id");
  if (feature.id.empty()) feature.id = text(feature.properties, "id");
  return feature;
}

std::vector<Feature> readFile(const std::filesystem::path& path, Diagnostics& diagnostics) {
  std::vector<Feature> features;
  const std::optional<Json> list = readFeatures(path, diagnostics);
  if (!list) return features;
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (std::optional<Feature> feature = readFeature((*list)[i])) {
      features.push_back(std::move(*feature));
    } else {
      diagnostics.push_back(Diagnostic{.severity = Severity::Warning,
                                       .message = "this feature has no usable geometry and is left out.",
                                       .file = path.string(),
                                       .pointer = fmt::format("/features/{}", i),
                                       .position = {},
                                       .mend = {}});
    }
  }
  return features;
}

PlaceNames featureNames(const Json& properties) {
  PlaceNames found = names(properties, "names");
  if (found.en.empty()) found.en = text(properties, "name");
  if (found.en.empty()) found.en = text(properties, "en");
  if (found.ru.empty()) found.ru = text(properties, "ru");
  if (found.ja.empty()) found.ja = text(properties, "ja");
  return found;
}

GazetteerPlace toPlace(Feature feature) {
  GazetteerPlace place;
  place.id = std::move(feature.id);
  place.kind = text(feature.properties, "kind");
  const double rank = number(feature.properties, "rank");
  if (rank >= 1.0 && rank <= 9.0) place.rank = static_cast<int>(rank);
  place.names = featureNames(feature.properties);
  place.otherNames = names(feature.properties, "other_names");
  place.heightMeters = number(feature.properties, "height_m");
  place.extentKm = number(feature.properties, "extent_km");
  const std::vector<geo::LatLon>& points = feature.parts.front();
  place.position = points[points.size() / 2];
  if (points.size() > 1) place.path = points;
  // A name with a point of its own may bear the path along which it runs as a property.
  const Json& properties = feature.properties;
  Parts along;
  if (place.path.empty() && properties.contains("path") && addParts(properties["path"], along) && along.size() == 1) {
    place.path = std::move(along.front());
  }
  return place;
}

// The first of the published widths, of a range its middle; where none is published, the line's own length.
double widthKm(const Json& properties) {
  const auto widths = properties.find("widths_km");
  if (widths != properties.end() && widths->is_array() && !widths->empty()) {
    const Json& first = widths->front();
    const double width = number(first, "km");
    return width > 0.0 ? width : 0.5 * (number(first, "km_min") + number(first, "km_max"));
  }
  return number(properties, "computed_km");
}

std::vector<GazetteerShape> toShapes(std::vector<Feature> features) {
  std::vector<GazetteerShape> shapes;
  for (Feature& feature : features) {
    GazetteerShape shape;
    shape.id = std::move(feature.id);
    shape.kind = text(feature.properties, "kind");
    shape.names = featureNames(feature.properties);
    shape.widthKm = widthKm(feature.properties);
    shape.closed = feature.geometryType == "Polygon" || feature.geometryType == "MultiPolygon";
    shape.parts = std::move(feature.parts);
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

}  // namespace

const std::string& nameIn(const PlaceNames& names, std::string_view language) {
  const std::string& own = language == "ru" ? names.ru : language == "ja" ? names.ja : names.en;
  return own.empty() ? names.en : own;
}

std::map<std::string, std::string> byLanguage(const PlaceNames& names) {
  std::map<std::string, std::string> result;
  if (!names.en.empty()) result.emplace("en", names.en);
  if (!names.ru.empty()) result.emplace("ru", names.ru);
  if (!names.ja.empty()) result.emplace("ja", names.ja);
  return result;
}

bool isNamed(const GazetteerPlace& place, std::string_view text) {
  if (text.empty()) return false;
  if (text == place.id) return true;
  const auto has = [text](const PlaceNames& names) { return text == names.en || text == names.ru || text == names.ja; };
  return has(place.names) || has(place.otherNames);
}

Result<Gazetteer> loadGazetteer(const std::filesystem::path& geodata) {
  Diagnostics diagnostics;
  Gazetteer gazetteer;
  for (Feature& feature : readFile(geodata / "places.geojson", diagnostics)) {
    gazetteer.places.push_back(toPlace(std::move(feature)));
  }
  gazetteer.straits = toShapes(readFile(geodata / "straits.geojson", diagnostics));
  gazetteer.seaLimits = toShapes(readFile(geodata / "okhotsk_limits.geojson", diagnostics));
  gazetteer.disputed = toShapes(readFile(geodata / "disputed.geojson", diagnostics));
  if (hasErrors(diagnostics)) return Result<Gazetteer>::failure(std::move(diagnostics));
  return {std::move(gazetteer), std::move(diagnostics)};
}

}  // namespace cordon::mapdata
