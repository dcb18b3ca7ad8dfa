#pragma once

#include <string>

namespace cordon::app {

/// "Cordon 0.1.0".
std::string programName();

/// The program's version and those of the libraries that make its pictures, one a line.
std::string versionText();

}  // namespace cordon::app
