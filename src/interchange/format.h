#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::interchange {

/// The kinds of files that scenarios are made from or written as. docs/interchange.md: what each holds.
enum class Format {
  Scenario,  ///< Cordon's own GeoJSON: loses nothing
  GeoJson,   ///< for other programs: rings as polygons, simplestyle
  Kml,
  Kmz,
  GeoPackage,
  Csv,
  Czml,         ///< written only
  Gpx,          ///< read only
  Shapefile,    ///< read only
  OrbatMapper,  ///< read only
};

/// A format, as the command line names it.
struct FormatName {
  Format format;
  std::string_view word;                     ///< "geojson"
  std::vector<std::string_view> extensions;  ///< lower case, with the dot; none: known by its content alone
  bool isRead = false;
  bool isWritten = false;
};

/// All formats, in the order of messages.
const std::vector<FormatName>& formatNames();

/// The format of a word, in any case; nothing for an unknown one.
std::optional<Format> formatOfWord(std::string_view word);

/// The format that a path's ending means; GeoJson for ".geojson" and ".json". Nothing for an unknown ending.
std::optional<Format> formatOfPath(const std::filesystem::path& path);

/// The words of all formats that are read, or written: "cordon, geojson, kml".
std::string formatList(bool isRead);

std::string_view wordOf(Format format);

}  // namespace cordon::interchange
