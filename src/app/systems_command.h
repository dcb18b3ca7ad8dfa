#pragma once

#include "app/exit_code.h"

namespace cordon::app {

/// `cordon systems`: prints the built-in catalogue, a line a system and below it each published range with its source.
ExitCode listSystems();

}  // namespace cordon::app
