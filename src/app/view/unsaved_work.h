#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "edit/abandoned_journal.h"
#include "edit/journal.h"
#include "edit/workspace.h"

namespace cordon::app {

/// Writes every change of the open scenario to a journal as it is made, and brings back what an earlier run did not
/// save. Belongs to the thread that draws; the journal's own threads do the writing.
class UnsavedWork {
 public:
  /// What an earlier run left, as it was and as it was left.
  struct Recovered {
    edit::JournalBase base;
    scenario::Document before;
    scenario::Document after;
    std::size_t steps = 0;       ///< that could be taken
    bool baseHasErrors = false;  ///< what is not sound of its file would be lost by saving over it
  };

  /// `folder`: where journals are; nothing: none is kept. `catalogue` must outlive this.
  UnsavedWork(std::optional<std::filesystem::path> folder, const scenario::Catalogue& catalogue);

  /// A scenario was opened, saved or reverted: what was noted of the one before is no longer needed. `text`: what it
  /// was read from or saved as.
  void begin(const edit::Workspace& workspace, std::string text);

  /// Notes what has changed since the last call; call it in each turn of the loop.
  void follow(const edit::Workspace& workspace);

  /// Before a save: the journal must lead to what the file will hold, whenever the program ends.
  void flush();

  /// The program ends as it was asked to: unsaved changes were given up, and are not offered again.
  void discardOwn();

  /// Whether there are changes of an earlier run, and what they are, in words.
  bool hasEarlier() const { return !earlier_.empty(); }
  std::string earlierInWords() const;
  /// Takes the latest of them; its journal goes on with this run. Nothing where it cannot be read: it is left where it
  /// is, and the reason is told by takeWarning().
  std::optional<Recovered> takeEarlier();
  /// Goes on from what takeEarlier() gave, which the workspace now holds.
  void resume(const edit::Workspace& workspace);
  /// Throws the latest of them away.
  void discardEarlier();

  /// What the user should know, once: changes are not written down, or could not be read back.
  std::optional<Diagnostic> takeWarning();

 private:
  std::optional<std::filesystem::path> folder_;
  const scenario::Catalogue& catalogue_;
  std::unique_ptr<edit::Journal> journal_;
  edit::Workspace::DocumentPointer noted_;
  std::vector<edit::AbandonedJournal> earlier_;
  bool isPartlyRead_ = false;  ///< the journal that goes on holds steps that do not fit
  std::optional<Diagnostic> warning_;
};

}  // namespace cordon::app
