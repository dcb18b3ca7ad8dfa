#include "mapdata/vector_pack.h"

#include <cstring>
#include <stdexcept>

namespace cordon::mapdata {

namespace {

constexpr std::size_t kHeaderWords = sizeof(PackHeader) / sizeof(std::uint32_t);

}  // namespace

Result<VectorPack> VectorPack::open(const std::filesystem::path& path, PackKind kind) {
  const auto fail = [&](const std::string& message) {
    return Result<VectorPack>::failure(
        Diagnostic{.message = message, .file = path.string(), .pointer = {}, .position = {}, .mend = kMapDataMend});
  };
  auto file = MappedFile::open(path);
  if (!file) return Result<VectorPack>::failure(file.diagnostics());
  const std::size_t bytes = file.value()->size();
  PackHeader header;
  if (bytes < sizeof(header) || bytes % sizeof(std::uint32_t) != 0) return fail("the vector pack is cut short.");
  std::memcpy(&header, file.value()->data(), sizeof(header));
  if (header.magic != PackHeader::kMagic) return fail("this is not a vector pack.");
  if (header.kind != static_cast<std::uint32_t>(kind)) return fail("the vector pack holds another kind of data.");
  if (header.fileBytes != bytes) return fail("the vector pack is cut short.");
  const bool grid = header.cellMicrodegrees > 0 && header.columns > 0 && header.rows > 0 &&
                    std::uint64_t{header.columns} * static_cast<std::uint64_t>(header.cellMicrodegrees) ==
                        2U * std::uint64_t{kHalfTurnMicrodegrees} &&
                    std::uint64_t{header.rows} * static_cast<std::uint64_t>(header.cellMicrodegrees) ==
                        2U * std::uint64_t{kQuarterTurnMicrodegrees};
  if (!grid || !(header.toleranceMeters >= 0.0) ||
      kHeaderWords + 2 * std::uint64_t{header.columns} * header.rows > bytes / sizeof(std::uint32_t)) {
    return fail("the vector pack's header is broken.");
  }
  return VectorPack(std::move(file).value(), header);
}

const std::uint32_t* VectorPack::cellEntry(int column, int row) const {
  return words() + kHeaderWords +
         2 * (static_cast<std::size_t>(row) * header_.columns + static_cast<std::size_t>(column));
}

unsigned VectorPack::parity(int column, int row) const {
  return cellEntry(column, row)[1] & 3U;
}

VectorPack::CellReader VectorPack::cell(int column, int row) const {
  const std::uint32_t* entry = cellEntry(column, row);
  return {entry[0], entry[1] >> 2U};
}

bool VectorPack::next(CellReader& reader, Chain& chain) const {
  if (reader.chainsLeft == 0) return false;
  const auto broken = [&] { throw std::runtime_error(file_->path().string() + ": the vector pack is broken"); };
  if (reader.word >= wordCount()) broken();
  const std::uint32_t head = words()[reader.word];
  chain.count = head >> 8U;
  chain.chainClass = head & 255U;
  if (chain.count < 2 || wordCount() - reader.word - 1 < 2 * std::size_t{chain.count}) broken();
  static_assert(sizeof(PackPoint) == 8 && alignof(PackPoint) == 4);
  chain.points = reinterpret_cast<const PackPoint*>(words() + reader.word + 1);
  reader.word += 1 + 2 * std::size_t{chain.count};
  --reader.chainsLeft;
  return true;
}

}  // namespace cordon::mapdata
