#include "ui/table_columns.h"

#include <fmt/format.h>

#include <cmath>

#include "edit/command_table.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kLat = 0;
constexpr std::size_t kLon = 1;
constexpr std::size_t kRadius = 3;

}  // namespace

std::size_t readablePositions(const TableImport& table) {
  if (!canImport(table)) return 0;
  std::size_t count = 0;
  for (const std::vector<std::optional<double>>& row : table.numbers) {
    const std::optional<double> lat = row[*table.chosen[kLat]];
    const std::optional<double> lon = row[*table.chosen[kLon]];
    if (lat && lon && std::abs(*lat) <= 90.0 && std::abs(*lon) <= 360.0) ++count;
  }
  return count;
}

bool canImport(const TableImport& table) {
  return table.chosen[kLat] && table.chosen[kLon];
}

std::vector<std::string> standingDoubts(const TableImport& table) {
  std::vector<std::string> texts;
  for (const TableImport::Doubt& doubt : table.doubts) {
    const bool isSettled = doubt.field && (table.chosen[*doubt.field] != table.guessed[*doubt.field] ||
                                           (*doubt.field == kRadius && table.unit != table.guessedUnit));
    if (!isSettled) texts.push_back(doubt.text);
  }
  return texts;
}

std::optional<std::size_t> fieldOfColumn(const TableImport& table, std::size_t column) {
  for (std::size_t field = 0; field < table.chosen.size(); ++field) {
    if (table.chosen[field] == column) return field;
  }
  return std::nullopt;
}

std::string importLine(const TableImport& table) {
  std::string text;
  for (std::size_t field = 0; field < kTableFields.size(); ++field) {
    text += fmt::format("{}=", kTableFields[field].key);
    if (table.chosen[field]) text += fmt::format("#{}", *table.chosen[field] + 1);
    text += ',';
  }
  text += fmt::format("radius_unit={}", kTableUnits[table.unit]);
  return "import " + edit::quoted(table.file) + " columns " + edit::quoted(text);
}

}  // namespace cordon::ui
