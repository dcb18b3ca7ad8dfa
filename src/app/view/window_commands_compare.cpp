#include <fmt/format.h>

#include "app/view/application.h"
#include "app/view/window_commands.h"
#include "base/home_folder.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

Result<scenario::Date> readDate(const std::string& word) {
  const std::optional<scenario::Date> date = scenario::Date::parse(word);
  if (date) return *date;
  return Result<scenario::Date>::failure(plainError(fmt::format("\"{}\" is no date.", word),
                                                    "Write a year, a month or a day: 2018, 2018-12, 2018-12-30."));
}

}  // namespace

void WindowCommands::addComparing(Application& app) {
  Command compare = edit::command("compare", "Compare with what was saved", "saved|FILE", "View");
  compare.chordArguments = "saved";
  compare.choices = [&app] {
    std::vector<Command::Choice> choices;
    for (const std::string& name : scenario::builtInScenarios(app.resources_.paths.assets)) {
      choices.push_back({name, "Compare with the built-in scenario " + name});
    }
    for (const std::filesystem::path& file : app.preferences_.recentFiles) {
      choices.push_back({edit::quoted(file.string()), "Compare with " + file.string()});
    }
    return choices;
  };
  compare.run = [&app](const Arguments& a) -> Failure {
    if (a.front() != "saved") {
      app.comparison_->begin({Baseline::Kind::File, expandedHome(a.front()).string(), {}, {}});
      return std::nullopt;
    }
    if (app.version_.text.empty()) {
      return plainError("there is nothing saved to compare with.", "Save the scenario, or name a file.");
    }
    app.comparison_->begin({Baseline::Kind::Saved, app.workspace_.name(), app.version_.text, {}});
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(compare), 1, 1);

  Command dates = edit::command("compare-dates", "Compare two dates", "BEFORE DATE", "View");
  dates.inPalette = false;
  dates.run = [&app](const Arguments& a) -> Failure {
    const Result<scenario::Date> before = readDate(a[0]);
    if (!before) return before.diagnostics().front();
    const Result<scenario::Date> date = readDate(a[1]);
    if (!date) return date.diagnostics().front();
    app.workspace_.shown().date = *date;
    app.comparison_->begin({Baseline::Kind::Date, {}, {}, *before});
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(dates), 2, 2);

  Command off = edit::command("compare-off", "End the comparison", "", "View");
  off.isPossible = [&app] { return app.workspace_.shown().changes != nullptr; };
  off.run = [&app](const Arguments&) -> Failure {
    app.comparison_->end();
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(off), 0, 0);
}

}  // namespace cordon::app
