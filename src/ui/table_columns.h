#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::ui {

/// What a column of a table may mean to a scenario.
struct TableField {
  std::string_view key;    ///< in the command's text
  std::string_view label;  ///< in the dialog
};
inline constexpr std::array<TableField, 8> kTableFields{{{"lat", "Latitude"},
                                                         {"lon", "Longitude"},
                                                         {"name", "Name"},
                                                         {"radius", "Radius"},
                                                         {"system", "System"},
                                                         {"status", "Status"},
                                                         {"from", "From"},
                                                         {"to", "To"}}};
/// Units of radii, as the command has them.
inline constexpr std::array<std::string_view, 4> kTableUnits{"km", "m", "nmi", "mi"};

/// A table that is about to be imported, while its columns are chosen.
struct TableImport {
  using Choice = std::array<std::optional<std::size_t>, kTableFields.size()>;  ///< indices into columns, by field

  /// What the guess is unsure of.
  struct Doubt {
    std::string text;
    std::optional<std::size_t> field;  ///< index into kTableFields; nothing: of the table as a whole
  };

  bool isOpen = false;
  bool justOpened = false;
  std::string file;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;               ///< the first of them, each as long as columns
  std::vector<std::vector<std::optional<double>>> numbers;  ///< what the cells of rows are as numbers
  Choice chosen;
  Choice guessed;
  std::size_t unit = 0;  ///< of radii: index into kTableUnits
  std::size_t guessedUnit = 0;
  std::vector<Doubt> doubts;
};

/// How many of the rows have a position by the columns that are chosen: degrees of latitude up to 90, of longitude up
/// to 360.
std::size_t readablePositions(const TableImport& table);

/// Whether latitude and longitude are chosen.
bool canImport(const TableImport& table);

/// The doubts that stand: those of fields that are as they were guessed.
std::vector<std::string> standingDoubts(const TableImport& table);

/// The field that a column is chosen for; nothing where it is for none.
std::optional<std::size_t> fieldOfColumn(const TableImport& table, std::size_t column);

/// The command that imports it: `import FILE columns "lat=#3,lon=#4,name=,..."`. Columns go by number, since names may
/// hold anything; all fields are named, so that nothing is guessed again.
std::string importLine(const TableImport& table);

}  // namespace cordon::ui
