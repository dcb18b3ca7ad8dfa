#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::app {

/// One number of a list on the command line.
struct NumberRule {
  const char* name = "";
  double min = 0.0;
  double max = 0.0;
  bool maxAllowed = true;  ///< false: the number must be below max
  bool whole = false;
};

/// Reads finite numbers between commas, whatever the locale: one for each rule, of which the last may be left out
/// down to `atLeast`.
///
/// Errors begin with the option's name and state the form that was expected or the number's limits.
Result<std::vector<double>> parseNumbers(const std::string& option, std::string_view text,
                                         const std::vector<NumberRule>& rules, std::size_t atLeast);

}  // namespace cordon::app
