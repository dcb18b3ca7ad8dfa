#include "app/load_scenario.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "app/messages.h"
#include "base/data_paths.h"

namespace cordon::app {

std::optional<Diagnostic> whyNotReadable(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return plainError(path.string() + " cannot be read: it is a folder.", "Name a file in it.");
  }
  if (::access(path.c_str(), R_OK) == 0) return std::nullopt;
  return plainError(path.string() + " cannot be read: " + std::error_code(errno, std::generic_category()).message() +
                    ".");
}

std::optional<CatalogueFolder> loadCatalogue() {
  const Result<DataPaths> paths = findDataPaths();
  report(paths.diagnostics());
  if (!paths) return std::nullopt;
  Result<scenario::Catalogue> catalogue = scenario::loadCatalogue(paths->assets);
  report(catalogue.diagnostics());
  if (!catalogue) return std::nullopt;
  return CatalogueFolder{paths->assets, std::move(catalogue).value()};
}

LoadedScenario loadScenario(const std::string& nameOrPath, const std::filesystem::path& assets,
                            const scenario::Catalogue& catalogue) {
  LoadedScenario loaded;
  const Result<std::filesystem::path> path = scenario::resolveScenario(nameOrPath, assets);
  if (!path) {
    report(path.diagnostics());
    loaded.code = ExitCode::FileError;
    return loaded;
  }
  loaded.path = *path;
  if (const auto unreadable = whyNotReadable(*path)) {
    report(*unreadable);
    loaded.code = ExitCode::FileError;
    return loaded;
  }
  Result<scenario::Document> document = scenario::loadDocument(*path, catalogue);
  report(document.diagnostics());
  if (document.ok()) {
    loaded.document = std::move(document).value();
  } else {
    loaded.code = ExitCode::BadData;
  }
  return loaded;
}

}  // namespace cordon::app
