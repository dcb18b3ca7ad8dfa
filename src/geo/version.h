#pragma once

#include <string>

namespace cordon::geo {

/// The version of PROJ that the program runs with, e.g. "9.1.1".
std::string projVersion();

}  // namespace cordon::geo
