#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::app {

/// Which layers are shown: "a,b" shows just those, "-a,-b" all but those.
///
/// `option` begins the error messages: names that do not exist (with the nearest that does), a mixture of both forms.
Result<std::vector<bool>> parseLayers(const std::string& option, const std::vector<std::string>& words);

/// The words between commas.
std::vector<std::string> splitWords(std::string_view text);

}  // namespace cordon::app
