#pragma once

#include <string>
#include <string_view>

namespace cordon::interchange {

/// Whether a text is one in UTF-8; another could not be written as JSON. Any text; any thread.
bool isUtf8(std::string_view text);

/// A text in ISO 8859-1 as UTF-8.
std::string latin1(std::string_view text);

}  // namespace cordon::interchange
