#include "interchange/import.h"

#include <fmt/format.h>

#include "interchange/readers.h"
#include "scenario/io.h"

namespace cordon::interchange {

namespace {

constexpr std::size_t kSniffedBytes = 4096;

/// Whether a JSON text names a member near its beginning, or anywhere where it is short.
bool names(std::string_view text, std::string_view quoted) {
  return text.substr(0, kSniffedBytes).find(quoted) != std::string_view::npos;
}

}  // namespace

std::optional<Format> formatOfContent(const std::filesystem::path& path, std::string_view text) {
  const std::optional<Format> format = formatOfPath(path);
  if (format != Format::GeoJson) return format;
  if (names(text, "\"ORBAT-mapper\"")) return Format::OrbatMapper;
  if (names(text, "\"cordon\"")) return Format::Scenario;
  return format;
}

Result<scenario::Document> importFile(const std::filesystem::path& path, const ImportOptions& options,
                                      const scenario::Catalogue& catalogue) {
  Result<std::string> text = scenario::readTextFile(path);
  if (!text) return Result<scenario::Document>::failure(text.diagnostics());
  const std::string file = path.string();
  const std::optional<Format> format = options.format ? options.format : formatOfContent(path, *text);
  DocumentBuilder builder(file, catalogue);
  if (!format) {
    builder.tell(Severity::Error, "The file's ending says no format.",
                 "Name it with --from; read are " + formatList(true) + ".");
    return builder.finish();
  }
  builder.setTitle(path.stem().string());
  switch (*format) {
    case Format::Scenario:
      return scenario::readDocument(*text, file, catalogue);
    case Format::GeoJson:
      readGeoJson(*text, builder);
      break;
    case Format::Csv:
      readCsv(*text, options, builder);
      break;
    case Format::OrbatMapper:
      readOrbatMapper(*text, builder);
      break;
    case Format::Kmz: {
      Result<std::string> kml = kmlOfKmz(*text, file);
      if (!kml) return Result<scenario::Document>::failure(kml.diagnostics());
      if (checkXml(*kml, builder)) readByGdal(std::move(*kml), *format, path, builder);
      break;
    }
    case Format::Kml:
    case Format::Gpx:
      if (checkXml(*text, builder)) readByGdal(std::move(*text), *format, path, builder);
      break;
    case Format::GeoPackage:
    case Format::Shapefile:
      readByGdal(std::move(*text), *format, path, builder);
      break;
    case Format::Czml:
      builder.tell(Severity::Error, "CZML is only written.", "Read are " + formatList(true) + ".");
      break;
  }
  return builder.finish();
}

}  // namespace cordon::interchange
