#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/view/application.h"
#include "app/view/window_commands.h"
#include "base/home_folder.h"
#include "interchange/column_text.h"
#include "interchange/format.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;
using interchange::ColumnChoice;
using interchange::Format;

/// The longest text of a cell that is shown.
constexpr std::size_t kMostCellBytes = 200;

/// What the dialog of exports says of a format.
const char* purposeOf(Format format) {
  switch (format) {
    case Format::Kml:
      return "Google Earth: rings, dates, sources in the balloons, views as a tour";
    case Format::Kmz:
      return "the same, packed into one small file";
    case Format::GeoJson:
      return "web maps and QGIS: rings as polygons. Save as… keeps more for Cordon";
    case Format::GeoPackage:
      return "QGIS and other GIS: a layer a kind, statements and sources as tables";
    case Format::Csv:
      return "spreadsheets: a row a statement";
    case Format::Czml:
      return "Cesium: rings and sites over time";
    case Format::Scenario:
    case Format::Gpx:
    case Format::Shapefile:
    case Format::OrbatMapper:
      break;
  }
  return "";
}

void noteKinds(ui::InterfaceState& state) {
  for (const interchange::FormatName& name : interchange::formatNames()) {
    if (name.isRead)
      state.importEndings.insert(state.importEndings.end(), name.extensions.begin(), name.extensions.end());
    if (name.isWritten && !name.extensions.empty()) {
      state.exportKinds.push_back({std::string(name.extensions.front()), purposeOf(name.format)});
    }
  }
  // The one that most programs open is offered first.
  std::stable_partition(state.exportKinds.begin(), state.exportKinds.end(),
                        [](const auto& kind) { return kind.ending == ".kml" || kind.ending == ".kmz"; });
}

/// The beginning of a text, not cut within a character.
std::string shortened(const std::string& text) {
  if (text.size() <= kMostCellBytes) return text;
  std::size_t end = kMostCellBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// Where a column of the guess stands among all.
std::optional<std::size_t> indexOf(const std::optional<std::string>& column, const std::vector<std::string>& columns) {
  if (!column) return std::nullopt;
  const auto found = std::find(columns.begin(), columns.end(), *column);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

ui::TableImport tableOf(const std::filesystem::path& file, const interchange::TablePreview& preview) {
  ui::TableImport table;
  table.isOpen = table.justOpened = true;
  table.file = file.string();
  for (const std::string& column : preview.columns) table.columns.push_back(shortened(column));
  for (const std::vector<std::string>& row : preview.rows) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const std::string& cell : row) cells.push_back(shortened(cell));
  }
  table.numbers = preview.numbers;
  // In the order of ui::kTableFields.
  const ColumnChoice& guess = preview.guess;
  const std::array guesses{&guess.lat,    &guess.lon,    &guess.name, &guess.radius,
                           &guess.system, &guess.status, &guess.from, &guess.to};
  for (std::size_t field = 0; field < guesses.size(); ++field) {
    table.chosen[field] = indexOf(*guesses[field], preview.columns);
  }
  table.guessed = table.chosen;
  for (std::size_t unit = 0; unit < ui::kTableUnits.size(); ++unit) {
    for (const auto& [word, km] : interchange::kRadiusUnitWords) {
      if (word == ui::kTableUnits[unit] && km == guess.radiusUnitKm) table.unit = table.guessedUnit = unit;
    }
  }
  for (const Diagnostic& doubt : preview.doubts) {
    ui::TableImport::Doubt& told = table.doubts.emplace_back();
    told.text = doubt.message;
    for (std::size_t field = 0; field < ui::kTableFields.size(); ++field) {
      const bool isOfField =
          doubt.mend.find(fmt::format("--columns {}=", ui::kTableFields[field].key)) != std::string::npos;
      if (isOfField) told.field = field;
    }
    if (!told.field) told.text += " " + doubt.mend;
  }
  return table;
}

}  // namespace

void WindowCommands::addExchange(Application& app) {
  noteKinds(app.interface_->state());

  Command read = edit::command("import", "Import a file of another program", "FILE [ask|columns TEXT]", "File");
  read.run = [&app](const Arguments& a) -> Failure {
    const std::filesystem::path file = expandedHome(a[0]);
    const bool asks = a.size() == 2 && a[1] == "ask";
    if (!asks && a.size() > 1 && (a.size() != 3 || a[1] != "columns")) {
      return plainError(fmt::format("\"{}\" is neither ask nor columns.", a[1]),
                        "Write import FILE columns \"lat=#2,lon=#3\".");
    }
    if (!app.hasOpened_) return plainError("No scenario is open yet.", "Try again when the map is there.");
    const bool isTable = interchange::formatOfPath(file) == Format::Csv;
    Failure problem =
        asks && isTable ? app.foreign_->beginPreview(file) : app.foreign_->beginImport(file, a.size() == 3 ? a[2] : "");
    if (!problem) app.status_.loadingText = "importing " + file.filename().string();
    return problem;
  };
  edit::addCommand(app.commands_, std::move(read), 1, 3);

  Command write = edit::command("export", "Export for other programs", "FILE [overwrite] [shown]", "File");
  write.run = [&app](const Arguments& a) -> Failure {
    bool overwrites = false;
    std::optional<scenario::Date> day;
    for (std::size_t i = 1; i < a.size(); ++i) {
      if (a[i] == "overwrite") {
        overwrites = true;
      } else if (a[i] == "shown") {
        day = app.workspace_.date();
      } else {
        return plainError(fmt::format("\"{}\" is neither overwrite nor shown.", a[i]));
      }
    }
    const std::filesystem::path file = expandedHome(a[0]);
    Failure problem = app.foreign_->beginExport(file, overwrites, day);
    if (!problem) app.status_.loadingText = "exporting " + file.filename().string();
    return problem;
  };
  edit::addCommand(app.commands_, std::move(write), 1, 3);
}  // namespace cordon::app

/// What was imported or exported is told; a table to choose columns of opens its dialog.
void Application::followForeign() {
  std::optional<ForeignOutcome> outcome = foreign_->follow();
  if (!outcome) return;
  needFrames(2);
  if (!loader_->isBusy()) status_.loadingText.clear();
  for (const Diagnostic& one : outcome->told) tell(one);
  if (hasErrors(outcome->told)) script_.fail(outcome->told, ExitCode::FileError);
  if (outcome->hasLost && !script_.isRunning()) interface_->state().showsMessages = true;
  if (outcome->table) interface_->state().table = tableOf(outcome->file, *outcome->table);
  if (outcome->camera) control_->flyTo(*outcome->camera);
}

}  // namespace cordon::app
