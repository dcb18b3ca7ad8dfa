#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "scenario/json_text.h"

namespace cordon::scenario {

/// Which item of an old array or object each item of a new one was.
struct ItemMatch {
  std::vector<std::optional<std::size_t>> oldOf;  ///< for each new item; no old one twice
  std::vector<bool> stays;                        ///< of these, the most that are in the old order
};

/// Matches the members of two objects by their names.
ItemMatch matchMembers(const Json& before, const Json& after);

/// Matches the items of two arrays: objects by their member "id", others that are equal; what is left over between two
/// items that stay goes to what is most like it. Time in proportion to the items, but for a logarithm.
ItemMatch matchItems(const Json& before, const Json& after);

}  // namespace cordon::scenario
