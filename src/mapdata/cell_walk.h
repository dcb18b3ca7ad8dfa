#pragma once

#include <algorithm>
#include <cmath>

#include "mapdata/vector_pack.h"

namespace cordon::mapdata {

/// Calls `visit(column, row, shiftMicrodegrees)` for each of a pack's cells that a box of degrees touches. Across the
/// dateline columns start again and the shift tells by how much their coordinates must be moved.
template <typename Visit>
void forEachCell(const VectorPack& pack, double westDegrees, double southDegrees, double eastDegrees,
                 double northDegrees, Visit&& visit) {
  const double side = pack.cellMicrodegrees() * 1e-6;
  const int columns = pack.columns();
  const int firstRow = std::clamp(static_cast<int>(std::floor((southDegrees + 90.0) / side)), 0, pack.rows() - 1);
  const int lastRow = std::clamp(static_cast<int>(std::floor((northDegrees + 90.0) / side)), 0, pack.rows() - 1);
  const int firstColumn = static_cast<int>(std::floor((westDegrees + 180.0) / side));
  const int lastColumn = static_cast<int>(std::floor((eastDegrees + 180.0) / side));
  for (int row = firstRow; row <= lastRow; ++row) {
    for (int column = firstColumn; column <= lastColumn; ++column) {
      const int turns = column < 0 ? (column + 1) / columns - 1 : column / columns;
      visit(column - turns * columns, row, 360e6 * turns);
    }
  }
}

}  // namespace cordon::mapdata
