#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cordon {

namespace {

const char* severityWord(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Note:
      return "note";
  }
  return "error";
}

}  // namespace

std::string toString(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.file.empty()) {
    text += diagnostic.file;
    if (diagnostic.position) text += fmt::format(":{}:{}", diagnostic.position->line, diagnostic.position->column);
    text += ": ";
  }
  text += fmt::format("{}: {}", severityWord(diagnostic.severity), diagnostic.message);
  if (!diagnostic.pointer.empty()) text += fmt::format(" (at {})", diagnostic.pointer);
  if (!diagnostic.mend.empty()) text += fmt::format(" {}", diagnostic.mend);
  return text;
}

bool hasErrors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

Diagnostic plainError(std::string message, std::string mend) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.mend = std::move(mend);
  return diagnostic;
}

}  // namespace cordon
