#include "app/view/scenario_loader.h"

#include <exception>
#include <system_error>

#include "app/load_scenario.h"
#include "app/view/scenario_file_watch.h"
#include "interchange/import.h"

namespace cordon::app {

namespace {

LoadedFile read(const LoadRequest& request, const std::filesystem::path& assets, const scenario::Catalogue& catalogue) {
  LoadedFile loaded;
  loaded.request = request;
  loaded.name = request.nameOrPath;
  const Result<std::filesystem::path> path = scenario::resolveScenario(request.nameOrPath, assets);
  if (!path) {
    loaded.problems = path.diagnostics();
    return loaded;
  }
  loaded.path = *path;
  std::error_code error;
  loaded.isBuiltIn = std::filesystem::equivalent(loaded.path.parent_path(), assets / "scenarios", error) && !error;
  loaded.name = loaded.isBuiltIn ? loaded.path.stem().string() : loaded.path.filename().string();
  if (auto unreadable = whyNotReadable(loaded.path)) {
    loaded.problems = {std::move(*unreadable)};
    return loaded;
  }
  if (!std::filesystem::is_regular_file(loaded.path, error)) {
    // A pipe may never end, and the window would wait for it when it is closed.
    loaded.problems = {
        plainError(loaded.path.string() + " cannot be opened: it is no file.", "Save what it gives to a file.")};
    return loaded;
  }
  loaded.written = lastWritten(loaded.path);
  Result<std::string> text = scenario::readTextFile(loaded.path);
  if (!text) {
    loaded.problems = text.diagnostics();
    return loaded;
  }
  scenario::SoundReading reading = scenario::readSound(*text, loaded.path.string(), catalogue);
  loaded.document = std::move(reading.document);
  loaded.problems = std::move(reading.problems);
  const bool isForeign = interchange::formatOfContent(loaded.path, *text) != interchange::Format::Scenario;
  if (!loaded.document && isForeign && !loaded.problems.empty()) {
    loaded.problems.front().mend =
        "If another program wrote it: File, Import… adds what it holds to the open scenario.";
  }
  loaded.text = std::move(text).value();
  return loaded;
}

}  // namespace

LoadedFile loadFile(const LoadRequest& request, const std::filesystem::path& assets,
                    const scenario::Catalogue& catalogue) {
  try {
    return read(request, assets, catalogue);
  } catch (const std::exception& error) {
    LoadedFile failed;
    failed.request = request;
    failed.name = request.nameOrPath;
    failed.problems = {plainError(request.nameOrPath + " could not be read: " + error.what() + ".")};
    return failed;
  }
}

}  // namespace cordon::app
