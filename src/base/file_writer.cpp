#include "base/file_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

#include "base/signal_delay.h"

namespace cordon {

namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
  return std::error_code(error, std::generic_category()).message();
}

Diagnostic failure(const fs::path& path, const std::string& why, std::string mend = {}) {
  return plainError(fmt::format("{} cannot be written: {}.", path.string(), why), std::move(mend));
}

fs::path folderOf(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Where a chain of symbolic links ends, so that the links stay and their target is replaced.
fs::path linkTarget(fs::path path) {
  constexpr int kMaxLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMaxLinks && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
    const fs::path target = fs::read_symlink(path, error);
    path = target.is_absolute() ? target : folderOf(path) / target;
  }
  return path;
}

class FileHandle {
 public:
  explicit FileHandle(int descriptor) : descriptor_(descriptor) {}
  ~FileHandle() { close(); }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  bool isOpen() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  /// Some file systems tell only here that the disk is full.
  bool close() {
    const int descriptor = std::exchange(descriptor_, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
  }

  bool write(std::span<const std::uint8_t> bytes) {
    // Linux writes at most 2 GiB a call; smaller pieces let a signal through.
    constexpr std::size_t kPieceBytes = std::size_t{1} << 24U;
    while (!bytes.empty() && !SignalDelay::isPending()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), std::min(bytes.size(), kPieceBytes));
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
  }

 private:
  int descriptor_;
};

class TemporaryFile {
 public:
  /// Makes a new file of a name that nothing else has.
  static TemporaryFile create(const fs::path& target, mode_t mode) {
    constexpr int kTries = 100;
    int descriptor = -1;
    fs::path path;
    for (int i = 0; i < kTries && descriptor < 0; ++i) {
      path = folderOf(target) / fmt::format(".{}.{}-{}.part", target.filename().string().substr(0, 200), ::getpid(), i);
      descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (descriptor < 0 && errno != EEXIST) break;
    }
    return TemporaryFile(std::move(path), descriptor);
  }

  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  FileHandle& handle() { return handle_; }

  bool moveTo(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  TemporaryFile(fs::path path, int descriptor)
      : path_(descriptor < 0 ? fs::path() : std::move(path)), handle_(descriptor) {}

  fs::path path_;
  FileHandle handle_;
};

std::optional<Diagnostic> writeDirectly(const fs::path& path, std::span<const std::uint8_t> bytes) {
  FileHandle file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.isOpen() || !file.write(bytes) || !file.close()) return failure(path, reason(errno));
  return std::nullopt;
}

/// Makes a rename in the folder last. A folder that may not be read, or whose file system knows no such flush, is left
/// to the system.
bool flushFolder(const fs::path& folder) {
  FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return !handle.isOpen() || ::fsync(handle.descriptor()) == 0 || errno == EINVAL || errno == ENOTSUP;
}

}  // namespace

std::optional<Diagnostic> whyNotWritable(const fs::path& path) {
  if (path.empty()) return failure(path, "it has no name");
  const fs::path target = linkTarget(path);
  const fs::path folder = folderOf(target);
  struct stat folderStatus = {};
  if (::stat(folder.c_str(), &folderStatus) != 0) {
    return failure(path, fmt::format("the folder {}: {}", folder.string(), reason(errno)), "Make the folder first.");
  }
  if (!S_ISDIR(folderStatus.st_mode)) return failure(path, fmt::format("{} is no folder", folder.string()));
  struct stat status = {};
  if (::stat(target.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return failure(path, "it is a folder", "Name a file in it.");
    if (::access(target.c_str(), W_OK) != 0) return failure(path, reason(errno));
    if (!S_ISREG(status.st_mode)) return std::nullopt;
  } else if (errno != ENOENT) {
    return failure(path, reason(errno));
  }
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return failure(path, fmt::format("the folder {}: {}", folder.string(), reason(errno)));
  }
  return std::nullopt;
}

std::optional<Diagnostic> writeFile(const fs::path& path, std::span<const std::uint8_t> bytes, Readers readers) {
  // Signals are held back for the whole process: one writer at a time.
  static std::mutex oneAtATime;
  const std::lock_guard lock(oneAtATime);
  const SignalDelay delay;
  const fs::path target = linkTarget(path);
  struct stat status = {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return failure(path, "it is a folder");
  if (exists && !S_ISREG(status.st_mode)) return writeDirectly(target, bytes);

  TemporaryFile temporary = TemporaryFile::create(target, readers == Readers::OwnerOnly ? 0600 : 0666);
  FileHandle& handle = temporary.handle();
  if (!handle.isOpen()) return failure(path, reason(errno));
  if (exists && ::fchmod(handle.descriptor(), status.st_mode & 07777U) != 0) return failure(path, reason(errno));
  if (!handle.write(bytes) || ::fsync(handle.descriptor()) != 0 || !handle.close()) return failure(path, reason(errno));
  if (SignalDelay::isPending()) return failure(path, "interrupted");
  if (!temporary.moveTo(target)) return failure(path, reason(errno));
  if (!flushFolder(folderOf(target))) {
    return plainError(fmt::format("{} was written, but may not last: {}.", path.string(), reason(errno)));
  }
  return std::nullopt;
}

std::optional<Diagnostic> writeFile(const fs::path& path, std::string_view text, Readers readers) {
  return writeFile(path, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()), readers);
}

}  // namespace cordon
