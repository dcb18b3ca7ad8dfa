#include "edit/journal_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace cordon::edit {

namespace {

namespace fs = std::filesystem;

Result<std::shared_ptr<JournalFile>> failure(const fs::path& path, int error) {
  return Result<std::shared_ptr<JournalFile>>::failure(plainError(fmt::format(
      "{} cannot be written: {}.", path.string(), std::error_code(error, std::generic_category()).message())));
}

/// Writes all of a text at a place, or says no by errno.
bool writeAt(int descriptor, std::string_view text, std::size_t at) {
  while (!text.empty()) {
    const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), static_cast<off_t>(at));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    at += static_cast<std::size_t>(written);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void flushFolder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

/// Whether the open file is the one that has the name: its owner may have removed or replaced it meanwhile.
bool hasName(int descriptor, const fs::path& path) {
  struct stat open = {};
  struct stat named = {};
  return ::fstat(descriptor, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
         open.st_ino == named.st_ino;
}

}  // namespace

JournalFile::JournalFile(fs::path path, int descriptor, std::size_t bytes)
    : path_(std::move(path)), descriptor_(descriptor), bytes_(bytes) {}

JournalFile::~JournalFile() {
  ::close(descriptor_);
}

Result<std::shared_ptr<JournalFile>> JournalFile::create(const fs::path& path, std::string_view text) {
  std::error_code error;
  if (fs::create_directories(path.parent_path(), error)) {
    fs::permissions(path.parent_path(), fs::perms::owner_all, error);
  }
  fs::path part = path;
  part += ".part";
  const int descriptor = ::open(part.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return failure(path, errno);
  std::shared_ptr<JournalFile> file(new JournalFile(path, descriptor, text.size()));
  // Locked before it has its name, it is never seen without an owner.
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !writeAt(descriptor, text, 0) || ::fsync(descriptor) != 0 ||
      ::rename(part.c_str(), path.c_str()) != 0) {
    const int why = errno;
    ::unlink(part.c_str());
    return failure(path, why);
  }
  flushFolder(path.parent_path());
  return file;
}

std::shared_ptr<JournalFile> JournalFile::take(const fs::path& path) {
  constexpr int kFlags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  int descriptor = ::open(path.c_str(), O_RDWR | kFlags);
  if (descriptor < 0) descriptor = ::open(path.c_str(), O_RDONLY | kFlags);
  if (descriptor < 0) return nullptr;
  std::shared_ptr<JournalFile> file(new JournalFile(path, descriptor, 0));
  struct stat status = {};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 || !hasName(descriptor, path)) return nullptr;
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
  file->bytes_ = static_cast<std::size_t>(status.st_size);
  return file;
}

std::string JournalFile::read(std::size_t mostBytes) const {
  std::string text(std::min(bytes_, mostBytes), '\0');
  std::size_t at = 0;
  while (at < text.size()) {
    const ssize_t count = ::pread(descriptor_, text.data() + at, text.size() - at, static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    at += static_cast<std::size_t>(count);
  }
  text.resize(at);
  return text;
}

bool JournalFile::append(std::string_view text) {
  if (writeAt(descriptor_, text, bytes_)) {
    bytes_ += text.size();
    return true;
  }
  const int why = errno;
  truncate(bytes_);
  errno = why;
  return false;
}

bool JournalFile::truncate(std::size_t bytes) {
  if (::ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0) return false;
  bytes_ = bytes;
  return true;
}

bool JournalFile::flush() const {
  return ::fdatasync(descriptor_) == 0;
}

bool JournalFile::remove() {
  return ::unlink(path_.c_str()) == 0 || errno == ENOENT || truncate(0);
}

}  // namespace cordon::edit
