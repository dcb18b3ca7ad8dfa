#include "app/check_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/load_scenario.h"
#include "app/messages.h"

namespace cordon::app {

namespace {

/// Adds what the schema finds at places of which nothing was said yet: the reader's messages are the clearer ones.
void addSchemaProblems(const Diagnostics& found, Diagnostics& problems) {
  std::set<std::string> told;
  for (const Diagnostic& problem : problems) told.insert(problem.pointer);
  for (const Diagnostic& problem : found) {
    if (!told.contains(problem.pointer)) problems.push_back(problem);
  }
}

ExitCode checkOne(const std::string& name, const std::filesystem::path& assets, const scenario::Catalogue& catalogue) {
  const Result<std::filesystem::path> path = scenario::resolveScenario(name, assets);
  if (!path) {
    report(path.diagnostics());
    return ExitCode::FileError;
  }
  if (const auto unreadable = whyNotReadable(*path)) {
    report(*unreadable);
    return ExitCode::FileError;
  }
  const Result<std::string> text = scenario::readTextFile(*path);
  if (!text) {
    report(text.diagnostics());
    return ExitCode::FileError;
  }
  const Result<scenario::Document> document = scenario::readDocument(*text, path->string(), catalogue);
  Diagnostics problems = document.diagnostics();
  const bool isJson =
      std::none_of(problems.begin(), problems.end(), [](const Diagnostic& problem) { return problem.position; });
  // Where the reader gave up there is nothing to add.
  constexpr std::size_t kHopeless = 1000;
  if (isJson && problems.size() < kHopeless)
    addSchemaProblems(scenario::checkSchema(*text, path->string(), assets), problems);
  report(problems);
  if (hasErrors(problems)) return ExitCode::BadData;
  const std::string summary = fmt::format("{}: no errors; {} features, {} systems, {} sources, {} views\n",
                                          path->string(), document->features.size(), document->systems.size(),
                                          document->sources.size(), document->views.size());
  return print(summary) ? ExitCode::Ok : ExitCode::FileError;
}

}  // namespace

ExitCode check(const std::vector<std::string>& scenarios) {
  const std::optional<CatalogueFolder> data = loadCatalogue();
  if (!data) return ExitCode::Environment;
  ExitCode worst = ExitCode::Ok;
  for (const std::string& name : scenarios) worst = std::max(worst, checkOne(name, data->assets, data->catalogue));
  return worst;
}

}  // namespace cordon::app
