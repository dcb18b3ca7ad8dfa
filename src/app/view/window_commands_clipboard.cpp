#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/view/application.h"
#include "app/view/window_commands.h"
#include "edit/edit_commands.h"
#include "edit/feature_edits.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

std::string countedFeatures(std::size_t count) {
  return count == 1 ? "1 feature" : fmt::format("{} features", count);
}

}  // namespace

/// What was copied is GeoJSON text: other programs, and other windows of this one, take it as it is.
void WindowCommands::addClipboard(Application& app) {
  edit::Workspace& workspace = app.workspace_;
  const auto isPossible = [&workspace] { return !edit::selectedFeatures(workspace).empty(); };
  const auto copySelected = [&app, &workspace]() -> Failure {
    const std::vector<std::string> ids = edit::selectedFeatures(workspace);
    if (ids.empty()) return plainError("Nothing that can be copied is selected.", "Select a site, a line or an area.");
    app.window_.setClipboard(edit::copiedText(workspace.document(), ids));
    app.tell(Severity::Note, fmt::format("Copied {} as GeoJSON.", countedFeatures(ids.size())));
    return std::nullopt;
  };

  Command copy = edit::command("copy", "Copy", "[TEXT]", "Edit", "Ctrl+C");
  copy.isPossible = isPossible;
  copy.run = [&app, copySelected](const Arguments& a) -> Failure {
    if (a.empty()) return copySelected();
    app.window_.setClipboard(a.front());
    app.tell(Severity::Note, "Copied: " + a.front());
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(copy), 0, 1);

  Command cut = edit::command("cut", "Cut", "", "Edit", "Ctrl+X");
  cut.isPossible = isPossible;
  cut.run = [&app, copySelected](const Arguments&) -> Failure {
    if (Failure problem = copySelected()) return problem;
    return app.commands_.run("delete");
  };
  edit::addCommand(app.commands_, std::move(cut), 0, 0);

  Command paste = edit::command("paste", "Paste", "[TEXT]", "Edit", "Ctrl+V");
  paste.run = [&app, &workspace](const Arguments& a) -> Failure {
    const std::string text = a.empty() ? app.window_.clipboard() : a.front();
    if (text.empty()) return plainError("The clipboard is empty.", "Copy sites, or GeoJSON text, first.");
    Result<edit::Pasted> pasted = edit::pasted(workspace.document(), text, app.resources_.catalogue);
    if (!pasted) return pasted.diagnostics().front();
    for (const Diagnostic& problem : pasted.diagnostics()) app.tell(problem);
    const std::vector<std::string> ids = pasted->ids;
    workspace.apply("Paste " + countedFeatures(ids.size()), std::move(pasted).value().document);
    edit::selectFeatures(workspace, ids);
    app.tell(Severity::Note, fmt::format("Pasted {}.", countedFeatures(ids.size())));
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(paste), 0, 1);
}

void WindowCommands::addHistory(Application& app) {
  edit::Workspace& workspace = app.workspace_;
  Command jump = edit::command("history-jump", "Go to a step of the history", "N", "Edit");
  jump.inPalette = false;
  jump.run = [&workspace](const Arguments& a) -> Failure {
    if (a.front() == "0") {
      workspace.jumpTo(0);
      return std::nullopt;
    }
    const Result<std::size_t> step = edit::readIndex("step", a.front(), workspace.history().stepCount());
    if (!step) return step.diagnostics().front();
    workspace.jumpTo(*step);
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(jump), 1, 1);
}

}  // namespace cordon::app
