#pragma once

#include <chrono>

#include "app/exit_code.h"
#include "app/view/view_options.h"

namespace cordon::app {

/// Carries out `cordon view`: opens the window and runs until it is closed. What is wrong is told on standard error.
ExitCode view(const ViewOptions& options);

}  // namespace cordon::app
