#include "app/view/script.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "scenario/io.h"

namespace cordon::app {

Result<Script> Script::read(const std::filesystem::path& file) {
  const Result<std::string> text = scenario::readTextFile(file);
  if (!text) return Result<Script>::failure(text.diagnostics());
  Script script;
  script.file_ = file.string();
  std::istringstream lines(*text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos || line[first] == '#') continue;
    const auto last = line.find_last_not_of(" \t\r");
    script.lines_.push_back({line.substr(first, last - first + 1), number});
  }
  return script;
}

std::optional<Script::Line> Script::next() {
  if (at_ >= lines_.size()) return std::nullopt;
  return lines_[at_++];
}

Diagnostic Script::errorAt(const Line& line, const Diagnostic& what) const {
  Diagnostic error = what;
  error.severity = Severity::Error;
  error.file = file_;
  error.position = TextPosition{line.number, 1};
  error.message = fmt::format("\"{}\": ", line.text);
  if (!what.file.empty()) error.message += what.file + ": ";
  if (what.position) error.message += fmt::format("line {}, column {}: ", what.position->line, what.position->column);
  error.message += what.message;
  return error;
}

}  // namespace cordon::app
