#include <fmt/format.h>

#include "edit/command_words.h"
#include "edit/words.h"
#include "edit/workspace_command_parts.h"

namespace cordon::edit {

namespace {

void addFlag(const CommandSubjects& subjects, Command added, std::string showTitle, std::string hideTitle,
             bool Preferences::*flag) {
  Preferences& preferences = subjects.preferences;
  addSwitch(
      subjects.table, std::move(added), std::move(showTitle), std::move(hideTitle),
      [&preferences, flag] { return preferences.*flag; }, [&preferences, flag](bool on) { preferences.*flag = on; });
}

/// What panels do to themselves; nobody would look for it in the palette.
void addPanelCommands(const CommandSubjects& subjects) {
  Preferences& preferences = subjects.preferences;
  Command section = command("section", "Open or close a section of the panel", "TITLE open|closed|toggle", "View");
  section.inPalette = false;
  section.run = [&preferences](const Arguments& arguments) -> Failure {
    std::vector<std::string>& closed = preferences.closedSections;
    const auto found = std::find(closed.begin(), closed.end(), arguments[0]);
    const bool isClosed = found != closed.end();
    if (arguments[1] != "open" && arguments[1] != "closed" && arguments[1] != "toggle") {
      return unknown("state of a section", arguments[1], {"open", "closed", "toggle"});
    }
    const bool closes = arguments[1] == "closed" || (arguments[1] == "toggle" && !isClosed);
    if (closes && !isClosed) closed.push_back(arguments[0]);
    if (!closes && isClosed) closed.erase(found);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(section), 2, 2);

  Command width = command("panel-width", "Width of the panel", "UNITS", "View");
  width.inPalette = false;
  addNumber(subjects.table, std::move(width), "Width", {kLeastPanelWidth, kMostPanelWidth},
            [&preferences](double units) { preferences.panelWidth = units; });

  Command share = command("details-share", "Share of the panel's lower part", "SHARE|default [editing]", "View");
  share.inPalette = false;
  share.run = [&preferences](const Arguments& arguments) -> Failure {
    if (arguments.size() > 1 && arguments[1] != "editing") return unknown("word", arguments[1], {"editing"});
    std::optional<double>& kept = arguments.size() > 1 ? preferences.editingShare : preferences.detailsShare;
    if (arguments[0] == "default") {
      kept.reset();
      return std::nullopt;
    }
    const Result<double> wanted = readNumber("Share", arguments[0], {kLeastDetailsShare, kMostDetailsShare});
    if (!wanted) return wanted.diagnostics().front();
    kept = *wanted;
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(share), 1, 2);
}

}  // namespace

void addPreferenceCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Preferences& preferences = subjects.preferences;

  using scene::LengthUnit;
  addChoice<LengthUnit>(subjects.table, command("units", "Units of length", "", "Preferences"),
                        optionsOf<LengthUnit>(scene::kUnitWords), [&workspace, &preferences](LengthUnit unit) {
                          workspace.shown().lengthUnit = unit;
                          preferences.lengthUnit = unit;
                        });

  using geo::CoordinateFormat;
  addChoice<CoordinateFormat>(subjects.table, command("coordinates", "Coordinates", "", "Preferences"),
                              optionsOf<CoordinateFormat>(kCoordinateWords),
                              [&preferences](CoordinateFormat format) { preferences.coordinateFormat = format; });

  addChoice<Theme>(subjects.table, command("theme", "Theme", "", "Preferences"), optionsOf<Theme>(kThemeWords),
                   [&preferences](Theme theme) { preferences.theme = theme; });

  Command textScale = command("text-scale", "Size of text", "X", "Preferences");
  textScale.choices = [] {
    std::vector<Command::Choice> choices;
    for (const int percent : {75, 100, 125, 150, 200, 250}) {
      choices.push_back({fmt::format("{}", percent / 100.0), fmt::format("Size of text: {} %", percent)});
    }
    return choices;
  };
  addNumber(subjects.table, std::move(textScale), "Size of text", {kLeastTextScale, kMostTextScale},
            [&preferences](double scale) { preferences.textScale = scale; });

  addFlag(subjects, command("invert-zoom", "Inverted zoom", "", "Preferences"), "Invert the wheel's zoom",
          "Zoom by the wheel as usual", &Preferences::invertZoom);
  addFlag(subjects, command("inertia", "Inertia", "", "Preferences"), "Let the map glide on when it is thrown",
          "Stop the map when it is let go", &Preferences::inertia);
  Command panel = command("panel", "Panel", "", "View", "Tab");
  addFlag(subjects, std::move(panel), "Show the panel", "Hide the panel", &Preferences::panelOpen);
  addFlag(subjects, command("legend", "Whole legend", "", "View"), "Open the legend", "Fold the legend",
          &Preferences::legendOpen);
  addPanelCommands(subjects);
}

}  // namespace cordon::edit
