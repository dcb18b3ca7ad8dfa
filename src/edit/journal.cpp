#include "edit/journal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <iterator>
#include <system_error>
#include <utility>

namespace cordon::edit {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kFlushPause{500};
constexpr std::chrono::seconds kRetryPause{1};

UnixMilliseconds now() {
  const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

/// A name that no other journal of the folder has.
fs::path newPath(const fs::path& folder) {
  std::error_code error;
  for (int i = 0;; ++i) {
    fs::path path = folder / fmt::format("{}-{}-{}.journal", now(), ::getpid(), i);
    if (!fs::exists(path, error)) return path;
  }
}

/// By errno.
Diagnostic systemError(const fs::path& path, std::string_view what) {
  const std::string reason = std::error_code(errno, std::generic_category()).message();
  return plainError(fmt::format("{} cannot be {}: {}.", path.string(), what, reason));
}

/// Signals are for the threads that know what to do with them; that of the size limit becomes an error of write().
void blockSignals() {
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

}  // namespace

Journal::Journal(fs::path folder, JournalBase base) : folder_(std::move(folder)), base_(std::move(base)) {
  start();
}

Journal::Journal(AbandonedJournal abandoned)
    : folder_(abandoned.file->path().parent_path()),
      path_(abandoned.file->path()),
      base_(std::move(abandoned.content.base)),
      chain_(abandoned.content.chain),
      file_(std::move(abandoned.file)) {
  entryBytes_ = abandoned.content.soundBytes - std::min(abandoned.content.soundBytes, base_.text.size());
  base_.text.clear();
  if (abandoned.isDamaged && !file_->truncate(abandoned.content.soundBytes)) {
    fail(systemError(path_, "written"));
  }
  start();
}

Journal::~Journal() {
  {
    const std::lock_guard lock(mutex_);
    isEnding_ = true;
  }
  changed_.notify_all();
  writer_.join();
  {
    const std::lock_guard lock(mutex_);
    isWritten_ = true;
  }
  changed_.notify_all();
  flusher_.join();
}

void Journal::start() {
  writer_ = std::thread([this] { writeLoop(); });
  flusher_ = std::thread([this] { flushLoop(); });
}

void Journal::add(JournalMove move, std::string step, std::string payload) {
  {
    const std::lock_guard lock(mutex_);
    entryBytes_ += step.size() + payload.size();
    jobs_.emplace_back(JournalEntry{move, std::move(step), std::move(payload), now()});
  }
  changed_.notify_all();
}

void Journal::restart(JournalBase base) {
  replaceJobs(std::move(base));
}

void Journal::compact(std::function<std::string()> presentText) {
  replaceJobs(Compaction{std::move(presentText)});
}

/// What waits is in vain: the job says all of it.
void Journal::replaceJobs(Job job) {
  {
    const std::lock_guard lock(mutex_);
    // A base that still waits says what the compaction is of.
    std::optional<JournalBase> base;
    if (std::holds_alternative<Compaction>(job)) {
      for (Job& waiting : jobs_) {
        if (auto* waitingBase = std::get_if<JournalBase>(&waiting)) base = std::move(*waitingBase);
      }
    }
    jobs_.clear();
    if (base) jobs_.emplace_back(std::move(*base));
    jobs_.push_back(std::move(job));
    entryBytes_ = 0;
    ++replaced_;
  }
  changed_.notify_all();
}

bool Journal::isLarge() const {
  const std::lock_guard lock(mutex_);
  return entryBytes_ > kLargeBytes;
}

bool Journal::flush() {
  std::unique_lock lock(mutex_);
  isHurried_ = true;
  changed_.notify_all();
  changed_.wait(lock, [this] { return isFailing_ || (jobs_.empty() && !isWriting_ && !isUnflushed_ && !isFlushing_); });
  isHurried_ = false;
  return !isFailing_;
}

std::optional<Diagnostic> Journal::takeWarning() {
  const std::lock_guard lock(mutex_);
  return std::exchange(warning_, std::nullopt);
}

void Journal::fail(Diagnostic why) {
  const std::lock_guard lock(mutex_);
  isFailing_ = true;
  if (std::exchange(isTold_, true)) return;
  why.severity = Severity::Warning;
  why.message = "Changes are not written down for the case of a crash: " + why.message;
  why.mend = "Save now and then; it is tried again meanwhile.";
  warning_ = std::move(why);
}

void Journal::writeLoop() {
  blockSignals();
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return isEnding_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    isWriting_ = true;
    const std::size_t replaced = replaced_;
    lock.unlock();
    const bool isDone = perform(job);
    lock.lock();
    isWriting_ = false;
    if (isDone) {
      isFailing_ = false;
      changed_.notify_all();
      continue;
    }
    if (replaced == replaced_) jobs_.push_front(std::move(job));
    changed_.notify_all();
    if (isEnding_) return;
    changed_.wait_for(lock, kRetryPause, [&] { return isEnding_ || replaced != replaced_; });
  }
}

void Journal::flushLoop() {
  blockSignals();
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return isUnflushed_ || isWritten_; });
    if (!isUnflushed_) return;
    isUnflushed_ = false;
    isFlushing_ = true;
    const std::shared_ptr<JournalFile> file = file_;
    lock.unlock();
    if (file && !file->flush()) {
      fail(systemError(file->path(), "flushed to the disk"));
    }
    lock.lock();
    isFlushing_ = false;
    changed_.notify_all();
    changed_.wait_for(lock, kFlushPause, [this] { return isWritten_ || isHurried_; });
  }
}

bool Journal::perform(const Job& job) {
  return std::visit([this](const auto& what) { return write(what); }, job);
}

bool Journal::write(const JournalEntry& entry) {
  if (!file_ && !createFile(base_)) return false;
  std::uint64_t chain = chain_;
  if (!file_->append(journalLine(entry, chain))) {
    fail(systemError(path_, "written"));
    return false;
  }
  chain_ = chain;
  const std::lock_guard lock(mutex_);
  isUnflushed_ = true;
  return true;
}

bool Journal::write(const JournalBase& base) {
  if (file_) file_->remove();
  {
    const std::lock_guard lock(mutex_);
    file_.reset();
  }
  base_ = base;
  return true;
}

bool Journal::write(const Compaction& compaction) {
  JournalBase base = base_;
  base.text = compaction.presentText();
  return createFile(base);
}

/// Puts a file with a base, and nothing else, in the place of the one that there may be.
bool Journal::createFile(const JournalBase& base) {
  const fs::path path = file_ ? path_ : newPath(folder_);
  std::uint64_t chain = 0;
  auto file = JournalFile::create(path, journalLine(base, now(), chain));
  if (!file) {
    fail(file.diagnostics().front());
    return false;
  }
  path_ = path;
  chain_ = chain;
  base_.text.clear();
  const std::lock_guard lock(mutex_);
  file_ = std::move(*file);
  return true;
}

}  // namespace cordon::edit
