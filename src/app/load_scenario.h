#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/exit_code.h"
#include "scenario/io.h"

namespace cordon::app {

/// The program's own catalogue of systems, and where it lies.
struct CatalogueFolder {
  std::filesystem::path assets;
  scenario::Catalogue catalogue;
};

/// Finds and reads the catalogue; nothing where that fails, after printing why to standard error.
std::optional<CatalogueFolder> loadCatalogue();

/// A scenario, or the exit code that its failure deserves; what is wrong was told already.
struct LoadedScenario {
  std::optional<scenario::Document> document;
  std::filesystem::path path;
  ExitCode code = ExitCode::Ok;
};

/// Finds and reads the scenario of a path or a built-in name, and prints its errors and warnings to standard error.
LoadedScenario loadScenario(const std::string& nameOrPath, const std::filesystem::path& assets,
                            const scenario::Catalogue& catalogue);

/// Why a file cannot be read as one: it is missing, a folder, or not ours to read. Nothing where it can.
std::optional<Diagnostic> whyNotReadable(const std::filesystem::path& path);

}  // namespace cordon::app
