#pragma once

#include "app/exit_code.h"
#include "app/render_options.h"

namespace cordon::app {

/// `cordon render`: draws a scenario and writes the picture. Every problem is told on standard error.
ExitCode render(const RenderOptions& options);

}  // namespace cordon::app
