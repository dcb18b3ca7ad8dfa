#include <fmt/format.h>

#include "interchange/readers.h"
#include "scenario/json_text.h"

namespace cordon::interchange {

namespace {

constexpr const char* kGeometries =
    "Geometries are Point, LineString, Polygon, their Multi forms and GeometryCollection.";

/// Reads one file's features; lives for one call.
class GeoJsonReader {
 public:
  explicit GeoJsonReader(DocumentBuilder& builder) : builder_(builder) {}

  void read(const Json& root) {
    if (!root.is_object() || !root.contains("type") || !root["type"].is_string()) {
      builder_.tell(Severity::Error, "This is no GeoJSON object.", "It needs a \"type\".");
      return;
    }
    const auto crs = root.find("crs");
    if (crs != root.end() && !crs->is_null()) {
      const std::string name = crs->dump();
      if (name.find("CRS84") == std::string::npos && name.find("4326") == std::string::npos) {
        builder_.tell(Severity::Error, "The file is not in longitude and latitude of WGS84.",
                      "Convert it, e.g. with ogr2ogr -lco RFC7946=YES.");
        return;
      }
    }
    for (const char* name : {"title", "name"}) {
      const auto title = root.find(name);
      if (title != root.end() && title->is_string()) {
        builder_.setTitle(title->get<std::string>());
        break;
      }
    }
    const std::string& type = root["type"].get_ref<const std::string&>();
    if (type == "FeatureCollection") {
      const auto features = root.find("features");
      if (features == root.end() || !features->is_array()) {
        builder_.tell(Severity::Error, "The collection has no array \"features\".");
        return;
      }
      for (const Json& feature : *features) {
        if (!readFeature(feature)) return;
      }
    } else if (type == "Feature") {
      readFeature(root);
    } else {
      readGeometry(root, ForeignFeature{});
    }
  }

 private:
  bool readFeature(const Json& json) {
    if (!json.is_object()) {
      builder_.losses().add("items that are no objects");
      return true;
    }
    ForeignFeature feature;
    const auto id = json.find("id");
    if (id != json.end() && id->is_string()) feature.id = id->get<std::string>();
    if (id != json.end() && id->is_number_integer()) feature.id = id->dump();
    const auto properties = json.find("properties");
    if (properties != json.end() && properties->is_object()) feature.attributes = *properties;
    const auto geometry = json.find("geometry");
    if (geometry == json.end() || !geometry->is_object()) {
      builder_.losses().add("features without a geometry", feature.id);
      return true;
    }
    return readGeometry(*geometry, std::move(feature));
  }

  bool readGeometry(const Json& geometry, ForeignFeature feature) {
    const auto type = geometry.find("type");
    const auto coordinates = geometry.find("coordinates");
    if (type != geometry.end() && *type == "GeometryCollection") {
      const auto parts = geometry.find("geometries");
      if (parts == geometry.end() || !parts->is_array()) return true;
      for (const Json& part : *parts) {
        if (part.is_object() && !readGeometry(part, feature)) return false;
      }
      return true;
    }
    if (type == geometry.end() || coordinates == geometry.end() || !type->is_string()) {
      builder_.losses().add("geometries that are not understood", feature.id);
      return true;
    }
    isGood_ = true;
    const auto& word = type->get_ref<const std::string&>();
    if (word == "Point") {
      feature.geometry = std::vector<geo::LatLon>{position(*coordinates)};
    } else if (word == "MultiPoint") {
      feature.geometry = path(*coordinates, 1);
    } else if (word == "LineString") {
      feature.geometry = std::vector<scenario::Path>{path(*coordinates, 2)};
    } else if (word == "MultiLineString") {
      feature.geometry = listOf<scenario::Path>(*coordinates, [this](const Json& one) { return path(one, 2); });
    } else if (word == "Polygon") {
      feature.geometry = std::vector<scenario::Polygon>{polygon(*coordinates)};
    } else if (word == "MultiPolygon") {
      feature.geometry = listOf<scenario::Polygon>(*coordinates, [this](const Json& one) { return polygon(one); });
    } else {
      builder_.losses().add(fmt::format("geometries of the type {}", word), kGeometries);
      return true;
    }
    if (!builder_.countVertices(vertices_)) return false;
    vertices_ = 0;
    if (!isGood_) {
      builder_.losses().add("geometries with positions that are none", feature.id);
      return true;
    }
    takeTimes(feature);
    takeKnownAttributes(feature);
    return builder_.add(std::move(feature));
  }

  static void takeTimes(ForeignFeature& feature) {
    const auto times = feature.attributes.find("times");
    if (times == feature.attributes.end() || !times->is_array()) return;
    if (!std::holds_alternative<std::vector<scenario::Path>>(feature.geometry)) return;
    std::vector<scenario::Moment> moments;
    for (const Json& time : *times) {
      const auto moment = time.is_string() ? scenario::Moment::parse(time.get_ref<const std::string&>()) : std::nullopt;
      if (!moment) return;
      moments.push_back(*moment);
    }
    feature.times = std::move(moments);
    feature.attributes.erase(times);
  }

  geo::LatLon position(const Json& json) {
    ++vertices_;
    if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number() ||
        !isPosition(json[1].get<double>(), json[0].get<double>())) {
      isGood_ = false;
      return {};
    }
    if (json.size() > 2) builder_.losses().add("heights");
    return geo::LatLon::fromDegrees(json[1].get<double>(), json[0].get<double>());
  }

  scenario::Path path(const Json& json, std::size_t fewest) {
    scenario::Path path;
    if (!json.is_array() || json.size() < fewest) {
      isGood_ = false;
      return path;
    }
    path.reserve(json.size());
    for (const Json& one : json) path.push_back(position(one));
    return path;
  }

  scenario::Polygon polygon(const Json& json) {
    scenario::Polygon polygon;
    polygon.rings = listOf<scenario::Path>(json, [this](const Json& one) {
      scenario::Path ring = path(one, 4);
      if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
      return ring;
    });
    return polygon;
  }

  template <typename Item, typename Read>
  std::vector<Item> listOf(const Json& json, const Read& read) {
    std::vector<Item> items;
    if (!json.is_array() || json.empty()) {
      isGood_ = false;
      return items;
    }
    for (const Json& one : json) items.push_back(read(one));
    return items;
  }

  DocumentBuilder& builder_;
  bool isGood_ = true;
  std::size_t vertices_ = 0;
};

}  // namespace

void readGeoJson(const std::string& text, DocumentBuilder& builder) {
  const Result<Json> json = scenario::parseJson(text, "");
  if (!json) {
    for (const Diagnostic& problem : json.diagnostics()) {
      const std::string at =
          problem.position ? fmt::format(" (line {}, column {})", problem.position->line, problem.position->column)
                           : "";
      builder.tell(problem.severity, problem.message + at, problem.mend);
    }
    return;
  }
  readGeoJsonTree(*json, builder);
}

void readGeoJsonTree(const Json& root, DocumentBuilder& builder) {
  GeoJsonReader(builder).read(root);
}

}  // namespace cordon::interchange
