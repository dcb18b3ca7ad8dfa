#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/view/latest_worker.h"
#include "scenario/io.h"

namespace cordon::app {

/// A scenario to read, off the thread that draws.
struct LoadRequest {
  std::string nameOrPath;
  bool isReload = false;
  bool isAutomatic = false;  ///< since the file changed on disk
  std::string question{};    ///< the command that is asked about first where changes would be lost; empty: none is
  std::uint64_t number = 0;  ///< counts up: only the latest is wanted
};

/// What was read. Without a document `problems` says why.
struct LoadedFile {
  LoadRequest request;
  std::filesystem::path path;
  bool isBuiltIn = false;
  std::string name;  ///< for the title
  std::string text;  ///< what was read
  std::optional<scenario::Document> document;
  Diagnostics problems;
  std::optional<std::filesystem::file_time_type> written;  ///< when the file was last changed, as of before it was read
};

/// Reads what is sound of a scenario (scenario::readSound).
LoadedFile loadFile(const LoadRequest& request, const std::filesystem::path& assets,
                    const scenario::Catalogue& catalogue);

using ScenarioLoader = LatestWorker<LoadRequest, LoadedFile>;

}  // namespace cordon::app
