#include "mapdata/vector_pack.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace cordon::mapdata {

namespace {

constexpr std::size_t kHeaderWords = sizeof(PackHeader) / 4;

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

class VectorPack::Mapping {
 public:
  Mapping(std::filesystem::path path, void* address, std::size_t bytes)
      : path_(std::move(path)), address_(address), bytes_(bytes) {
    std::memcpy(&header_, address_, sizeof(header_));
  }
  ~Mapping() { ::munmap(address_, bytes_); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const PackHeader& header() const { return header_; }
  const std::uint32_t* words() const { return static_cast<const std::uint32_t*>(address_); }
  std::size_t wordCount() const { return bytes_ / 4; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  void* address_;
  std::size_t bytes_;
  PackHeader header_;
};

VectorPack::VectorPack(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
VectorPack::VectorPack(VectorPack&&) noexcept = default;
VectorPack& VectorPack::operator=(VectorPack&&) noexcept = default;
VectorPack::~VectorPack() = default;

Result<VectorPack> VectorPack::open(const std::filesystem::path& path, PackKind kind) {
  const auto fail = [&](const std::string& message) {
    return Result<VectorPack>::failure(Diagnostic{.message = message,
                                                  .file = path.string(),
                                                  .pointer = {},
                                                  .position = {},
                                                  .mend = "Rebuild or reinstall the map data."});
  };
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(fmt::format("cannot open the vector pack: {}", std::strerror(errno)));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0)
    return fail(fmt::format("cannot examine the vector pack: {}", std::strerror(errno)));
  const auto bytes = static_cast<std::size_t>(status.st_size);
  if (bytes < sizeof(PackHeader) || bytes % 4 != 0) return fail("the vector pack is cut short");
  void* address = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (address == MAP_FAILED) return fail(fmt::format("cannot map the vector pack: {}", std::strerror(errno)));
  VectorPack pack(std::make_unique<Mapping>(path, address, bytes));

  const PackHeader& header = pack.mapping_->header();
  if (header.magic != PackHeader::kMagic) return fail("this is not a vector pack");
  if (header.kind != static_cast<std::uint32_t>(kind)) return fail("the vector pack holds another kind of data");
  if (header.fileBytes != bytes) return fail("the vector pack is cut short");
  const bool grid = header.cellMicrodegrees > 0 && header.columns > 0 && header.rows > 0 &&
                    std::uint64_t{header.columns} * static_cast<std::uint64_t>(header.cellMicrodegrees) ==
                        2U * std::uint64_t{kHalfTurnMicrodegrees} &&
                    std::uint64_t{header.rows} * static_cast<std::uint64_t>(header.cellMicrodegrees) ==
                        2U * std::uint64_t{kQuarterTurnMicrodegrees};
  if (!grid || !(header.toleranceMeters >= 0.0) ||
      kHeaderWords + 2 * std::uint64_t{header.columns} * header.rows > pack.mapping_->wordCount()) {
    return fail("the vector pack's header is broken");
  }
  return pack;
}

double VectorPack::toleranceMeters() const {
  return mapping_->header().toleranceMeters;
}

std::int32_t VectorPack::cellMicrodegrees() const {
  return mapping_->header().cellMicrodegrees;
}

int VectorPack::columns() const {
  return static_cast<int>(mapping_->header().columns);
}

int VectorPack::rows() const {
  return static_cast<int>(mapping_->header().rows);
}

unsigned VectorPack::parity(int column, int row) const {
  const std::size_t number =
      static_cast<std::size_t>(row) * mapping_->header().columns + static_cast<std::size_t>(column);
  return mapping_->words()[kHeaderWords + 2 * number + 1] & 3U;
}

VectorPack::CellReader VectorPack::cell(int column, int row) const {
  const std::size_t number =
      static_cast<std::size_t>(row) * mapping_->header().columns + static_cast<std::size_t>(column);
  const std::uint32_t* entry = mapping_->words() + kHeaderWords + 2 * number;
  return {entry[0], entry[1] >> 2U};
}

bool VectorPack::next(CellReader& reader, Chain& chain) const {
  if (reader.chainsLeft == 0) return false;
  const auto broken = [&] { throw std::runtime_error(mapping_->path().string() + ": the vector pack is broken"); };
  if (reader.word >= mapping_->wordCount()) broken();
  const std::uint32_t head = mapping_->words()[reader.word];
  chain.count = head >> 8U;
  chain.chainClass = head & 255U;
  if (chain.count < 2 || mapping_->wordCount() - reader.word - 1 < 2 * std::size_t{chain.count}) broken();
  static_assert(sizeof(PackPoint) == 8 && alignof(PackPoint) == 4);
  chain.points = reinterpret_cast<const PackPoint*>(mapping_->words() + reader.word + 1);
  reader.word += 1 + 2 * std::size_t{chain.count};
  --reader.chainsLeft;
  return true;
}

}  // namespace cordon::mapdata
