#include <fmt/format.h>
#include <libdeflate.h>

#include <cstdint>
#include <memory>
#include <optional>

#include "interchange/readers.h"

namespace cordon::interchange {

namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// A little-endian number of a few bytes; nothing beyond the text's end.
std::optional<std::uint32_t> numberAt(const std::string& bytes, std::size_t at, std::size_t count) {
  if (at > bytes.size() || bytes.size() - at < count) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

struct Entry {
  std::string name;
  std::uint32_t method = 0;
  std::uint32_t packedBytes = 0;
  std::uint32_t bytes = 0;
  std::uint32_t checksum = 0;
  std::size_t at = 0;  ///< of its local header
};

/// The entry of the central directory at a place, and where the next begins (PKWARE APPNOTE 4.3.12).
std::optional<std::pair<Entry, std::size_t>> entryAt(const std::string& zip, std::size_t at) {
  if (numberAt(zip, at, 4) != 0x02014b50U) return std::nullopt;
  const auto nameBytes = numberAt(zip, at + 28, 2);
  const auto extraBytes = numberAt(zip, at + 30, 2);
  const auto commentBytes = numberAt(zip, at + 32, 2);
  const auto local = numberAt(zip, at + 42, 4);
  if (!local || zip.size() - at < 46 + std::size_t{*nameBytes}) return std::nullopt;
  Entry entry;
  entry.method = *numberAt(zip, at + 10, 2);
  entry.checksum = *numberAt(zip, at + 16, 4);
  entry.packedBytes = *numberAt(zip, at + 20, 4);
  entry.bytes = *numberAt(zip, at + 24, 4);
  entry.name = zip.substr(at + 46, *nameBytes);
  entry.at = *local;
  return std::pair(std::move(entry), at + 46 + *nameBytes + *extraBytes + *commentBytes);
}

bool isKml(const std::string& name) {
  return name.size() > 4 && (name.ends_with(".kml") || name.ends_with(".KML"));
}

}  // namespace

Result<std::string> kmlOfKmz(const std::string& bytes, const std::string& file) {
  const auto failure = [&file](std::string message, std::string mend = {}) {
    return Result<std::string>::failure(
        Diagnostic{Severity::Error, std::move(message), file, "", std::nullopt, std::move(mend)});
  };
  const std::size_t end = bytes.rfind("PK\x05\x06");
  const auto directory = end == std::string::npos ? std::nullopt : numberAt(bytes, end + 16, 4);
  if (!directory) return failure("The file is no zip archive, or is damaged.", "");
  std::size_t at = *directory;
  std::optional<Entry> found;
  while (!found) {
    auto entry = entryAt(bytes, at);
    if (!entry) break;
    if (isKml(entry->first.name)) found = std::move(entry->first);
    at = entry->second;
  }
  if (!found) return failure("The archive holds no .kml file.");
  if (found->bytes > kMostFileBytes) {
    return failure(
        fmt::format("{} has {} bytes unpacked; at most {} are read.", found->name, found->bytes, kMostFileBytes),
        "Split it.");
  }
  const auto nameBytes = numberAt(bytes, found->at + 26, 2);
  const auto extraBytes = numberAt(bytes, found->at + 28, 2);
  if (!extraBytes) return failure("The archive is damaged.");
  const std::size_t start = found->at + 30 + *nameBytes + *extraBytes;
  if (start > bytes.size() || bytes.size() - start < found->packedBytes) return failure("The archive is damaged.");
  std::string content(found->bytes, '\0');
  if (found->method == 0 && found->packedBytes == found->bytes) {
    content = bytes.substr(start, found->bytes);
  } else if (found->method == 8) {
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> unpacker(libdeflate_alloc_decompressor());
    if (!unpacker || libdeflate_deflate_decompress(unpacker.get(), bytes.data() + start, found->packedBytes,
                                                   content.data(), content.size(), nullptr) != LIBDEFLATE_SUCCESS) {
      return failure("The archive is damaged.");
    }
  } else {
    return failure(fmt::format("{} is packed in a way that is not read.", found->name), "Unpack it to a .kml file.");
  }
  if (libdeflate_crc32(0, content.data(), content.size()) != found->checksum) return failure("The archive is damaged.");
  return Result<std::string>(std::move(content));
}

}  // namespace cordon::interchange
