#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "base/diagnostic.h"
#include "edit/abandoned_journal.h"

namespace cordon::edit {

/// Writes down every change of one scenario as it is made, so that the next start can offer what was not saved
/// (findAbandoned()).
///
/// One thread writes, which makes a change safe from the program's end; another flushes to the disk, at most each half
/// second, which makes it safe from a power cut. Calls of the owner wait for neither. There is a file only while there
/// are changes. What cannot be written (a full disk, a folder that takes nothing) is told once, kept, and tried again
/// each second. Belongs to one thread.
class Journal {
 public:
  /// Entries of more bytes than this since the base are better replaced by compact().
  static constexpr std::size_t kLargeBytes = std::size_t{64} << 20U;

  /// Begins a journal in a folder, which is made when it is needed.
  Journal(std::filesystem::path folder, JournalBase base);
  /// Goes on with a journal that was abandoned, behind what is sound of it.
  explicit Journal(AbandonedJournal abandoned);
  /// Writes and flushes what is left. The file stays where there are changes: restart() removes it.
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// Notes a change, which was made just now.
  void add(JournalMove move, std::string step, std::string payload);
  /// The scenario is as its file has it (saved, or its changes thrown away): removes what was noted. `base` is what
  /// later changes are steps from.
  void restart(JournalBase base);
  /// Replaces what was noted by the scenario as it is now. `presentText` is called once, by another thread.
  void compact(std::function<std::string()> presentText);
  /// Whether compact() is due.
  bool isLarge() const;

  /// Waits until all that was noted is on the disk; false where that failed. To be called before a save: should the
  /// program end between the save and restart(), the journal then leads to just what the file holds.
  bool flush();
  /// Why changes are not written down: the first reason, once.
  std::optional<Diagnostic> takeWarning();

 private:
  struct Compaction {
    std::function<std::string()> presentText;
  };
  using Job = std::variant<JournalEntry, JournalBase, Compaction>;

  void start();
  void replaceJobs(Job job);
  void writeLoop();
  void flushLoop();
  /// Does a job; false where it has to be tried again.
  bool perform(const Job& job);
  bool write(const JournalEntry& entry);
  bool write(const JournalBase& base);
  bool write(const Compaction& compaction);
  bool createFile(const JournalBase& base);
  void fail(Diagnostic why);

  // Of the writing thread alone.
  std::filesystem::path folder_;
  std::filesystem::path path_;  // of the file, once there was one
  JournalBase base_;            // its text only as long as it is in no file
  std::uint64_t chain_ = 0;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::shared_ptr<JournalFile> file_;  // set by the writing thread alone
  std::deque<Job> jobs_;
  std::size_t entryBytes_ = 0;  // noted since the base
  std::size_t replaced_ = 0;    // counts replaceJobs()
  bool isWriting_ = false;
  bool isUnflushed_ = false;
  bool isFlushing_ = false;
  bool isFailing_ = false;
  bool isHurried_ = false;  // flush() waits
  bool isEnding_ = false;
  bool isWritten_ = false;  // the writing thread has ended
  bool isTold_ = false;
  std::optional<Diagnostic> warning_;

  std::thread writer_;
  std::thread flusher_;
};

}  // namespace cordon::edit
