#include <fmt/format.h>

#include "edit/command_words.h"
#include "edit/workspace_command_parts.h"
#include "scenario/words.h"

namespace cordon::edit {

namespace {

void addLayer(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Command layer = command("layer", "Show or hide a layer", "NAME on|off|toggle", "View");
  layer.choices = [&workspace] {
    std::vector<Command::Choice> choices;
    const std::vector<std::string>& names = scenario::layerNames();
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool on = workspace.shown().layers[i];
      choices.push_back(
          {fmt::format("{} {}", names[i], on ? "off" : "on"), fmt::format("{} {}", on ? "Hide" : "Show", names[i])});
    }
    return choices;
  };
  layer.run = [&workspace](const Arguments& arguments) -> Failure {
    const std::vector<std::string>& names = scenario::layerNames();
    const auto found = std::find(names.begin(), names.end(), arguments[0]);
    if (found == names.end()) return unknown("layer", arguments[0], names);
    const auto index = static_cast<std::size_t>(found - names.begin());
    const Result<bool> on = readSwitch(arguments[1], workspace.shown().layers[index]);
    if (!on) return on.diagnostics().front();
    workspace.shown().layers[index] = *on;
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(layer), 2, 2);
}

void addExaggeration(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Command exaggeration = command("exaggeration", "Exaggerate the relief's heights", "X", "View");
  exaggeration.choices = [] {
    std::vector<Command::Choice> choices;
    for (const int times : {0, 1, 2, 5, 10, 20}) {
      choices.push_back({std::to_string(times), fmt::format("Exaggerate the relief's heights: {} times", times)});
    }
    return choices;
  };
  addNumber(subjects.table, std::move(exaggeration), "Exaggeration", {0.0, 100.0},
            [&workspace](double times) { workspace.shown().exaggeration = times; });
}

}  // namespace

void addMapCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;
  Preferences& preferences = subjects.preferences;
  addLayer(subjects);
  addExaggeration(subjects);

  using scene::PaletteName;
  addChoice<PaletteName>(subjects.table, command("palette", "Colours of the map", "", "View"),
                         optionsOf<PaletteName>(scene::kPaletteWords),
                         [&workspace](PaletteName name) { workspace.shown().palette = name; });

  addChoice<std::string>(subjects.table, command("language", "Language of names", "", "View"),
                         optionsOf<std::string>(scene::kLanguageWords),
                         [&workspace, &preferences](const std::string& language) {
                           workspace.shown().language = language;
                           preferences.language = language;
                         });
  addChoice<std::string>(subjects.table, command("second-language", "Second language of names", "", "View"),
                         optionsOf<std::string>(scene::kSecondLanguageWords),
                         [&workspace, &preferences](const std::string& language) {
                           workspace.shown().secondLanguage = language;
                           preferences.secondLanguage = language;
                         });

  Command wrongMap = command("wrong-map", "Wrong circles of Web Mercator", "", "View", "W");
  addSwitch(
      subjects.table, std::move(wrongMap), "Show the wrong circles of Web Mercator",
      "Hide the wrong circles of Web Mercator", [&workspace] { return workspace.shown().wrongCircles; },
      [&workspace](bool on) { workspace.shown().wrongCircles = on; });
}

}  // namespace cordon::edit
