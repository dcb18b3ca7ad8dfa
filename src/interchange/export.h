#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "interchange/format.h"
#include "scenario/document.h"

namespace cordon::interchange {

struct ExportOptions {
  /// Just what the map shows on that day; without it all days, each thing with its own dates where the format has them.
  std::optional<scenario::Date> day;
};

/// A scenario as the bytes of a file of a format.
///
/// The warnings list what the format cannot hold, once a kind. Fails for a format that is only read, and where GDAL,
/// which writes GeoPackages, is missing or fails. Rings are as dense as chordErrorMeters() says. Any thread.
Result<std::string> exportDocument(const scenario::Document& document, Format format, const ExportOptions& options);

}  // namespace cordon::interchange
