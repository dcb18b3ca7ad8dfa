#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "edit/journal_file.h"
#include "edit/journal_text.h"

namespace cordon::edit {

/// Changes that were not saved, of a program that ended without being asked to. While this lives no other program finds
/// them.
struct AbandonedJournal {
  JournalContent content;
  UnixMilliseconds lastChange = 0;    ///< when the last sound step was taken
  bool isDamaged = false;             ///< something came after what is sound: cut off in writing, or changed
  std::shared_ptr<JournalFile> file;  ///< of which nobody else may write; not null

  /// Throws the changes away for good; false where the folder does not let it.
  bool discard() { return file->remove(); }
};

/// `$XDG_STATE_HOME/cordon/journal`, else `~/.local/state/cordon/journal`; nothing where neither variable is set.
std::optional<std::filesystem::path> journalFolder();

/// Takes the journals of a folder whose owners are gone, the latest change first. Those without a sound first line are
/// left where they are; those without a change are removed. What they hold may have been saved after all, where the
/// program ended just then: the file is then what the steps lead to. Any thread.
std::vector<AbandonedJournal> findAbandoned(const std::filesystem::path& folder);

}  // namespace cordon::edit
