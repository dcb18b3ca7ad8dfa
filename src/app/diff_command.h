#pragma once

#include <string>
#include <vector>

#include "app/exit_code.h"

namespace cordon::app {

/// What `cordon diff` is given, as it is written.
struct DiffArguments {
  std::vector<std::string> scenarios;  ///< files or built-in names: two, or one with two dates
  std::string at;
  std::string against;
  bool json = false;
};

/// Tells what differs between two scenarios or between two dates of one. Returns Ok where nothing does, Different where
/// something does, and WrongUse for every trouble, as diff does.
ExitCode diff(const DiffArguments& arguments);

}  // namespace cordon::app
