#pragma once

#include "app/exit_code.h"

namespace cordon::app {

/// Runs the program: reads the arguments, does what they ask, tells every problem on standard error.
///
/// Throws only for a broken environment (no memory, a driver that fails).
ExitCode runCommandLine(int argumentCount, const char* const* arguments);

}  // namespace cordon::app
