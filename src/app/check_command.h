#pragma once

#include <string>
#include <vector>

#include "app/exit_code.h"

namespace cordon::app {

/// `cordon check`: tells everything that is wrong with scenarios, one problem a line, as compilers do.
ExitCode check(const std::vector<std::string>& scenarios);

}  // namespace cordon::app
