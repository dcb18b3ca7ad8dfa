#include "app/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

namespace cordon::app {

void report(const Diagnostic& diagnostic) {
  const std::string text = fmt::format("{}{}\n", diagnostic.file.empty() ? "cordon: " : "", toString(diagnostic));
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void report(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) report(diagnostic);
}

Diagnostic plainError(std::string message, std::string mend) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.mend = std::move(mend);
  return diagnostic;
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

}  // namespace cordon::app
