#pragma once

#include <string>
#include <string_view>

#include "scenario/json_text.h"

namespace cordon::scenario {

/// A text that reads as `wanted` and differs from `originalText` as little as may be.
///
/// Every line of the original whose values did not change stays byte for byte: indentation, spaces, line ends, the
/// spelling of numbers and strings, a byte order mark, what stands after the last bracket. What is new is written in
/// the original's layout. Items of an array are known again by their member "id", else by being equal. A text that is
/// no JSON (or names a member twice) is replaced as a whole, as printJson() prints. Time and memory in proportion to
/// both.
std::string patchedText(std::string_view originalText, const Json& wanted);

}  // namespace cordon::scenario
