#include "ui/unsaved_question.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "ui/question.h"

namespace cordon::ui {

void drawUnsavedQuestion(const Panel& panel) {
  std::string& waiting = panel.state.unsavedQuestion;
  if (waiting.empty()) return;
  const auto answer = askQuestion(
      panel, "Unsaved changes",
      fmt::format("{} has changes that are not saved. What shall become of them?", panel.view.workspace.name()),
      {"Save", "Discard", "Cancel"});
  if (!answer) return;
  const std::string line = std::exchange(waiting, {});
  if (*answer == 0) {
    panel.run("save");
    // A scenario without a file is asked for its name first; what waited is then asked for again.
    if (!panel.view.workspace.file().empty()) panel.run(line);
  } else if (*answer == 1) {
    panel.run(line + " discard");
  }
}

void drawChangedFileQuestion(const Panel& panel) {
  std::string& file = panel.state.changedFile;
  if (file.empty()) return;
  const auto answer =
      askQuestion(panel, "The file changed on disk",
                  fmt::format("Another program wrote {} after it was read here. \"Mine\" keeps your version there, and "
                              "the other one beside it, its name with a tilde. \"Theirs\" throws your changes away.",
                              file),
                  {"Save as…", "Mine", "Theirs", "Cancel"});
  if (!answer) return;
  const std::string name = std::exchange(file, {});
  if (*answer == 0) panel.run("save-dialog");
  if (*answer == 1) panel.run("save " + edit::quoted(name) + " overwrite");
  if (*answer == 2) panel.run("revert discard");
}

void drawRecoveryQuestion(const Panel& panel) {
  if (panel.state.recoverable.empty()) return;
  const auto answer =
      askQuestion(panel, "Unsaved changes were found", panel.state.recoverable, {"Restore", "Discard", "Later"});
  if (!answer) return;
  panel.state.recoverable.clear();
  if (*answer == 0) panel.run("recover");
  if (*answer == 1) panel.run("recover discard");
}

}  // namespace cordon::ui
