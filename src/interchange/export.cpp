#include "interchange/export.h"

#include <fmt/format.h>

#include "interchange/unwritten.h"
#include "interchange/writers.h"
#include "scenario/io.h"

namespace cordon::interchange {

Result<std::string> exportDocument(const scenario::Document& document, Format format, const ExportOptions& options) {
  Losses losses;
  std::string bytes;
  switch (format) {
    case Format::Scenario:
      bytes = scenario::writeDocument(document);
      break;
    case Format::GeoJson:
      bytes = writeGeoJson(document, options, losses);
      break;
    case Format::Kml:
      bytes = writeKml(document, options, losses);
      break;
    case Format::Kmz:
      bytes = zipOf("doc.kml", writeKml(document, options, losses));
      break;
    case Format::Csv:
      bytes = writeCsv(document, options, losses);
      break;
    case Format::Czml:
      bytes = writeCzml(document, options, losses);
      break;
    case Format::GeoPackage: {
      Result<std::string> written = writeGeoPackage(document, options, losses);
      if (!written) return written;
      bytes = std::move(*written);
      break;
    }
    case Format::Gpx:
    case Format::Shapefile:
    case Format::OrbatMapper:
      return Result<std::string>::failure(plainError(fmt::format("the format {} is only read.", wordOf(format)),
                                                     "Written are " + formatList(false) + "."));
  }
  if (format != Format::Scenario) countUnwritten(document, format, options, losses);
  return Result<std::string>(std::move(bytes), losses.diagnostics(""));
}

}  // namespace cordon::interchange
