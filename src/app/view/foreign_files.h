#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/view/latest_worker.h"
#include "edit/feature_edits.h"
#include "edit/workspace.h"
#include "interchange/import.h"
#include "scene/camera.h"

namespace cordon::app {

/// A file of another program as it was read, with what was not kept of it.
struct ForeignFile {
  scenario::Document document;
  Diagnostics told;
};

/// What is asked about a file of another program, off the thread that draws.
struct ForeignRequest {
  enum class Task {
    Import,   ///< add what it holds to the document
    Preview,  ///< look at the columns and the first rows of a table
    Export    ///< write the document as such a file
  };
  Task task = Task::Import;
  std::filesystem::path file;
  edit::Workspace::DocumentPointer document;
  std::string columns;                          ///< of Import: as interchange::readColumns() has it; empty: guessed
  std::shared_ptr<const ForeignFile> imported;  ///< of Import: the file, where it was read already; may be null
  bool overwrites = false;                      ///< of Export: a file that is there
  std::optional<scenario::Date> day;            ///< of Export: only what the map shows then
};

/// What became of it; where `told` has an error, nothing did.
struct ForeignAnswer {
  ForeignRequest request;  ///< with `imported`
  Diagnostics told;
  std::optional<edit::Pasted> merged;
  std::optional<scene::Camera> camera;  ///< over what was added
  std::optional<interchange::TablePreview> table;
};

/// Carries a request out. Never throws; any thread.
ForeignAnswer answerForeign(const ForeignRequest& request, const scenario::Catalogue& catalogue);

/// What the window has to tell and show when a request is done.
struct ForeignOutcome {
  std::filesystem::path file;
  Diagnostics told;      ///< the summary, or the error, last
  bool hasLost = false;  ///< something was not kept
  std::optional<scene::Camera> camera;
  std::optional<interchange::TablePreview> table;
};

/// Brings files of other programs into the open scenario and writes it as such: one at a time. Belongs to the window's
/// thread.
class ForeignFiles {
 public:
  /// The workspace and the catalogue must outlive it; `wake` is called by its own thread.
  ForeignFiles(edit::Workspace& workspace, const scenario::Catalogue& catalogue, std::function<void()> wake);

  /// Begins to add a file's features. `columns` of a table are as interchange::readColumns() has them; empty: guessed.
  /// As of all three, the answer says why it was not begun: another request is under way, the file is of no kind that
  /// serves.
  std::optional<Diagnostic> beginImport(const std::filesystem::path& file, const std::string& columns);
  /// Begins to look at a table.
  std::optional<Diagnostic> beginPreview(const std::filesystem::path& file);
  /// Begins to write the scenario in the format of the file's ending; with a `day` just what the map shows then.
  std::optional<Diagnostic> beginExport(const std::filesystem::path& file, bool overwrites,
                                        std::optional<scenario::Date> day);

  /// Another scenario was opened: what is being imported was meant for the one before.
  void noteOpened() { isDropped_ = isAsked_; }

  /// Takes what is done. What was imported becomes one step of the workspace, is selected, and is added to the document
  /// as it is now, whatever was edited meanwhile. Call it each turn.
  std::optional<ForeignOutcome> follow();

  bool isBusy() const { return isAsked_; }

 private:
  std::optional<Diagnostic> begin(ForeignRequest request);

  edit::Workspace& workspace_;
  bool isAsked_ = false;
  bool isDropped_ = false;
  LatestWorker<ForeignRequest, ForeignAnswer> worker_;  ///< the last: it ends before the rest
};

}  // namespace cordon::app
