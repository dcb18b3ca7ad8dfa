#pragma once

#include <string>

#include "base/diagnostic.h"

namespace cordon::app {

/// Prints diagnostics to standard error, one a line; those without a file are headed "cordon: ".
void report(const Diagnostics& diagnostics);
void report(const Diagnostic& diagnostic);

/// Prints a text to standard output. Returns whether it was written (a full disk, a closed pipe).
bool print(const std::string& text);

}  // namespace cordon::app
