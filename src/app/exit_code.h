#pragma once

namespace cordon::app {

/// What the program returns to the shell; documented in docs/command-line.md.
enum class ExitCode {
  Ok = 0,
  BadData = 1,      ///< a scenario has errors
  Different = 1,    ///< of cordon diff: what was compared differs
  WrongUse = 2,     ///< arguments that do not fit; of cordon diff: any trouble
  FileError = 3,    ///< a file cannot be read or written
  Environment = 4,  ///< no GL driver, missing program data, not enough memory
};

}  // namespace cordon::app
