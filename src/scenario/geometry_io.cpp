#include <fmt/format.h>

#include <cmath>

#include "scenario/codecs.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

std::optional<geo::LatLon> readPosition(const Json& json, const Place& place, ReadContext& context) {
  if (!json.is_array() || json.size() < 2) {
    context.error(place, "This is no position.", "Write [longitude, latitude] in degrees.");
    return std::nullopt;
  }
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (!json[i].is_number()) {
      context.error(place.item(i), fmt::format("This must be a number of degrees, not {}.", describeType(json[i])),
                    json[i].is_null() ? "Writers that meet NaN leave null: give the true number." : "");
      return std::nullopt;
    }
  }
  const double lon = json[0].get<double>();
  const double lat = json[1].get<double>();
  if (!(std::abs(lat) <= 90.0)) {
    const bool isSwapped = std::abs(lon) <= 90.0 && std::abs(lat) <= 360.0;
    context.error(place.item(1), fmt::format("The latitude {} is beyond a pole.", json[1].dump()),
                  isSwapped ? "Longitude comes first: [longitude, latitude]."
                            : "Positions are in degrees of WGS84, [longitude, latitude].");
    return std::nullopt;
  }
  if (!(std::abs(lon) <= 360.0)) {
    context.error(place.item(0), fmt::format("The longitude {} is out of range.", json[0].dump()),
                  "Positions are in degrees of WGS84, [longitude, latitude].");
    return std::nullopt;
  }
  return geo::LatLon::fromDegrees(lat, lon);
}

std::optional<Path> readPath(const Json& json, std::size_t fewest, const Place& place, ReadContext& context) {
  if (!requireType(json, json.is_array(), "an array of positions", place, context)) return std::nullopt;
  if (json.size() < fewest) {
    context.error(place, fmt::format("There are {} positions where at least {} are needed.", json.size(), fewest));
    return std::nullopt;
  }
  Path path;
  path.reserve(json.size());
  bool isGood = true;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto position = readPosition(json[i], place.item(i), context);
    if (position) {
      path.push_back(*position);
    } else {
      isGood = false;
    }
  }
  if (!isGood) return std::nullopt;
  return path;
}

std::optional<Path> readRing(const Json& json, const Place& place, ReadContext& context) {
  auto path = readPath(json, 4, place, context);
  if (!path) return std::nullopt;
  if (json.front()[0] != json.back()[0] || json.front()[1] != json.back()[1]) {
    context.error(place, "The ring is not closed.", "Repeat its first position at its end.");
    return std::nullopt;
  }
  path->pop_back();
  return path;
}

/// Reads an array of things into a list; nothing where one of them is wrong, after all were looked at.
template <typename Item, typename Read>
std::optional<std::vector<Item>> readAll(const Json& json, std::string_view what, const Place& place,
                                         ReadContext& context, const Read& read) {
  if (!requireType(json, json.is_array() && !json.empty(), what, place, context)) return std::nullopt;
  std::vector<Item> items;
  bool isGood = true;
  for (std::size_t i = 0; i < json.size(); ++i) {
    auto item = read(json[i], place.item(i));
    if (item) {
      items.push_back(std::move(*item));
    } else {
      isGood = false;
    }
  }
  if (!isGood) return std::nullopt;
  return items;
}

std::optional<Polygon> readPolygon(const Json& json, const Place& place, ReadContext& context) {
  auto rings = readAll<Path>(json, "an array of rings", place, context,
                             [&](const Json& ring, const Place& at) { return readRing(ring, at, context); });
  if (!rings) return std::nullopt;
  return Polygon{std::move(*rings)};
}

std::optional<Geometry> readPoint(const Json& coordinates, const Place& place, ReadContext& context) {
  const auto position = readPosition(coordinates, place, context);
  if (!position) return std::nullopt;
  return *position;
}

std::optional<Geometry> readLines(const Json& coordinates, bool isMulti, const Place& place, ReadContext& context) {
  const auto readLine = [&](const Json& line, const Place& at) { return readPath(line, 2, at, context); };
  if (isMulti) {
    auto lines = readAll<Path>(coordinates, "an array of lines", place, context, readLine);
    if (!lines) return std::nullopt;
    return std::move(*lines);
  }
  auto line = readLine(coordinates, place);
  if (!line) return std::nullopt;
  return std::vector<Path>{std::move(*line)};
}

