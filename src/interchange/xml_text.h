#pragma once

#include <string>
#include <string_view>

namespace cordon::interchange {

/// A text for XML and HTML, in an element or in an attribute of double quotes. Characters that XML 1.0 does not have
/// become spaces.
std::string escaped(std::string_view text);

/// `<name>text</name>`, or nothing for an empty text.
std::string element(std::string_view name, std::string_view text);

}  // namespace cordon::interchange
