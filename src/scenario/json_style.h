#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scenario/json_text.h"

namespace cordon::scenario {

/// How a JSON text is laid out.
struct JsonStyle {
  std::string lineEnd = "\n";   ///< empty: the text is one line
  std::string indent = "  ";    ///< of one level
  std::string colon = ": ";     ///< between name and value
  std::string comma = ", ";     ///< between two items of one line
  std::string bracePad = " ";   ///< inside the braces of an object of one line
  std::size_t lineBytes = 120;  ///< what fits so many bytes is printed on one line; 0: only what is empty
  bool onlyAscii = false;       ///< other characters are written as \uXXXX
};

/// The layout of a text that parseJson() reads, told from the first places that show it.
JsonStyle styleOf(std::string_view text);

/// Appends a value to `out`, whose present line begins with the white space `margin` and has `column` bytes.
/// `oneLine`: without a line end, however long it becomes.
void printStyled(const Json& json, const JsonStyle& style, const std::string& margin, std::size_t column, bool oneLine,
                 std::string& out);

/// A string as JSON text, with its quotation marks.
std::string printString(const std::string& text, const JsonStyle& style);

}  // namespace cordon::scenario
