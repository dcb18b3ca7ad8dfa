#include <cmath>

#include "interchange/facts.h"
#include "interchange/flat_map.h"
#include "interchange/writers.h"
#include "scenario/json_text.h"

namespace cordon::interchange {

namespace {

Json positionOf(const FlatPoint& point) {
  const auto rounded = [](double degrees) { return std::round(degrees * 1e9) / 1e9; };
  return Json::array({rounded(point.lonDegrees), rounded(point.latDegrees)});
}

Json pathOf(const FlatPath& path, bool isClosed) {
  Json json = Json::array();
  for (const FlatPoint& point : path) json.push_back(positionOf(point));
  if (isClosed && !path.empty()) json.push_back(positionOf(path.front()));
  return json;
}

Json geometryOf(std::string type, std::vector<Json> parts) {
  if (parts.size() == 1) return Json{{"type", std::move(type)}, {"coordinates", std::move(parts.front())}};
  Json all = Json::array();
  for (Json& part : parts) all.push_back(std::move(part));
  return Json{{"type", "Multi" + type}, {"coordinates", std::move(all)}};
}

std::vector<Json> polygonParts(const std::vector<FlatPolygon>& polygons) {
  std::vector<Json> parts;
  for (const FlatPolygon& polygon : polygons) {
    Json rings = Json::array({pathOf(polygon.outer, true)});
    for (const FlatPath& hole : polygon.holes) rings.push_back(pathOf(hole, true));
    parts.push_back(std::move(rings));
  }
  return parts;
}

Json geometryOf(const scenario::Feature& feature) {
  if (const auto* point = std::get_if<geo::LatLon>(&feature.geometry)) {
    return Json{{"type", "Point"}, {"coordinates", positionOf(flatPoint(*point))}};
  }
  std::vector<Json> parts;
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
    for (const scenario::Path& line : *lines) {
      for (const FlatPath& piece : flatLines(line)) parts.push_back(pathOf(piece, false));
    }
    return geometryOf("LineString", std::move(parts));
  }
  for (const scenario::Polygon& polygon : std::get<std::vector<scenario::Polygon>>(feature.geometry)) {
    for (Json& part : polygonParts(flatPolygons(polygon))) parts.push_back(std::move(part));
  }
  return geometryOf("Polygon", std::move(parts));
}

Json featureOf(const std::string& id, Json geometry, Json properties) {
  return Json{
      {"type", "Feature"}, {"id", id}, {"geometry", std::move(geometry)}, {"properties", std::move(properties)}};
}

/// What a viewer shows in its balloon: simplestyle's "title" and "description".
void addTexts(Json& properties) {
  properties["title"] = properties["name"];
  std::string description;
  for (const char* name : {"status", "from", "to", "claims", "text", "remarks", "sources"}) {
    const auto found = properties.find(name);
    if (found == properties.end()) continue;
    if (!description.empty()) description += "\n";
    description += std::string(name) + ": " + factText(*found);
  }
  if (!description.empty()) properties["description"] = description;
}

void addLines(Json& properties, const Look& look) {
  properties["stroke"] = look.color;
  properties["stroke-width"] = look.widthPixels;
  properties["stroke-opacity"] = look.lineOpacity;
}

void addFill(Json& properties, const Look& look) {
  properties["fill"] = look.fill;
  properties["fill-opacity"] = look.fillOpacity;
}

void countLosses(const scenario::Document& document, Losses& losses) {
  for (const scenario::View& view : document.views) losses.add("views", view.id);
  for (const scenario::Feature& feature : document.features) {
    if (!feature.style.dashPixels.empty()) losses.add("dashes of lines", feature.id);
    if (feature.style.hatch) losses.add("hatches of areas", feature.id);
    for (const scenario::SystemAssignment& statement : feature.systems) {
      if (statement.status != scenario::Status::Deployed && statement.status != scenario::Status::Withdrawn) {
        losses.add("dashes of rings that are not of deployed systems (the status stands in the properties)",
                   feature.id);
      }
    }
  }
}

}  // namespace

std::string writeGeoJson(const scenario::Document& document, const ExportOptions& options, Losses& losses) {
  Json root{{"type", "FeatureCollection"}};
  if (!document.title.empty()) root["title"] = document.title;
  for (const auto& [name, text] : {std::pair<const char*, const std::string&>{"description", document.summary},
                                   {"disclaimer", document.disclaimer},
                                   {"author", document.author},
                                   {"handling", document.handling}}) {
    if (!text.empty()) root[name] = text;
  }
  Json features = Json::array();
  for (const MapRing& ring : mapRings(document, options.day)) {
    Json properties = ringFacts(document, ring);
    addTexts(properties);
    addLines(properties, lookOf(ring));
    addFill(properties, lookOf(ring));
    features.push_back(
        featureOf(ring.id, geometryOf("Polygon", polygonParts(flatPolygons(shapeOf(ring)))), std::move(properties)));
  }
  for (const scenario::Feature& feature : document.features) {
    if (!isOnMap(feature, options.day)) continue;
    Json properties = featureFacts(document, feature);
    addTexts(properties);
    switch (feature.kind) {
      case scenario::FeatureKind::Site:
      case scenario::FeatureKind::Note:
        properties["marker-color"] = lookOf(feature).color;
        break;
      case scenario::FeatureKind::Track:
        if (const auto& times = feature.times; !times.empty()) {
          Json texts = Json::array();
          for (const scenario::Moment& moment : times) texts.push_back(moment.toString());
          properties["times"] = std::move(texts);
        }
        addLines(properties, lookOf(feature));
        break;
      case scenario::FeatureKind::Line:
        addLines(properties, lookOf(feature));
        break;
      case scenario::FeatureKind::Area:
        addLines(properties, lookOf(feature));
        addFill(properties, lookOf(feature));
        break;
    }
    features.push_back(featureOf(feature.id, geometryOf(feature), std::move(properties)));
  }
  root["features"] = std::move(features);
  countLosses(document, losses);
  return scenario::printJson(root);
}

}  // namespace cordon::interchange
