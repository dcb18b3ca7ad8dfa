#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Where the parts of a JSON text lie. All of it is for texts that parseJson() reads: any other gives nonsense, though
/// never a byte outside of the text.
namespace cordon::scenario {

/// An item of an array or a member of an object, in bytes of the text.
struct JsonSpan {
  std::size_t begin = 0;       ///< of a member: its name's quotation mark
  std::size_t valueBegin = 0;  ///< where there is no name: begin
  std::size_t end = 0;         ///< after the last byte of the value
};

/// The first byte from `at` on that is no white space.
std::size_t skipSpace(std::string_view text, std::size_t at);

/// After the last byte of the value that begins at `at`.
std::size_t valueEnd(std::string_view text, std::size_t at);

/// The items of the array or object whose opening bracket is at `open`, in the text's order.
std::vector<JsonSpan> itemSpans(std::string_view text, std::size_t open);

}  // namespace cordon::scenario
