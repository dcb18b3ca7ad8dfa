#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::scenario {

/// How many insertions, removals, replacements and swaps of neighbours turn one text into the other, ASCII letters
/// compared without case; stops counting at `limit + 1`.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to a mistyped word, or an empty text where none is near (a third of the word's bytes, at
/// least one and at most three).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace cordon::scenario
