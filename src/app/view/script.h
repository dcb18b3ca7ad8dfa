#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace cordon::app {

/// The lines of a script of `cordon view --script`: one command a line; blank lines and lines that begin with # say
/// nothing.
class Script {
 public:
  static Result<Script> read(const std::filesystem::path& file);

  struct Line {
    std::string text;
    int number = 1;
  };

  /// The next line, or nothing at the end.
  std::optional<Line> next();

  /// An error at a line, for standard error.
  Diagnostic errorAt(const Line& line, const Diagnostic& what) const;

 private:
  std::string file_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

}  // namespace cordon::app
