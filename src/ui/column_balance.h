#pragma once

#include <cstddef>
#include <vector>

namespace cordon::ui {

/// Puts blocks one by one into `columns` (>= 1), each below the column that is then the lowest, the first of several:
/// the column of each block. Heights are >= 0. Pure.
std::vector<std::size_t> balancedColumns(const std::vector<float>& heights, std::size_t columns);

}  // namespace cordon::ui
