#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

#include "base/result.h"

namespace cordon::mapdata {

/// What mends map data that is missing or broken.
inline constexpr const char* kMapDataMend =
    "Build the map data again (cmake --build FOLDER --target cordon_packs), or install Cordon again.";

/// A whole file mapped into memory, read-only: pages come from the disk when they are first touched.
///
/// Immutable; may be read from several threads.
class MappedFile {
 public:
  /// Errors: the file cannot be opened or mapped, or is empty.
  static Result<std::unique_ptr<MappedFile>> open(const std::filesystem::path& path);

  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::byte* data() const { return static_cast<const std::byte*>(address_); }
  std::size_t size() const { return bytes_; }

 private:
  MappedFile(std::filesystem::path path, void* address, std::size_t bytes);

  std::filesystem::path path_;
  void* address_;
  std::size_t bytes_;
};

}  // namespace cordon::mapdata
