#include <cmath>

#include "interchange/facts.h"
#include "interchange/flat_map.h"
#include "interchange/writers.h"
#include "interchange/xml_text.h"
#include "scenario/json_text.h"

namespace cordon::interchange {

namespace {

Json degreesOf(const FlatPath& path) {
  Json list = Json::array();
  for (const FlatPoint& point : path) {
    list.push_back(std::round(point.lonDegrees * 1e9) / 1e9);
    list.push_back(std::round(point.latDegrees * 1e9) / 1e9);
    list.push_back(0);
  }
  return list;
}

Json rgba(const std::string& color, double opacity) {
  const auto part = [&color](std::size_t at) { return std::stoi(color.substr(at, 2), nullptr, 16); };
  return Json{{"rgba", {part(1), part(3), part(5), static_cast<int>(std::lround(255.0 * opacity))}}};
}

Json solid(const std::string& color, double opacity) {
  return Json{{"solidColor", {{"color", rgba(color, opacity)}}}};
}

/// CZML wants both ends: what is open ends with the years that the format's dates have.
void addAvailability(Json& packet, const std::optional<int>& firstDay, const std::optional<int>& lastDay) {
  if (!firstDay && !lastDay) return;
  packet["availability"] = (firstDay ? dayText(*firstDay) : "1000-01-01") + "T00:00:00Z/" +
                           (lastDay ? dayText(*lastDay) : "9999-12-31") + "T23:59:59Z";
}

Json packetOf(const std::string& id, const Json& facts) {
  Json packet{{"id", id}, {"name", facts["name"]}};
  std::string description;
  for (const char* name : {"text", "status", "from", "to", "claims", "remarks", "sources"}) {
    const auto found = facts.find(name);
    if (found != facts.end()) description += "<p>" + std::string(name) + ": " + escaped(factText(*found)) + "</p>";
  }
  if (!description.empty()) packet["description"] = description;
  packet["properties"] = facts;
  return packet;
}

Json polygonOf(const FlatPolygon& polygon, const Look& look) {
  Json json{{"positions", {{"cartographicDegrees", degreesOf(polygon.outer)}}}};
  if (!polygon.holes.empty()) {
    Json holes = Json::array();
    for (const FlatPath& hole : polygon.holes) holes.push_back(degreesOf(hole));
    json["holes"] = {{"cartographicDegrees", std::move(holes)}};
  }
  json["arcType"] = "GEODESIC";
  json["fill"] = look.fillOpacity > 0.0;
  json["material"] = solid(look.fill, look.fillOpacity);
  return json;
}

Json polylineOf(const FlatPath& path, const Look& look) {
  return Json{{"positions", {{"cartographicDegrees", degreesOf(path)}}},
              {"arcType", "GEODESIC"},
              {"width", look.widthPixels},
              {"clampToGround", true},
              {"material", solid(look.color, look.lineOpacity)}};
}

FlatPath closed(FlatPath ring) {
  ring.push_back(ring.front());
  return ring;
}

/// One packet a piece: a packet has one polygon and one line. Further pieces are "id#2", ...
void addPolygons(const std::vector<FlatPolygon>& polygons, const Json& packet, const Look& look, Json& packets) {
  int number = 0;
  const auto add = [&](const char* member, Json shape) {
    Json piece = packet;
    if (++number > 1) piece["id"] = packet["id"].get<std::string>() + "#" + std::to_string(number);
    piece[member] = std::move(shape);
    packets.push_back(std::move(piece));
  };
  for (const FlatPolygon& polygon : polygons) {
    add("polygon", polygonOf(polygon, look));
    add("polyline", polylineOf(closed(polygon.outer), look));
    for (const FlatPath& hole : polygon.holes) add("polyline", polylineOf(closed(hole), look));
  }
}

void addFeature(const scenario::Feature& feature, const Json& packet, Json& packets) {
  const Look look = lookOf(feature);
  if (const auto* position = std::get_if<geo::LatLon>(&feature.geometry)) {
    Json point = packet;
    point["position"] = {{"cartographicDegrees", degreesOf({flatPoint(*position)})}};
    point["point"] = {{"pixelSize", 8}, {"color", rgba(look.color, 1.0)}, {"heightReference", "CLAMP_TO_GROUND"}};
    point["label"] = {
        {"text", titleOf(feature)}, {"font", "14px sans-serif"}, {"pixelOffset", {{"cartesian2", {0, -16}}}}};
    packets.push_back(std::move(point));
    return;
  }
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
    int number = 0;
    for (const scenario::Path& line : *lines) {
      for (const FlatPath& path : flatLines(line)) {
        Json piece = packet;
        if (++number > 1) piece["id"] = packet["id"].get<std::string>() + "#" + std::to_string(number);
        piece["polyline"] = polylineOf(path, look);
        packets.push_back(std::move(piece));
      }
    }
    return;
  }
  std::vector<FlatPolygon> all;
  for (const scenario::Polygon& polygon : std::get<std::vector<scenario::Polygon>>(feature.geometry)) {
    for (FlatPolygon& one : flatPolygons(polygon)) all.push_back(std::move(one));
  }
  addPolygons(all, packet, look, packets);
}

}  // namespace

std::string writeCzml(const scenario::Document& document, const ExportOptions& options, Losses& losses) {
  Json packets = Json::array();
  Json head{{"id", "document"}, {"name", document.title.empty() ? "Cordon" : document.title}, {"version", "1.0"}};
  std::string description;
  for (const std::string& part : {document.handling, document.summary}) {
    if (!part.empty()) description += "<p>" + escaped(part) + "</p>";
  }
  if (!description.empty()) head["description"] = description;
  packets.push_back(std::move(head));
  for (const MapRing& ring : mapRings(document, options.day)) {
    Json packet = packetOf(ring.id, ringFacts(document, ring));
    addAvailability(packet, ring.firstDay, ring.lastDay);
    addPolygons(flatPolygons(shapeOf(ring)), packet, lookOf(ring), packets);
  }
  for (const scenario::Feature& feature : document.features) {
    if (!isOnMap(feature, options.day)) continue;
    Json packet = packetOf(feature.id, featureFacts(document, feature));
    const std::optional<scenario::Date>& from = feature.from ? feature.from : feature.date;
    addAvailability(packet, from ? std::optional<int>(from->firstDay()) : std::nullopt,
                    feature.to ? std::optional<int>(feature.to->lastDay()) : std::nullopt);
    addFeature(feature, packet, packets);
    if (!feature.style.dashPixels.empty()) losses.add("dashes of lines", feature.id);
    if (feature.style.hatch) losses.add("hatches of areas", feature.id);
    if (!feature.times.empty()) losses.add("times of tracks", feature.id);
  }
  for (const scenario::View& view : document.views) losses.add("views", view.id);
  return scenario::printJson(packets);
}

}  // namespace cordon::interchange
