#include "base/data_paths.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cordon {

namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// The running program with every symbolic link resolved: a link in ~/bin still finds its data.
fs::path programFolder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

}  // namespace

Result<DataPaths> findDataPaths() {
  const char* fromEnvironment = std::getenv("CORDON_DATA");
  const bool asked = fromEnvironment != nullptr && *fromEnvironment != '\0';

  fs::path folder;
  if (asked) {
    folder = fromEnvironment;
  } else {
    folder = (programFolder() / ".." / "share" / "cordon").lexically_normal();
  }

  DataPaths paths{folder / "assets", folder / "geodata"};
  std::string missing;
  for (const fs::path& path : {paths.assets, paths.geodata}) {
    if (!isFolder(path)) missing += fmt::format("{}{}", missing.empty() ? "" : " and ", path.string());
  }
  if (missing.empty()) return paths;

  return Result<DataPaths>::failure(
      plainError(fmt::format("the program's data was not found: {} {} missing{}.", missing,
                             missing.find(" and ") == std::string::npos ? "is" : "are",
                             asked ? " (CORDON_DATA names this folder)" : ""),
                 "Set CORDON_DATA to the folder that holds assets and geodata."));
}

}  // namespace cordon
