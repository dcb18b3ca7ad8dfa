#include "app/messages.h"

#include <fmt/format.h>

#include <cstdio>

namespace cordon::app {

void report(const Diagnostic& diagnostic) {
  const std::string text = fmt::format("{}{}\n", diagnostic.file.empty() ? "cordon: " : "", toString(diagnostic));
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void report(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) report(diagnostic);
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

}  // namespace cordon::app
