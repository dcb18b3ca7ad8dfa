#include "mapdata/pack/pack_builder.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <system_error>

namespace cordon::mapdata {

namespace {

constexpr std::int32_t kTurn = 2 * kHalfTurnMicrodegrees;

int floorDivide(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return static_cast<int>(a % b < 0 ? q - 1 : q);
}

bool onSameLine(std::int32_t a, std::int32_t b, std::int32_t line) {
  return a == line && b == line;
}

bool onlyCloses(PackPoint a, PackPoint b, const PackBox& box) {
  return onSameLine(a.lon, b.lon, kHalfTurnMicrodegrees) || onSameLine(a.lon, b.lon, -kHalfTurnMicrodegrees) ||
         onSameLine(a.lat, b.lat, -kQuarterTurnMicrodegrees) || onSameLine(a.lon, b.lon, box.west) ||
         onSameLine(a.lon, b.lon, box.east) || onSameLine(a.lat, b.lat, box.south) ||
         onSameLine(a.lat, b.lat, box.north);
}

// Whether a segment, whose box overlaps a cell's closed box, touches that box.
bool touches(PackPoint a, PackPoint b, std::int64_t west, std::int64_t south, std::int64_t side) {
  const std::int64_t dx = std::int64_t{b.lon} - a.lon;
  const std::int64_t dy = std::int64_t{b.lat} - a.lat;
  const auto corner = [&](std::int64_t x, std::int64_t y) { return dx * (y - a.lat) - dy * (x - a.lon); };
  const std::int64_t sides[] = {corner(west, south), corner(west + side, south), corner(west, south + side),
                                corner(west + side, south + side)};
  return *std::min_element(std::begin(sides), std::end(sides)) <= 0 &&
         *std::max_element(std::begin(sides), std::end(sides)) >= 0;
}

PackLine shifted(const PackLine& line, std::int32_t by) {
  PackLine copy = line;
  for (PackPoint& point : copy.points) point.lon += by;
  return copy;
}

// The lines and, for those that run past the dateline, their copies on the other side.
std::vector<PackLine> withCopies(const std::vector<PackLine>& lines) {
  std::vector<PackLine> all;
  for (const PackLine& line : lines) {
    if (line.points.size() < 2) continue;
    const auto [least, most] = std::minmax_element(line.points.begin(), line.points.end(),
                                                   [](PackPoint a, PackPoint b) { return a.lon < b.lon; });
    if (most->lon > kHalfTurnMicrodegrees) all.push_back(shifted(line, -kTurn));
    if (least->lon < -kHalfTurnMicrodegrees) all.push_back(shifted(line, kTurn));
    all.push_back(line);
  }
  return all;
}

}  // namespace

struct PackBuilder::CellRange {
  int firstColumn = 0;
  int firstRow = 0;
  int lastColumn = 0;
  int lastRow = 0;
};

PackBuilder::PackBuilder(PackKind kind, std::int32_t cellMicrodegrees, double toleranceMeters)
    : kind_(kind),
      cell_(cellMicrodegrees),
      toleranceMeters_(toleranceMeters),
      columns_(kTurn / cellMicrodegrees),
      rows_(kHalfTurnMicrodegrees / cellMicrodegrees),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

void PackBuilder::setLayer(const std::vector<PackLine>& lines, const PackBox& box) {
  CellRange range;
  range.firstColumn = (box.west + kHalfTurnMicrodegrees) / cell_;
  range.firstRow = (box.south + kQuarterTurnMicrodegrees) / cell_;
  range.lastColumn = (box.east + kHalfTurnMicrodegrees) / cell_ - 1;
  range.lastRow = (box.north + kQuarterTurnMicrodegrees) / cell_ - 1;
  for (int row = range.firstRow; row <= range.lastRow; ++row) {
    for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
      cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)] =
          {};
    }
  }
  const std::vector<PackLine> all = withCopies(lines);
  std::uint64_t vertex = 1;
  for (const PackLine& line : all) {
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i, ++vertex) {
      if (onlyCloses(line.points[i], line.points[i + 1], box)) continue;
      addSegment(line.points[i], line.points[i + 1], line.lineClass, vertex, range);
    }
    ++vertex;
  }
  if (kind_ == PackKind::Coast) setParity(all, range);
}

