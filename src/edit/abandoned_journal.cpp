#include "edit/abandoned_journal.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/fingerprint.h"
#include "base/home_folder.h"

namespace cordon::edit {

namespace {

namespace fs = std::filesystem;

/// More than a scenario of the greatest size and the steps that a journal may grow by.
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

std::optional<AbandonedJournal> takeJournal(const fs::path& path) {
  std::shared_ptr<JournalFile> file = JournalFile::take(path);
  if (!file) return std::nullopt;
  const std::string text = file->read(kMostBytes);
  std::optional<JournalContent> content = readJournal(text);
  if (!content) return std::nullopt;
  const bool isUnchanged = fingerprint(content->base.text) == content->base.savedFingerprint;
  const bool isDamaged = content->soundBytes < text.size();
  if (content->entries.empty() && isUnchanged && !isDamaged) {
    file->remove();
    return std::nullopt;
  }
  const UnixMilliseconds lastChange = content->entries.empty() ? content->begun : content->entries.back().when;
  return AbandonedJournal{std::move(*content), lastChange, isDamaged, std::move(file)};
}

/// Removes a file that was never given its name, unless somebody may still be writing it.
void removeOld(const fs::path& path) {
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  if (!error && fs::file_time_type::clock::now() - written > std::chrono::hours(24)) fs::remove(path, error);
}

}  // namespace

std::optional<fs::path> journalFolder() {
  // The XDG base directory specification lets a relative path count for none.
  const char* value = std::getenv("XDG_STATE_HOME");  // NOLINT(concurrency-mt-unsafe)
  if (value != nullptr && fs::path(value).is_absolute()) return fs::path(value) / "cordon" / "journal";
  const auto home = homeFolder();
  if (!home) return std::nullopt;
  return *home / ".local" / "state" / "cordon" / "journal";
}

std::vector<AbandonedJournal> findAbandoned(const fs::path& folder) {
  std::vector<AbandonedJournal> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() == ".part") removeOld(path);
    if (path.extension() != ".journal") continue;
    if (auto journal = takeJournal(path)) found.push_back(std::move(*journal));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const AbandonedJournal& a, const AbandonedJournal& b) { return a.lastChange > b.lastChange; });
  return found;
}

}  // namespace cordon::edit
