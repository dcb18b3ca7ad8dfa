#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace cordon {

/// The user's folder as the environment variable HOME has it; nothing where it is not set or empty.
std::optional<std::filesystem::path> homeFolder();

/// "~" and "~/..." as a shell has them, where there is a home folder; all else as it is.
std::filesystem::path expandedHome(const std::string& text);

}  // namespace cordon
