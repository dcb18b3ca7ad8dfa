#include <libdeflate.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "interchange/writers.h"

namespace cordon::interchange {

namespace {

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

class LittleEndian {
 public:
  LittleEndian& u16(std::uint32_t value) { return add(value, 2); }
  LittleEndian& u32(std::uint32_t value) { return add(value, 4); }
  const std::string& bytes() const { return bytes_; }

 private:
  LittleEndian& add(std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes_ += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return *this;
  }
  std::string bytes_;
};

std::string deflated(std::string_view content) {
  const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(libdeflate_alloc_compressor(6));
  if (!compressor) throw std::bad_alloc();
  std::string packed(libdeflate_deflate_compress_bound(compressor.get(), content.size()), '\0');
  packed.resize(
      libdeflate_deflate_compress(compressor.get(), content.data(), content.size(), packed.data(), packed.size()));
  return packed;
}

}  // namespace

std::string zipOf(const std::string& name, std::string_view content) {
  // ZIP's classic form: PKWARE APPNOTE 4.3. Version 2.0, deflate, names in UTF-8, the date 1980-01-01.
  constexpr std::uint32_t kUtf8Names = 1U << 11U;
  constexpr std::uint32_t kFirstDate = (1U << 5U) | 1U;
  if (content.size() > 0xFFFFFFFEU) throw std::length_error("too large for a zip archive");
  const std::string packed = deflated(content);
  const std::uint32_t checksum = libdeflate_crc32(0, content.data(), content.size());
  LittleEndian common;
  common.u16(20).u16(kUtf8Names).u16(8).u16(0).u16(kFirstDate).u32(checksum);
  common.u32(static_cast<std::uint32_t>(packed.size())).u32(static_cast<std::uint32_t>(content.size()));
  common.u16(static_cast<std::uint32_t>(name.size())).u16(0);

  const std::string local = LittleEndian().u32(0x04034b50).bytes() + common.bytes() + name + packed;
  const std::string central = LittleEndian().u32(0x02014b50).u16(20).bytes() + common.bytes() +
                              LittleEndian().u16(0).u16(0).u16(0).u32(0).u32(0).bytes() + name;
  LittleEndian end;
  end.u32(0x06054b50).u16(0).u16(0).u16(1).u16(1).u32(static_cast<std::uint32_t>(central.size()));
  end.u32(static_cast<std::uint32_t>(local.size())).u16(0);
  return local + central + end.bytes();
}

}  // namespace cordon::interchange
