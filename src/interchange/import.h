#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "interchange/format.h"
#include "scenario/document.h"

namespace cordon::interchange {

/// Which columns of a table mean what, by their names in the first row, or by number: "#3" is the third. Nothing: there
/// is none.
struct ColumnChoice {
  std::optional<std::string> lat;
  std::optional<std::string> lon;
  std::optional<std::string> name;
  std::optional<std::string> radius;
  std::optional<std::string> system;
  std::optional<std::string> status;
  std::optional<std::string> from;
  std::optional<std::string> to;
  double radiusUnitKm = 1.0;  ///< km in one unit of the radius's column

  friend bool operator==(const ColumnChoice&, const ColumnChoice&) = default;
};

/// What a table looks like, for choosing its columns.
struct TablePreview {
  char separator = ',';
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< the first of them, each with as many cells as there are columns
  std::vector<std::vector<std::optional<double>>> numbers;  ///< what those cells are as numbers; nothing: none
  ColumnChoice guess;
  /// What the guess is unsure of: several columns fit, or none. The mend names `--columns`.
  Diagnostics doubts;
};

/// Reads the columns and the first rows of a CSV text and guesses what they mean. Any text; any thread.
///
/// Separators are the comma, the semicolon, the tab and the bar: the one that the first row has most of. Names are
/// known in English, German, French, Spanish, Russian and Japanese; a radius's unit is taken from its name
/// ("radius_nm").
TablePreview previewTable(std::string_view text, std::size_t mostRows = 20);

struct ImportOptions {
  std::optional<Format> format;         ///< none: by the path's ending and the content
  std::optional<ColumnChoice> columns;  ///< none: guessed
};

/// A foreign file as a scenario; scenarios themselves are read too.
///
/// The warnings list what a scenario cannot hold, once a kind. Limits are those of foreign_feature.h; beyond them it
/// fails and says so. The file may be hostile: it is read as a whole first and handed to GDAL in memory, with the
/// drivers of its format alone, so that nothing else is opened and no address asked. Any thread.
Result<scenario::Document> importFile(const std::filesystem::path& path, const ImportOptions& options,
                                      const scenario::Catalogue& catalogue);

/// The format that a file is read in: of its ending, and of the content where that tells more (a scenario, an ORBAT
/// Mapper file); nothing where neither does.
std::optional<Format> formatOfContent(const std::filesystem::path& path, std::string_view text);

}  // namespace cordon::interchange
