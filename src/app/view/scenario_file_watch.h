#pragma once

#include <filesystem>
#include <optional>

namespace cordon::app {

/// When a file was last changed; nothing where it cannot be asked.
std::optional<std::filesystem::file_time_type> lastWritten(const std::filesystem::path& path);

/// Notices that the open scenario's file was changed by another program. Belongs to the thread that draws.
class ScenarioFileWatch {
 public:
  using Time = std::filesystem::file_time_type;

  /// What is to be done about a change.
  enum class Change {
    None,
    Reread,  ///< the file is to be read again; asked once for each version
    Tell,    ///< reading it again would lose changes: the user is told, once
  };

  /// Looks at the file (empty: there is none), at most once a second. `isModified`: the scenario has changes of its
  /// own.
  Change look(const std::filesystem::path& file, bool isModified, double nowSeconds);

  /// The scenario is now as in this version of its file, which was read or written.
  void noteTaken(std::optional<Time> written);

  /// The reading that was asked for came to nothing, though nothing is wrong with the file: it is asked for again.
  void noteDropped() { askedFor_.reset(); }

  /// Whether the file is another version than the scenario is of: saving over it would lose that one. What was asked
  /// for and could not be read counts as changed.
  bool isChanged(const std::filesystem::path& file) const;

 private:
  std::optional<Time> taken_;
  std::optional<Time> askedFor_;
  std::optional<double> lookedAtSeconds_;
  bool isTold_ = false;
};

}  // namespace cordon::app
