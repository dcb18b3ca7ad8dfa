#include <fmt/format.h>

#include "app/view/application.h"
#include "app/view/window_commands.h"
#include "base/home_folder.h"
#include "interchange/format.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

/// Nothing but "discard" may follow the first few words.
Failure wantsDiscard(const Arguments& arguments, std::size_t words) {
  if (arguments.size() <= words || arguments.back() == "discard") return std::nullopt;
  return plainError(fmt::format("\"{}\" is not discard.", arguments.back()));
}

/// Whether a file is of a kind that is imported, not opened.
bool isForeign(const std::filesystem::path& file) {
  const std::optional<interchange::Format> format = interchange::formatOfPath(file);
  return format && *format != interchange::Format::GeoJson;
}

}  // namespace

/// What would lose changes is asked about first, unless a script does it or the words say so.
bool WindowCommands::mayLoseChanges(Application& app, const Arguments& arguments, std::size_t words,
                                    const std::string& line) {
  if (arguments.size() > words || app.script_.isRunning() || !app.workspace_.history().isModified()) return true;
  app.interface_->state().unsavedQuestion = line;
  return false;
}

void WindowCommands::addOpening(Application& app) {
  Command fresh = edit::command("new", "New scenario", "[discard]", "File", "Ctrl+N");
  fresh.run = [&app](const Arguments& a) -> Failure {
    if (auto problem = wantsDiscard(a, 0)) return problem;
    if (mayLoseChanges(app, a, 0, "new")) app.newScenario();
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(fresh), 0, 1);

  Command open = edit::command("open", "Open a scenario", "FILE [discard]", "File");
  open.run = [&app](const Arguments& a) -> Failure {
    if (auto problem = wantsDiscard(a, 1)) return problem;
    const std::filesystem::path file = expandedHome(a.front());
    if (isForeign(file)) {
      app.run("import " + edit::quoted(file.string()) + (app.script_.isRunning() ? "" : " ask"));
      return std::nullopt;
    }
    LoadRequest request{file.string(), false};
    // A file that cannot be read loses nothing: it is looked at before anything is asked.
    if (a.size() == 1 && !app.script_.isRunning()) request.question = "open " + edit::quoted(a.front());
    app.load(std::move(request));
    return std::nullopt;
  };
  open.choices = [&app] {
    std::vector<Command::Choice> choices;
    for (const std::string& name : scenario::builtInScenarios(app.resources_.paths.assets)) {
      choices.push_back({name, "Open the built-in scenario " + name});
    }
    for (const std::filesystem::path& file : app.preferences_.recentFiles) {
      choices.push_back({edit::quoted(file.string()), "Open " + file.string()});
    }
    return choices;
  };
  edit::addCommand(app.commands_, std::move(open), 1, 2);

  Command cancel = edit::command("cancel-reading", "Stop opening the file", "", "File");
  cancel.run = [&app](const Arguments&) -> Failure {
    app.loadIsCancelled_ = true;
    return std::nullopt;
  };
  cancel.isPossible = [&app] { return app.loader_->isBusy(); };
  edit::addCommand(app.commands_, std::move(cancel), 0, 0);
}

void WindowCommands::addSaving(Application& app) {
  Command save = edit::command("save", "Save", "[FILE [overwrite]]", "File", "Ctrl+S");
  save.run = [&app](const Arguments& a) -> Failure {
    if (a.size() == 2 && a[1] != "overwrite") return plainError(fmt::format("\"{}\" is not overwrite.", a[1]));
    if (!a.empty()) return app.save(expandedHome(a.front()), a.size() == 2);
    if (!app.workspace_.file().empty()) return app.save(app.workspace_.file(), false);
    app.run("save-dialog");
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(save), 0, 2);

  Command recover = edit::command("recover", "Restore unsaved changes of an earlier run", "[discard]", "File");
  recover.isPossible = [&app] { return app.unsaved_.hasEarlier(); };
  recover.run = [&app](const Arguments& a) -> Failure {
    if (auto problem = wantsDiscard(a, 0)) return problem;
    if (!app.unsaved_.hasEarlier()) return plainError("No earlier run left unsaved changes.");
    if (!a.empty()) {
      app.unsaved_.discardEarlier();
    } else if (mayLoseChanges(app, a, 0, "recover")) {
      app.recover();
    }
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(recover), 0, 1);

  Command revert = edit::command("revert", "Read the file again", "[discard]", "File", "F5");
  revert.run = [&app](const Arguments& a) -> Failure {
    if (auto problem = wantsDiscard(a, 0)) return problem;
    if (!mayLoseChanges(app, a, 0, "revert")) return std::nullopt;
    const std::filesystem::path file = app.workspace_.file();
    app.load(file.empty() ? LoadRequest{app.workspace_.name(), false} : LoadRequest{file.string(), true});
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(revert), 0, 1);

  Command quit = edit::command("quit", "Quit", "[discard]", "File", "Ctrl+Q");
  quit.run = [&app](const Arguments& a) -> Failure {
    if (auto problem = wantsDiscard(a, 0)) return problem;
    if (mayLoseChanges(app, a, 0, "quit")) app.quits_ = true;
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(quit), 0, 1);
}

}  // namespace cordon::app
