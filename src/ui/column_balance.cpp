#include "ui/column_balance.h"

#include <algorithm>

namespace cordon::ui {

std::vector<std::size_t> balancedColumns(const std::vector<float>& heights, std::size_t columns) {
  std::vector<float> filled(columns, 0.0F);
  std::vector<std::size_t> columnOf;
  for (const float height : heights) {
    const auto lowest = std::min_element(filled.begin(), filled.end());
    *lowest += height;
    columnOf.push_back(static_cast<std::size_t>(lowest - filled.begin()));
  }
  return columnOf;
}

}  // namespace cordon::ui
