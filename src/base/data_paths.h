#pragma once

#include <filesystem>

#include "base/result.h"

namespace cordon {

/// Folders of the data that ships with the program.
struct DataPaths {
  std::filesystem::path assets;   ///< fonts, symbols, palettes, schema, scenarios
  std::filesystem::path geodata;  ///< relief, coasts, rivers and borders (*.pack), gazetteer and lines (GeoJSON)
};

/// Finds the program's data: the folder in the environment variable CORDON_DATA (if set, it alone is
/// asked), else `../share/cordon` beside the running program (installed tree; a build folder is laid
/// out alike). The error names every place that was looked at.
Result<DataPaths> findDataPaths();

}  // namespace cordon
