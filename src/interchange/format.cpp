#include "interchange/format.h"

#include <algorithm>

namespace cordon::interchange {

namespace {

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

const std::vector<FormatName>& formatNames() {
  static const std::vector<FormatName> names{
      {Format::Scenario, "cordon", {}, true, true},
      {Format::GeoJson, "geojson", {".geojson", ".json"}, true, true},
      {Format::Kml, "kml", {".kml"}, true, true},
      {Format::Kmz, "kmz", {".kmz"}, true, true},
      {Format::GeoPackage, "gpkg", {".gpkg"}, true, true},
      {Format::Csv, "csv", {".csv", ".tsv", ".txt"}, true, true},
      {Format::Czml, "czml", {".czml"}, false, true},
      {Format::Gpx, "gpx", {".gpx"}, true, false},
      {Format::Shapefile, "shp", {".shp"}, true, false},
      {Format::OrbatMapper, "orbat", {}, true, false},
  };
  return names;
}

std::optional<Format> formatOfWord(std::string_view word) {
  const std::string lower = lowered(word);
  for (const FormatName& name : formatNames()) {
    if (name.word == lower) return name.format;
  }
  return std::nullopt;
}

std::optional<Format> formatOfPath(const std::filesystem::path& path) {
  const std::string ending = lowered(path.extension().string());
  for (const FormatName& name : formatNames()) {
    if (std::find(name.extensions.begin(), name.extensions.end(), ending) != name.extensions.end()) return name.format;
  }
  return std::nullopt;
}

std::string formatList(bool isRead) {
  std::string list;
  for (const FormatName& name : formatNames()) {
    if (!(isRead ? name.isRead : name.isWritten)) continue;
    if (!list.empty()) list += ", ";
    list += name.word;
  }
  return list;
}

std::string_view wordOf(Format format) {
  for (const FormatName& name : formatNames()) {
    if (name.format == format) return name.word;
  }
  return {};
}

}  // namespace cordon::interchange
