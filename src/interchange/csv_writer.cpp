#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "interchange/facts.h"
#include "interchange/flat_map.h"
#include "interchange/writers.h"
#include "scenario/state.h"

namespace cordon::interchange {

namespace {

/// Whether a spreadsheet would take a text for a formula and run it. Numbers with a sign are what they are.
bool looksLikeFormula(const std::string& text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error != std::errc() || end != text.data() + text.size();
}

/// RFC 4180: quoted where a separator, a quote or a line break stands in it.
std::string cell(const std::string& plain) {
  std::string text = looksLikeFormula(plain) ? "'" + plain : plain;
  if (text.find_first_of("\",;\r\n\t") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}

std::string degreesText(double degrees) {
  return fmt::format("{:.9f}", degrees);
}

std::string pathText(const FlatPath& path, bool isClosed) {
  std::string text = "(";
  const std::size_t count = path.size() + (isClosed ? 1 : 0);
  for (std::size_t i = 0; i < count; ++i) {
    const FlatPoint& point = path[i % path.size()];
    if (i > 0) text += ", ";
    text += fmt::format("{:.9f} {:.9f}", point.lonDegrees, point.latDegrees);
  }
  return text + ")";
}

/// Well-known text (ISO 19125) of lines and areas.
std::string wktOf(const scenario::Geometry& geometry) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += ", ";
    text += part;
  };
  if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&geometry)) {
    for (const scenario::Path& line : *lines) {
      for (const FlatPath& piece : flatLines(line)) add(pathText(piece, false));
    }
    return fmt::format("MULTILINESTRING ({})", text);
  }
  for (const scenario::Polygon& polygon : std::get<std::vector<scenario::Polygon>>(geometry)) {
    for (const FlatPolygon& one : flatPolygons(polygon)) {
      std::string rings = pathText(one.outer, true);
      for (const FlatPath& hole : one.holes) rings += ", " + pathText(hole, true);
      add(fmt::format("({})", rings));
    }
  }
  return fmt::format("MULTIPOLYGON ({})", text);
}

}  // namespace

std::string writeCsv(const scenario::Document& document, const ExportOptions& options, Losses& losses) {
  std::vector<Json> rows;
  for (const scenario::Feature& feature : document.features) {
    if (!isOnMap(feature, options.day)) continue;
    Json row = featureFacts(document, feature);
    if (!document.handling.empty()) row["handling"] = document.handling;
    if (const auto* position = std::get_if<geo::LatLon>(&feature.geometry)) {
      row["lat"] = degreesText(position->latDegrees());
      row["lon"] = degreesText(flatPoint(*position).lonDegrees);
    } else {
      row["wkt"] = wktOf(feature.geometry);
    }
    if (!(feature.style == scenario::Style{})) losses.add("styles", feature.id);
    if (!feature.times.empty()) losses.add("times of tracks", feature.id);
    std::vector<const scenario::SystemAssignment*> statements;
    if (options.day) {
      statements = scenario::stateAt(feature, *options.day);
    } else {
      for (const scenario::SystemAssignment& statement : feature.systems) statements.push_back(&statement);
    }
    for (const scenario::SystemAssignment* statement : statements) {
      Json full = row;
      full.update(statementFacts(document, feature, *statement));
      if (const scenario::System* system = document.findSystem(statement->systemId)) {
        full["system_name"] = system->name;
        if (const scenario::RangeClaim* claim = system->defaultRange()) {
          full["radius_km"] = claim->maxKm;
          full["range"] = claimText(*claim);
        }
        if (system->minimumRangeKm) full["inner_radius_km"] = *system->minimumRangeKm;
      }
      rows.push_back(std::move(full));
    }
    if (statements.empty()) rows.push_back(std::move(row));
  }
  std::vector<std::string> columns{"kind", "id", "name", "lat", "lon", "system", "status", "from", "to", "radius_km"};
  for (const Json& row : rows) {
    for (const auto& [name, value] : row.items()) {
      if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
    }
  }
  std::string text;
  for (const std::string& column : columns) {
    if (!text.empty()) text += ',';
    text += cell(column);
  }
  text += "\r\n";
  for (const Json& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) line += ',';
      const auto value = row.find(columns[i]);
      if (value != row.end()) line += cell(factText(*value));
    }
    text += line + "\r\n";
  }
  for (const scenario::View& view : document.views) losses.add("views", view.id);
  for (const scenario::System& system : document.systems) {
    if (system.sector) losses.add("sectors of systems", system.id);
    if (!system.fromCatalogue) losses.add("colours and symbols of systems", system.id);
  }
  return text;
}

}  // namespace cordon::interchange
