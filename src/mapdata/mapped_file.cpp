#include "mapdata/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cordon::mapdata {

namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int get() const { return number_; }

 private:
  int number_;
};

}  // namespace

Result<std::unique_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& message) {
    return Result<std::unique_ptr<MappedFile>>::failure(
        Diagnostic{.message = message, .file = path.string(), .pointer = {}, .position = {}, .mend = kMapDataMend});
  };
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(fmt::format("cannot open the map data: {}.", std::strerror(errno)));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0)
    return fail(fmt::format("cannot examine the map data: {}.", std::strerror(errno)));
  const auto bytes = static_cast<std::size_t>(status.st_size);
  if (bytes == 0) return fail("the file is empty.");
  void* address = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (address == MAP_FAILED) return fail(fmt::format("cannot map the file: {}.", std::strerror(errno)));
  return std::unique_ptr<MappedFile>(new MappedFile(path, address, bytes));
}

MappedFile::MappedFile(std::filesystem::path path, void* address, std::size_t bytes)
    : path_(std::move(path)), address_(address), bytes_(bytes) {}

MappedFile::~MappedFile() {
  ::munmap(address_, bytes_);
}

}  // namespace cordon::mapdata