void PackBuilder::addSegment(PackPoint a, PackPoint b, unsigned lineClass, std::uint64_t vertex,
                             const CellRange& range) {
  const auto low = [&](std::int32_t x, std::int32_t origin) {
    return floorDivide(std::int64_t{x} - 1 - origin, cell_);
  };
  const auto high = [&](std::int32_t x, std::int32_t origin) { return floorDivide(std::int64_t{x} - origin, cell_); };
  const int firstColumn = std::max(range.firstColumn, low(std::min(a.lon, b.lon), -kHalfTurnMicrodegrees));
  const int lastColumn = std::min(range.lastColumn, high(std::max(a.lon, b.lon), -kHalfTurnMicrodegrees));
  const int firstRow = std::max(range.firstRow, low(std::min(a.lat, b.lat), -kQuarterTurnMicrodegrees));
  const int lastRow = std::min(range.lastRow, high(std::max(a.lat, b.lat), -kQuarterTurnMicrodegrees));
  const auto push = [](Cell& cell, PackPoint point) {
    cell.words.push_back(static_cast<std::uint32_t>(point.lon));
    cell.words.push_back(static_cast<std::uint32_t>(point.lat));
  };
  for (int row = firstRow; row <= lastRow; ++row) {
    for (int column = firstColumn; column <= lastColumn; ++column) {
      const std::int64_t west = std::int64_t{column} * cell_ - kHalfTurnMicrodegrees;
      const std::int64_t south = std::int64_t{row} * cell_ - kQuarterTurnMicrodegrees;
      if (!touches(a, b, west, south, cell_)) continue;
      Cell& cell =
          cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
      if (cell.openVertex != vertex) {
        cell.openChain = cell.words.size();
        cell.words.push_back((1U << 8U) | lineClass);
        ++cell.chains;
        push(cell, a);
      }
      cell.words[cell.openChain] += 1U << 8U;
      push(cell, b);
      cell.openVertex = vertex + 1;
    }
  }
}

void PackBuilder::setParity(const std::vector<PackLine>& lines, const CellRange& range) {
  // Reference points lie at odd half microdegrees: no vertex is ever level with one.
  struct Crossing {
    double lon = 0.0;
    unsigned lineClass = 0;
  };
  std::vector<std::vector<Crossing>> crossings(static_cast<std::size_t>(range.lastRow - range.firstRow + 1));
  for (const PackLine& line : lines) {
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
      const PackPoint a = line.points[i];
      const PackPoint b = line.points[i + 1];
      const std::int64_t south = std::int64_t{std::min(a.lat, b.lat)} + kQuarterTurnMicrodegrees;
      const std::int64_t north = std::int64_t{std::max(a.lat, b.lat)} + kQuarterTurnMicrodegrees;
      const int first = std::max(range.firstRow, floorDivide(south - 1, cell_) + 1);
      const int last = std::min(range.lastRow, floorDivide(north - 1, cell_));
      for (int row = first; row <= last; ++row) {
        const double lat = static_cast<double>(row) * cell_ - kQuarterTurnMicrodegrees + 0.5;
        const double lon =
            a.lon + (lat - a.lat) * (static_cast<double>(b.lon) - a.lon) / (static_cast<double>(b.lat) - a.lat);
        crossings[static_cast<std::size_t>(row - range.firstRow)].push_back({lon, line.lineClass});
      }
    }
  }
  for (int row = range.firstRow; row <= range.lastRow; ++row) {
    std::vector<Crossing>& at = crossings[static_cast<std::size_t>(row - range.firstRow)];
    std::sort(at.begin(), at.end(), [](const Crossing& a, const Crossing& b) { return a.lon < b.lon; });
    unsigned parity = 0;
    std::size_t next = 0;
    for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
      const double lon = static_cast<double>(column) * cell_ - kHalfTurnMicrodegrees + 0.5;
      while (next < at.size() && at[next].lon <= lon) parity ^= at[next++].lineClass;
      cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)]
          .parity = parity;
    }
  }
}

Result<std::size_t> PackBuilder::write(const std::filesystem::path& path) const {
  const auto fail = [&](const char* message) {
    return Result<std::size_t>::failure(
        Diagnostic{.message = message, .file = path.string(), .pointer = {}, .position = {}, .mend = {}});
  };
  std::vector<std::uint32_t> directory;
  std::uint64_t word = sizeof(PackHeader) / 4 + 2 * cells_.size();
  for (const Cell& cell : cells_) {
    directory.push_back(cell.words.empty() ? 0 : static_cast<std::uint32_t>(word));
    directory.push_back(cell.chains << 2U | cell.parity);
    word += cell.words.size();
  }
  if (word > std::numeric_limits<std::uint32_t>::max()) return fail("the pack would be too large");
  PackHeader header;
  header.kind = static_cast<std::uint32_t>(kind_);
  header.cellMicrodegrees = cell_;
  header.columns = static_cast<std::uint32_t>(columns_);
  header.rows = static_cast<std::uint32_t>(rows_);
  header.toleranceMeters = toleranceMeters_;
  header.fileBytes = word * 4;

  const std::filesystem::path temporary = path.string() + ".part";
  std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
  const auto put = [&](const void* data, std::size_t bytes) {
    file.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
  };
  put(&header, sizeof(header));
  put(directory.data(), directory.size() * 4);
  for (const Cell& cell : cells_) put(cell.words.data(), cell.words.size() * 4);
  file.close();
  if (!file) return fail("cannot write the vector pack");
  std::error_code error;
  std::filesystem::rename(temporary, path, error);
  if (error) return fail("cannot move the vector pack into place");
  return static_cast<std::size_t>(header.fileBytes);
}

}  // namespace cordon::mapdata
