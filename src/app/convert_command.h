#pragma once

#include <string>

#include "app/exit_code.h"

namespace cordon::app {

/// What stands on the command line of `cordon convert`.
struct ConvertArguments {
  std::string in;
  std::string out;
  std::string from;
  std::string to;
  std::string date;
  std::string columns;
};

/// `cordon convert`: makes a scenario of a foreign file, or another file of a scenario, and tells what was not kept.
ExitCode convert(const ConvertArguments& arguments);

}  // namespace cordon::app
