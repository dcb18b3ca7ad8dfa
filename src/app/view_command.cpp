#include "app/view_command.h"

#include <malloc.h>

#include <future>
#include <utility>

#include "app/messages.h"
#include "app/view/application.h"

namespace cordon::app {

namespace {

Result<Resources> openResources() {
  const auto failed = [](const Diagnostics& problems) { return Result<Resources>::failure(problems); };
  Result<DataPaths> paths = findDataPaths();
  if (!paths) return failed(paths.diagnostics());
  Result<scenario::Catalogue> catalogue = scenario::loadCatalogue(paths->assets);
  if (!catalogue) return failed(catalogue.diagnostics());
  Result<mapdata::Gazetteer> gazetteer = mapdata::loadGazetteer(paths->geodata);
  if (!gazetteer) return failed(gazetteer.diagnostics());
  Result<mapdata::MapData> mapData = mapdata::MapData::open(paths->geodata);
  if (!mapData) return failed(mapData.diagnostics());
  return Resources{std::move(paths).value(), std::move(catalogue).value(), std::move(gazetteer).value(),
                   std::move(mapData).value()};
}

}  // namespace

ExitCode view(const ViewOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  // Tiles come and go by the hundred: what is as large as their rasters goes back to the system at once, and threads
  // share few heaps, so that a long flight leaves no memory behind.
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);
  mallopt(M_ARENA_MAX, 2);
  // The map's data is opened beside the window and the driver, which take as long.
  auto opening = std::async(std::launch::async, openResources);
  std::optional<std::filesystem::path> preferencesFile;
  if (options.usesConfig) preferencesFile = edit::preferencesFile();
  edit::Preferences preferences;
  if (preferencesFile) {
    const Result<edit::Preferences> loaded = edit::loadPreferences(*preferencesFile);
    report(loaded.diagnostics());
    if (loaded) preferences = *loaded;
  }

  gl::Window::Options windowOptions;
  windowOptions.width = options.windowWidth.value_or(preferences.windowWidth);
  windowOptions.height = options.windowHeight.value_or(preferences.windowHeight);
  windowOptions.title = "Loading… - Cordon";  // until a scenario is shown
  const Result<std::unique_ptr<gl::Window>> window = gl::Window::create(windowOptions);
  const Result<Resources> resources = opening.get();
  report(window.diagnostics());
  report(resources.diagnostics());
  if (!window || !resources) return ExitCode::Environment;

  Application application(options, *resources, **window, std::move(preferences), std::move(preferencesFile), start);
  if (const auto& problem = application.driverProblem()) {
    report(*problem);
    return ExitCode::Environment;
  }
  return application.run();
}

}  // namespace cordon::app
