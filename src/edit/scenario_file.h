#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"
#include "scenario/document.h"

namespace cordon::edit {

/// A scenario's file as it was last read or written.
struct FileVersion {
  std::filesystem::path file;  ///< empty: the scenario has no file
  std::string text;            ///< what it held; empty: nothing is known of it
};

/// What is done where the file holds something else than the version that was read.
enum class OnChange { Ask, Overwrite };

/// What came of saving.
struct SaveResult {
  enum class Outcome {
    Saved,
    ChangedOnDisk,  ///< another program wrote the file meanwhile: nothing was written
    Failed          ///< the file is as it was
  };
  Outcome outcome = Outcome::Failed;
  std::string text;      ///< what the file holds now; empty where saving failed
  Diagnostics problems;  ///< why it failed; or, where it is saved, why the version before was not kept
};

/// Where the version before is kept: the file's name with a tilde, beside the file that a symbolic link points to.
std::filesystem::path previousVersionOf(const std::filesystem::path& file);

/// Saves a scenario: all of it or nothing (writeFile()), over the lines that it was read from (writeDocumentOver()),
/// and keeps the file's version before as previousVersionOf() says. `read`: what the document was read from or last
/// saved as, whichever file that was. A file that would not change is left alone. Any thread.
SaveResult saveScenario(const scenario::Document& document, const std::filesystem::path& file, const FileVersion& read,
                        OnChange onChange = OnChange::Ask);

}  // namespace cordon::edit
