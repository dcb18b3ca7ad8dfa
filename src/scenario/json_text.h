#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cordon::scenario {

using Json = nlohmann::ordered_json;

/// Parses a JSON text (RFC 8259) into a tree that keeps the order of members.
///
/// Errors carry line and column: syntax, invalid UTF-8, numbers beyond a double's range, more than kMaxTextBytes
/// bytes, kMaxValues values or kMaxStringBytes in one text, nesting deeper than kMaxNesting. A member named twice in
/// one object is an error with its JSON pointer. A byte order mark at the start is skipped.
Result<Json> parseJson(std::string_view text, const std::string& fileName);

/// Line and column (in bytes, both from 1) of a byte of a text.
TextPosition textPosition(std::string_view text, std::size_t byteIndex);

/// Prints a tree: two spaces a level, what fits a line of 120 bytes on one line. Ends with a line feed.
std::string printJson(const Json& json);

}  // namespace cordon::scenario
