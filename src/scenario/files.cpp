#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "scenario/io.h"
#include "scenario/parts.h"
#include "scenario/suggestion.h"

namespace cordon::scenario {

namespace {

constexpr const char* kScenarioSuffix = ".geojson";

std::filesystem::path scenarioFolder(const std::filesystem::path& assetsFolder) {
  return assetsFolder / "scenarios";
}

template <typename Item, typename Read>
void readCatalogueList(const Json& root, const char* name, std::vector<Item>& items, ReadContext& context,
                       const Read& read) {
  const Place top;
  const Place place = top.member(name);
  const auto list = root.find(name);
  if (list == root.end() || !list->is_array()) {
    context.error(place, fmt::format("The catalogue has no array \"{}\".", name));
    return;
  }
  std::unordered_set<std::string> ids;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Place item = place.item(i);
    if (!(*list)[i].is_object()) {
      context.error(item, "This must be an object.");
      continue;
    }
    items.push_back(read((*list)[i], item));
    if (!ids.insert(items.back().id).second) context.error(item.member("id"), "The id is taken.");
  }
}

}  // namespace

Result<std::string> readTextFile(const std::filesystem::path& path) {
  const auto failure = [&path](std::string message, std::string mend) {
    return Result<std::string>::failure(
        Diagnostic{Severity::Error, std::move(message), path.string(), "", std::nullopt, std::move(mend)});
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return failure("There is no such file.", "Check the path.");
  if (std::filesystem::is_directory(status)) return failure("This is a folder, not a file.", "Name a file in it.");
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > kMaxTextBytes) {
    return failure(fmt::format("The file has {} bytes; at most {} are read.", size, kMaxTextBytes),
                   "Split it, or simplify its lines and areas.");
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure("The file cannot be opened.", "Check that you may read it.");
  // Not all files tell their size (a pipe does not): the limit is kept while reading.
  std::string text;
  std::vector<char> block(1U << 16U);
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(file.gcount()));
    if (text.size() > kMaxTextBytes) {
      return failure(fmt::format("The file has more than {} bytes.", kMaxTextBytes), "Split it.");
    }
  }
  if (file.bad()) return failure("The file cannot be read to its end.", "");
  return text;
}

Result<Catalogue> loadCatalogue(const std::filesystem::path& assetsFolder) {
  const auto path = assetsFolder / "catalogue" / "systems.json";
  const auto text = readTextFile(path);
  if (!text) return Result<Catalogue>::failure(text.diagnostics());
  const auto json = parseJson(*text, path.string());
  if (!json) return Result<Catalogue>::failure(json.diagnostics());

  ReadContext context(path.string(), nullptr);
  if (!json->is_object()) {
    context.error(Place(), "The catalogue must be an object.");
    return Result<Catalogue>::failure(context.takeProblems());
  }
  Catalogue catalogue;
  readCatalogueList(*json, "sources", catalogue.sources, context,
                    [&](const Json& source, const Place& at) { return readSource(source, at, context); });
  std::unordered_set<std::string> sourceIds;
  for (const Source& source : catalogue.sources) sourceIds.insert(source.id);
  context.sourceIds = &sourceIds;
  readCatalogueList(*json, "systems", catalogue.systems, context,
                    [&](const Json& system, const Place& at) { return readSystem(system, nullptr, at, context); });
  Diagnostics problems = context.takeProblems();
  if (context.hasErrors()) return Result<Catalogue>::failure(std::move(problems));
  return Result<Catalogue>(std::move(catalogue), std::move(problems));
}

Result<Document> loadDocument(const std::filesystem::path& path, const Catalogue& catalogue) {
  const auto text = readTextFile(path);
  if (!text) return Result<Document>::failure(text.diagnostics());
  return readDocument(*text, path.string(), catalogue);
}

std::vector<std::string> builtInScenarios(const std::filesystem::path& assetsFolder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(scenarioFolder(assetsFolder), error)) {
    if (entry.path().extension() == kScenarioSuffix) names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::filesystem::path> resolveScenario(const std::string& nameOrPath,
                                              const std::filesystem::path& assetsFolder) {
  const auto names = builtInScenarios(assetsFolder);
  // Looked up in the list, not built into a path: "../x" must not leave the folder.
  const bool isBuiltIn = std::find(names.begin(), names.end(), nameOrPath) != names.end();
  std::error_code error;
  const auto status = std::filesystem::status(nameOrPath, error);
  const bool isFolder = std::filesystem::is_directory(status);
  if (std::filesystem::exists(status) && !(isFolder && isBuiltIn)) return std::filesystem::path(nameOrPath);
  if (isBuiltIn) return scenarioFolder(assetsFolder) / (nameOrPath + kScenarioSuffix);
  const std::string near = nearest(nameOrPath, names);
  std::string mend = near.empty() ? "" : fmt::format("Did you mean {}? ", near);
  mend += fmt::format("Give the path of a file, or a built-in name: {}.", fmt::join(names, ", "));
  return Result<std::filesystem::path>::failure(
      Diagnostic{Severity::Error, "There is no such file and no built-in scenario of this name.", nameOrPath, "",
                 std::nullopt, std::move(mend)});
}

}  // namespace cordon::scenario