std::optional<Geometry> readPolygons(const Json& coordinates, bool isMulti, const Place& place, ReadContext& context) {
  const auto readOne = [&](const Json& polygon, const Place& at) { return readPolygon(polygon, at, context); };
  if (isMulti) {
    auto polygons = readAll<Polygon>(coordinates, "an array of polygons", place, context, readOne);
    if (!polygons) return std::nullopt;
    return std::move(*polygons);
  }
  auto polygon = readOne(coordinates, place);
  if (!polygon) return std::nullopt;
  return std::vector<Polygon>{std::move(*polygon)};
}

/// The geometry types that a kind of feature may have.
std::vector<std::string_view> typesOf(FeatureKind kind) {
  switch (kind) {
    case FeatureKind::Site:
    case FeatureKind::Note:
      return {"Point"};
    case FeatureKind::Line:
      return {"LineString", "MultiLineString"};
    case FeatureKind::Track:
      return {"LineString"};
    case FeatureKind::Area:
      return {"Polygon", "MultiPolygon"};
  }
  return {};
}

/// Degrees with 9 decimals, which is what positions are written with.
Json writeDegrees(double degrees) {
  return NumberCodec{}.encode(std::round(degrees * 1e9) / 1e9);
}

Json writePosition(const geo::LatLon& position) {
  return Json::array({writeDegrees(position.lonDegrees()), writeDegrees(position.latDegrees())});
}

Json writePath(const Path& path, bool isClosed) {
  Json json = Json::array();
  for (const geo::LatLon& position : path) json.push_back(writePosition(position));
  if (isClosed && !path.empty()) json.push_back(writePosition(path.front()));
  return json;
}

Json writePolygon(const Polygon& polygon) {
  Json json = Json::array();
  for (const Path& ring : polygon.rings) json.push_back(writePath(ring, true));
  return json;
}

template <typename Item, typename Write>
Json writeOneOrMany(const std::vector<Item>& items, const std::string& type, const Write& write) {
  if (items.size() == 1) return Json{{"type", type}, {"coordinates", write(items.front())}};
  Json coordinates = Json::array();
  for (const Item& item : items) coordinates.push_back(write(item));
  return Json{{"type", "Multi" + type}, {"coordinates", std::move(coordinates)}};
}

}  // namespace

std::optional<Geometry> readGeometry(const Json& json, FeatureKind kind, const Place& place, ReadContext& context) {
  if (!requireType(json, json.is_object(), "a geometry object", place, context)) return std::nullopt;
  const auto type = json.find("type");
  const auto coordinates = json.find("coordinates");
  if (type == json.end() || coordinates == json.end()) {
    context.error(place, "The geometry needs \"type\" and \"coordinates\".");
    return std::nullopt;
  }
  const auto index = decodeWord(*type, typesOf(kind), place.member("type"), context);
  if (!index) return std::nullopt;
  const Place at = place.member("coordinates");
  switch (kind) {
    case FeatureKind::Site:
    case FeatureKind::Note:
      return readPoint(*coordinates, at, context);
    case FeatureKind::Line:
    case FeatureKind::Track:
      return readLines(*coordinates, *index == 1, at, context);
    case FeatureKind::Area:
      return readPolygons(*coordinates, *index == 1, at, context);
  }
  return std::nullopt;
}

Json writeGeometry(const Geometry& geometry) {
  if (const auto* point = std::get_if<geo::LatLon>(&geometry)) {
    return Json{{"type", "Point"}, {"coordinates", writePosition(*point)}};
  }
  if (const auto* lines = std::get_if<std::vector<Path>>(&geometry)) {
    return writeOneOrMany(*lines, "LineString", [](const Path& path) { return writePath(path, false); });
  }
  return writeOneOrMany(std::get<std::vector<Polygon>>(geometry), "Polygon", writePolygon);
}

}  // namespace cordon::scenario
