#include "base/home_folder.h"

#include <algorithm>
#include <cstdlib>

namespace cordon {

std::optional<std::filesystem::path> homeFolder() {
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe)
  if (home == nullptr || *home == '\0') return std::nullopt;
  return std::filesystem::path(home);
}

std::filesystem::path expandedHome(const std::string& text) {
  const auto home = homeFolder();
  if (!home || (text != "~" && !text.starts_with("~/"))) return text;
  return text == "~" ? *home : *home / text.substr(std::min(text.find_first_not_of('/', 1), text.size()));
}

}  // namespace cordon
