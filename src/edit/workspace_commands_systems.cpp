#include <fmt/format.h>

#include "edit/command_words.h"
#include "edit/workspace_command_parts.h"
#include "scene/model_text.h"

namespace cordon::edit {

namespace {

using scene::SystemLook;

/// Looks that say nothing are not kept: what is shown alike compares equal.
void setLook(scene::ModelOptions& shown, const std::string& id, const SystemLook& look) {
  shown.looks.erase(id);
  if (look != scene::lookOf(shown, id)) shown.looks.emplace(id, look);
}

void setVisible(scene::ModelOptions& shown, const std::string& id, bool visible) {
  SystemLook look = scene::lookOf(shown, id);
  look.visible = visible;
  setLook(shown, id, look);
}

std::string nameOf(const Workspace& workspace, const scenario::System& system) {
  return scene::systemName(system, workspace.shown().language);
}

Result<const scenario::System*> findSystem(const Workspace& workspace, const std::string& id) {
  if (const scenario::System* system = workspace.document().findSystem(id)) return system;
  std::vector<std::string> ids;
  for (const scenario::System& system : workspace.document().systems) ids.push_back(system.id);
  return Result<const scenario::System*>::failure(unknown("system", id, ids));
}

Failure showSystem(Workspace& workspace, const Arguments& arguments) {
  const Result<const scenario::System*> system = findSystem(workspace, arguments[0]);
  if (!system) return system.diagnostics().front();
  scene::ModelOptions& shown = workspace.shown();
  if (arguments[1] == "only") {
    for (const scenario::System& each : workspace.document().systems) {
      setVisible(shown, each.id, each.id == arguments[0]);
    }
    return std::nullopt;
  }
  const Result<bool> on = readSwitch(arguments[1], scene::lookOf(shown, arguments[0]).visible);
  if (!on) return on.diagnostics().front();
  setVisible(shown, arguments[0], *on);
  return std::nullopt;
}

std::vector<Command::Choice> systemChoices(const Workspace& workspace) {
  std::vector<Command::Choice> choices;
  for (const scenario::System& system : workspace.document().systems) {
    const bool on = scene::lookOf(workspace.shown(), system.id).visible;
    const std::string name = nameOf(workspace, system);
    choices.push_back({edit::quoted(system.id) + (on ? " off" : " on"), (on ? "Hide " : "Show ") + name});
    choices.push_back({edit::quoted(system.id) + " only", fmt::format("Show {} and no other system", name)});
  }
  return choices;
}

/// "≥ 130 km, with the Kh-35U (Kyodo, 30 Dec 2018)"
std::string describe(const scenario::Document& document, const scenario::RangeClaim& claim) {
  std::string text = scene::claimText(claim);
  if (!claim.meaning.empty()) text += ", " + claim.meaning;
  std::vector<std::string> sources;
  for (const std::string& id : claim.sources) {
    if (const scenario::Source* source = document.findSource(id)) sources.push_back(scene::citation(*source));
  }
  if (!sources.empty()) text += fmt::format(" ({})", fmt::join(sources, "; "));
  return text;
}

std::vector<Command::Choice> claimChoices(const Workspace& workspace) {
  std::vector<Command::Choice> choices;
  for (const scenario::System& system : workspace.document().systems) {
    if (system.ranges.empty()) continue;
    const std::string id = edit::quoted(system.id);
    const std::string name = nameOf(workspace, system);
    for (std::size_t i = 0; i < system.ranges.size(); ++i) {
      choices.push_back({fmt::format("{} {}", id, i + 1),
                         fmt::format("{}: {}", name, describe(workspace.document(), system.ranges[i]))});
    }
    for (const auto& word : scene::kRangeWords) {
      choices.push_back({fmt::format("{} {}", id, word.text), fmt::format("{}: {}", name, word.title)});
    }
  }
  return choices;
}

Failure chooseClaim(Workspace& workspace, const Arguments& arguments) {
  const Result<const scenario::System*> found = findSystem(workspace, arguments[0]);
  if (!found) return found.diagnostics().front();
  const scenario::System& system = **found;
  if (system.ranges.empty()) return plainError(fmt::format("No range of {} is published.", nameOf(workspace, system)));
  SystemLook look = scene::lookOf(workspace.shown(), system.id);
  if (const auto* word = scene::findWord(scene::kRangeWords, arguments[1])) {
    look.claim = {word->value, 0};
  } else {
    const Result<std::size_t> number =
        readIndex(fmt::format("range of {}", nameOf(workspace, system)), arguments[1], system.ranges.size());
    if (!number) {
      Diagnostic diagnostic = number.diagnostics().front();
      diagnostic.mend = fmt::format("Write default, min, max, span or a number from 1 to {}.", system.ranges.size());
      return diagnostic;
    }
    look.claim = {scene::RangeChoice::Claim, *number - 1};
  }
  setLook(workspace.shown(), system.id, look);
  return std::nullopt;
}

/// Adds a command that sets a number of a system's look: what is written is `perUnit` times what is kept.
void addLookNumber(const CommandSubjects& subjects, Command added, std::string unit, NumberRange range, double perUnit,
                   const std::vector<double>& offered, double SystemLook::*number) {
  Workspace& workspace = subjects.workspace;
  added.choices = [&workspace, title = added.title, unit = std::move(unit), offered] {
    std::vector<Command::Choice> choices;
    for (const scenario::System& system : workspace.document().systems) {
      for (const double value : offered) {
        choices.push_back({fmt::format("{} {}", edit::quoted(system.id), value),
                           fmt::format("{}: {} {}{}", title, nameOf(workspace, system), value, unit)});
      }
    }
    return choices;
  };
  added.run = [&workspace, title = added.title, range, perUnit, number](const Arguments& arguments) -> Failure {
    const Result<const scenario::System*> system = findSystem(workspace, arguments[0]);
    if (!system) return system.diagnostics().front();
    const Result<double> value = readNumber(title, arguments[1], range);
    if (!value) return value.diagnostics().front();
    SystemLook look = scene::lookOf(workspace.shown(), arguments[0]);
    look.*number = *value / perUnit;
    setLook(workspace.shown(), arguments[0], look);
    return std::nullopt;
  };
  addCommand(subjects.table, std::move(added), 2, 2);
}

}  // namespace

void addSystemCommands(const CommandSubjects& subjects) {
  Workspace& workspace = subjects.workspace;

  Command system = command("system", "Show or hide a system", "ID on|off|toggle|only", "Systems");
  system.choices = [&workspace] { return systemChoices(workspace); };
  system.run = [&workspace](const Arguments& arguments) { return showSystem(workspace, arguments); };
  addCommand(subjects.table, std::move(system), 2, 2);

  addChoice<bool>(subjects.table, command("systems", "All systems", "", "Systems"),
                  {{"on", true, "show"}, {"off", false, "hide"}}, [&workspace](bool on) {
                    for (const scenario::System& each : workspace.document().systems) {
                      setVisible(workspace.shown(), each.id, on);
                    }
                  });

  Command claim = command("claim", "Which published range is drawn", "ID default|min|max|span|N", "Systems");
  claim.choices = [&workspace] { return claimChoices(workspace); };
  claim.run = [&workspace](const Arguments& arguments) { return chooseClaim(workspace, arguments); };
  addCommand(subjects.table, std::move(claim), 2, 2);

  using scene::FillMode;
  addChoice<FillMode>(subjects.table, command("fill", "Areas within rings", "", "Systems"),
                      optionsOf<FillMode>(scene::kFillWords),
                      [&workspace](FillMode mode) { workspace.shown().fillMode = mode; });

  addLookNumber(subjects, command("opacity", "Opacity of areas", "ID PERCENT", "Systems"), " %", {0.0, 100.0}, 100.0,
                {0.0, 10.0, 20.0, 40.0}, &SystemLook::fillOpacity);
  addLookNumber(subjects, command("line-width", "Width of rings", "ID FACTOR", "Systems"), " times",
                {scene::kLeastLineWidthFactor, scene::kMostLineWidthFactor}, 1.0, {0.5, 1.0, 2.0},
                &SystemLook::lineWidthFactor);
}

}  // namespace cordon::edit
