#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cordon::edit {

/// A file of the journal folder, locked (flock) while this lives: that tells whose it is, and goes with the process
/// however it ends. Writing and flushing may go on at the same time in two threads; all else belongs to one.
class JournalFile {
 public:
  /// Makes a file that holds a text, flushed to the disk before it has its name; replaces an older one, which must be
  /// the caller's. Makes the folder.
  static Result<std::shared_ptr<JournalFile>> create(const std::filesystem::path& path, std::string_view text);
  /// Takes a file whose owner is gone; null where it is owned, is none any more, or cannot be opened.
  static std::shared_ptr<JournalFile> take(const std::filesystem::path& path);

  ~JournalFile();
  JournalFile(const JournalFile&) = delete;
  JournalFile& operator=(const JournalFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// The first bytes, at most `mostBytes`; what can be read of them.
  std::string read(std::size_t mostBytes) const;
  /// Adds all of a text, which is then safe from the process's end, or nothing of it; false sets errno.
  bool append(std::string_view text);
  /// Cuts the file off.
  bool truncate(std::size_t bytes);
  /// Makes what was added safe from a power cut; false sets errno.
  bool flush() const;
  /// Removes the file, or where the folder refuses empties it; false where both fail.
  bool remove();

 private:
  JournalFile(std::filesystem::path path, int descriptor, std::size_t bytes);

  std::filesystem::path path_;
  int descriptor_;
  std::size_t bytes_;
};

}  // namespace cordon::edit
