#include "app/view/application.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <nlohmann/json.hpp>
#include <system_error>
#include <thread>

#include "app/choose_view.h"
#include "app/messages.h"
#include "app/statistics.h"
#include "app/view/window_commands.h"
#include "edit/words.h"
#include "edit/workspace_commands.h"
#include "output/file_writer.h"

namespace cordon::app {

namespace {

constexpr double kFileLookSeconds = 1.0;
constexpr double kTooltipSeconds = 0.3;
constexpr double kPreferencesSeconds = 2.0;
constexpr double kPlaySeconds = 0.02;
constexpr double kSettleLimitSeconds = 120.0;
// A small scenario's model is built while one waits, so that a change shows in the very next picture.
constexpr std::chrono::milliseconds kModelWait{25};

BuiltModel buildModel(const ModelRequest& request, const mapdata::Gazetteer& gazetteer) {
  try {
    Result<scene::RenderModel> model = scene::buildRenderModel(*request.document, gazetteer, request.options);
    BuiltModel built{request, nullptr, model.diagnostics()};
    if (model) built.model = std::make_shared<const scene::RenderModel>(std::move(model).value());
    return built;
  } catch (const std::exception& error) {
    return {request, nullptr, {plainError(fmt::format("the map could not be made ({}).", error.what()))}};
  }
}

bool isSoftware(const std::string& driver) {
  return driver.find("llvmpipe") != std::string::npos || driver.find("softpipe") != std::string::npos ||
         driver.find("swrast") != std::string::npos;
}

}  // namespace

std::filesystem::path absolutePath(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::path whole = std::filesystem::absolute(path, error);
  return error ? path : whole;
}

Application::Application(const ViewOptions& options, const Resources& resources, gl::Window& window,
                         edit::Preferences preferences, std::optional<std::filesystem::path> preferencesFile,
                         std::chrono::steady_clock::time_point start)
    : options_(options),
      resources_(resources),
      window_(window),
      preferences_(std::move(preferences)),
      savedPreferences_(preferences_),
      preferencesFile_(std::move(preferencesFile)),
      start_(start),
      workspace_(resources.gazetteer),
      tiles_([&resources](mapdata::TileKey key) { return resources.mapData.buildTile(key); },
             std::clamp(std::thread::hardware_concurrency(), 2U, 8U), [] { gl::Window::wake(); }) {
  loader_ = std::make_unique<ScenarioLoader>(
      [&resources](const LoadRequest& request) {
        return loadFile(request, resources.paths.assets, resources.catalogue);
      },
      [] { gl::Window::wake(); });
  load({options.scenario, false});
  modelBuilder_ = std::make_unique<LatestWorker<ModelRequest, BuiltModel>>(
      [&resources](const ModelRequest& request) { return buildModel(request, resources.gazetteer); },
      [] { gl::Window::wake(); });

  render::TileDetail detail;
  detail.groundHeightMeters = [&resources](geo::LatLon place) { return resources.mapData.groundHeightMeters(place); };
  Result<std::unique_ptr<render::Renderer>> renderer = render::Renderer::create(tiles_, detail);
  if (!renderer) {
    driverProblem_ = renderer.diagnostics().front();
    return;
  }
  renderer_ = std::move(renderer).value();
  driver_ = renderer_->driver();
  Result<std::unique_ptr<typography::Typesetter>> typesetter =
      typography::Typesetter::open(resources.paths.assets / "fonts");
  if (!typesetter) {
    driverProblem_ = typesetter.diagnostics().front();
    return;
  }
  typesetter_ = std::move(typesetter).value();
  painter_ = std::make_unique<OverlayPainter>(
      [this](const OverlayRequest& request) { return paintOverlay(request, resources_.mapData, *typesetter_); },
      [] { gl::Window::wake(); });
  status_.softwareDriver = isSoftware(driver_);
  picture_ = std::make_unique<MapPicture>(*renderer_, *painter_, status_.softwareDriver);
  jobs_ = std::make_unique<PictureJobs>(
      resources.mapData, resources.paths.assets / "fonts",
      [this](std::optional<Diagnostic> problem, const std::filesystem::path& file) {
        if (problem) {
          tell(*problem);
        } else {
          tell(Severity::Note, fmt::format("The picture is in {}", file.string()));
        }
      },
      [] { gl::Window::wake(); });

  control_ = std::make_unique<MapControl>(camera_, [this] { return projector(); });
  installHandlers();  // before ImGui's, which pass events on to them
  imgui_.emplace(window_);
  interface_ = std::make_unique<ui::Interface>(resources.paths.assets / "fonts");
  interface_->state().builtInScenarios = scenario::builtInScenarios(resources.paths.assets);
  for (const Diagnostic& problem : interface_->problems()) tell(problem);
  workspace_.shown().language = preferences_.language;
  workspace_.shown().secondLanguage = preferences_.secondLanguage;
  workspace_.shown().lengthUnit = preferences_.lengthUnit;
  edit::addWorkspaceCommands(commands_, workspace_, preferences_);
  ui::addInterfaceCommands(commands_, *interface_);
  WindowCommands::add(*this);
  if (status_.softwareDriver) {
    tell(Severity::Note,
         "OpenGL is drawn by the processor: the map moves at reduced resolution and is refined when it rests.");
  }
  camera_ = {geo::LatLon::fromDegrees(45.0, 150.0), 1.2e7, 0.0, 0.0};
}

Application::~Application() {
  window_.setHandlers({});
  savePreferences();
}

double Application::now() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Application::tell(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  if (!diagnostic.file.empty()) text = diagnostic.file + ": " + text;
  if (!diagnostic.mend.empty()) text += " " + diagnostic.mend;
  tell(diagnostic.severity, std::move(text));
}

void Application::load(LoadRequest request) {
  loadIsCancelled_ = false;
  request.number = ++loadNumber_;
  status_.loadingText = "reading " + std::filesystem::path(request.nameOrPath).filename().string();
  loader_->request(std::move(request));
}

ExitCode Application::run() {
  if (options_.script) {
    Result<Script> script = Script::read(*options_.script);
    if (!script) {
      report(script.diagnostics());
      return ExitCode::FileError;
    }
    script_ = std::move(script).value();
  }
  if (options_.fullScreen) window_.setFullScreen(true);
  while (!quits_) {
    handle(secondsToWait());
  }
  if (exitCode_ == ExitCode::Ok && options_.stats) return writeStats();
  return exitCode_;
}

double Application::secondsToWait() const {
  if (framesWanted_ > 0 || !lines_.empty() || picture_->hasWork() || control_->isMoving() || interface_->needsFrame()) {
    return 0.0;
  }
  if (workspace_.playback().playing) return kPlaySeconds;
  if (script_) return 0.005;
  if (!isSettled() || !jobs_->isIdle()) return 0.02;
  if (now() - lastInput_ < kTooltipSeconds) return 0.05;
  return kFileLookSeconds;
}

void Application::handle(double seconds) {
  window_.handleEvents(seconds);
  const double began = now();
  if (window_.wantsToClose()) {
    window_.dontClose();
    run("quit");
  }
  takeAnswers();
  stepScript();
  runLines();
  control_->setSettings({preferences_.inertia, preferences_.invertZoom});
  const bool moves = control_->advance(began) || control_->isDragging();
  workspace_.setCamera(camera_);
  if (wasMoving_ && !moves) restedAt_ = began;
  wasMoving_ = moves;
  if (workspace_.playback().playing) workspace_.advance(std::clamp(began - lastTurn_, 0.0, 0.25));
  lastTurn_ = began;
  followShown();
  followFile();
  if (preferences_ != savedPreferences_ && preferencesChanged_ < 0.0) preferencesChanged_ = began;
  if (preferencesChanged_ >= 0.0 && began - preferencesChanged_ > kPreferencesSeconds) savePreferences();
  stepPicture();
  if (interface_->needsFrame()) needFrames(1);
  if (framesWanted_ > 0) {
    --framesWanted_;
    drawFrame();
  }
  measured_.slowestHandledMs = std::max(measured_.slowestHandledMs, hasOpened_ ? 1000.0 * (now() - began) : 0.0);
}

void Application::takeAnswers() {
  if (std::optional<LoadedFile> loaded = loader_->take()) {
    if (loaded->request.number != loadNumber_) return;  // another one is under way
    status_.loadingText.clear();
    needFrames(2);
    const bool reload = loaded->request.isReload;
    // What was done meanwhile is not thrown away for the sake of a file that changed.
    const bool isOutdated = reload && loaded->request.isAutomatic &&
                            (workspace_.history().isModified() || loaded->path != workspace_.file());
    if (isOutdated) return;
    if (loadIsCancelled_) {
      tell(Severity::Note, fmt::format("{} was not opened.", loaded->name));
    } else if (!loaded->document) {
      for (const Diagnostic& problem : loaded->problems) {
        tell(problem);
        if (script_) report(problem);
      }
      if (script_) {
        exitCode_ = ExitCode::FileError;
        quits_ = true;
      } else if (!hasOpened_) {
        // The named scenario cannot be shown at all: the window still has something to show.
        report(loaded->problems);
        if (loaded->request.nameOrPath != "okhotsk") load({"okhotsk", false});
      }
    } else {
      fileWritten_ = loaded->written;
      fileChangeTold_ = false;
      fileHasErrors_ = hasErrors(loaded->problems);
      const auto errors = std::count_if(loaded->problems.begin(), loaded->problems.end(),
                                        [](const Diagnostic& d) { return d.severity == Severity::Error; });
      const std::string name = loaded->name;
      if (reload) {
        workspace_.reload(std::move(*loaded->document), std::move(loaded->problems));
        tell(Severity::Note, fmt::format("{} changed on disk and was read again.", name));
      } else {
        workspace_.open(std::move(*loaded->document), loaded->isBuiltIn ? std::filesystem::path() : loaded->path, name,
                        std::move(loaded->problems));
        if (!loaded->isBuiltIn) edit::noteRecent(preferences_, absolutePath(loaded->path));
        RenderOptions wanted;
        if (!hasOpened_) {
          wanted.camera = options_.camera;
          wanted.view = options_.view;
          wanted.date = options_.date;
        }
        const scene::Projector map = projector();
        wanted.widthPixels = map.widthPixels();
        wanted.heightPixels = map.heightPixels();
        Result<ChosenView> chosen = chooseView(workspace_.document(), wanted);
        if (!chosen) {
          for (const Diagnostic& problem : chosen.diagnostics()) tell(problem);
          wanted.view.reset();
          chosen = chooseView(workspace_.document(), wanted);
        }
        if (chosen) {
          workspace_.shown().date = chosen->date;
          workspace_.shown().layers = chosen->layers;
          control_->jumpTo(chosen->camera);
          workspace_.setCamera(camera_);
        }
      }
      if (errors > 0) {
        tell(Severity::Warning,
             fmt::format("{} has {} problem{}; what is sound of it is shown.", name, errors, errors == 1 ? "" : "s"));
      }
      interface_->noteNames(workspace_);
      thumbnails_.clear();
      window_.setTitle(
          fmt::format("{} - Cordon", workspace_.document().title.empty() ? name : workspace_.document().title));
      hasOpened_ = true;
    }
  }
}

void Application::followShown() {
  if (!hasOpened_) return;
  const bool same = askedModel_ && askedModel_->document == workspace_.documentPointer() &&
                    askedModel_->options == workspace_.shown();
  if (!same) {
    askedModel_ = ModelRequest{workspace_.documentPointer(), workspace_.shown()};
    modelBuilder_->request(*askedModel_);
    modelIsCurrent_ = false;
    if (shownChangedAt_ < 0.0) shownChangedAt_ = now();
  }
  if (modelIsCurrent_) return;
  std::optional<BuiltModel> built = same ? modelBuilder_->take() : modelBuilder_->takeWithin(kModelWait);
  if (!built) return;
  modelIsCurrent_ = built->request.document == askedModel_->document && built->request.options == askedModel_->options;
  for (const Diagnostic& problem : built->problems) tell(problem);
  if (built->model) {
    model_ = built->model;
    ++modelNumber_;
  }
  needFrames(2);
}

void Application::runLines() {
  while (!lines_.empty()) {
    const std::string line = std::move(lines_.front());
    lines_.pop_front();
    std::optional<Diagnostic> problem;
    try {
      problem = commands_.run(line);
    } catch (const std::exception& error) {
      // Whatever fails in one command, the scenario and what was done to it are still there.
      problem = plainError(fmt::format("{}: {}.", line, error.what()));
    }
    needFrames(2);
    if (!problem) continue;
    tell(*problem);
  }
}

bool Application::isSettled() const {
  return hasOpened_ && lines_.empty() && modelIsCurrent_ && picture_->isComplete() && !control_->isMoving() &&
         !control_->isDragging() && !loader_->isBusy() && status_.loadingText.empty() && scriptSteps_.empty();
}

void Application::stepScript() {
  if (!script_ || quits_) return;
  if (scriptLine_) {
    if (now() - std::max(scriptLineSince_, waitUntil_) > kSettleLimitSeconds) {
      report(script_->errorAt(*scriptLine_, plainError("the picture did not settle within two minutes.")));
      exitCode_ = ExitCode::Environment;
      quits_ = true;
      return;
    }
    if (now() < waitUntil_) return;
    if (!scriptSteps_.empty()) {
      if (framesWanted_ > 0) return;
      const std::function<void()> step = std::move(scriptSteps_.front());
      scriptSteps_.pop_front();
      step();
      needFrames(1);
      return;
    }
    const bool loading = loader_->isBusy() || !status_.loadingText.empty();
    if (loading || control_->isMoving() || framesWanted_ > 0 || !lines_.empty() || !jobs_->isIdle()) return;
    if ((scriptWaitsForSettled_ || screenshot_) && !isSettled()) return;
    scriptWaitsForSettled_ = false;
    if (screenshot_) {
      needFrames(1);  // drawFrame() takes it
      return;
    }
    scriptLine_.reset();
  }
  if (!hasOpened_) return;
  scriptLine_ = script_->next();
  scriptLineSince_ = now();
  if (!scriptLine_) {
    quits_ = true;
    return;
  }
  if (const auto problem = commands_.run(scriptLine_->text)) {
    report(script_->errorAt(*scriptLine_, *problem));
    exitCode_ = ExitCode::WrongUse;
    quits_ = true;
    return;
  }
  needFrames(2);
}

std::optional<Diagnostic> Application::expect(const edit::Arguments& arguments) const {
  if (arguments.size() != 2) return plainError("it is written expect WHAT VALUE.");
  const std::string& what = arguments[0];
  std::string actual;
  if (what == "selected") {
    actual = workspace_.selection().empty() ? "none" : workspace_.selection().back().id;
  } else if (what == "selections") {
    actual = fmt::format("{}", workspace_.selection().size());
  } else if (what == "date") {
    actual = workspace_.date().toString();
  } else if (what == "tool") {
    actual = scene::wordOf(edit::kToolWords, workspace_.tool()).text;
  } else if (what == "rings") {
    actual = fmt::format("{}", model_ ? model_->rings.size() : 0);
  } else if (what == "reaching") {
    actual = status_.reachingRings ? fmt::format("{}", *status_.reachingRings) : "none";
  } else if (what == "modified") {
    actual = workspace_.history().isModified() ? "yes" : "no";
  } else if (what == "problems") {
    actual = fmt::format("{}", workspace_.problems().size());
  } else if (what == "scenario") {
    actual = workspace_.name();
  } else if (what == "camera") {
    actual = fmt::format("{:.2f},{:.2f},{:.0f}", camera_.target.latDegrees(), camera_.target.lonDegrees(),
                         camera_.rangeMeters / 1000.0);
  } else if (what == "full-screen") {
    actual = window_.isFullScreen() ? "yes" : "no";
  } else if (what == "panel") {
    actual = preferences_.panelOpen ? "open" : "closed";
  } else {
    return plainError(fmt::format("there is no \"{}\" to expect.", what),
                      "There are selected, selections, date, tool, rings, reaching, modified, problems, scenario, "
                      "camera, full-screen and panel.");
  }
  if (actual == arguments[1]) return std::nullopt;
  return plainError(fmt::format("{} is {}.", what, actual));
}

void Application::followFile() {
  if (workspace_.file().empty() || now() - fileLookedAt_ < kFileLookSeconds || loader_->isBusy()) return;
  fileLookedAt_ = now();
  const auto written = lastWritten(workspace_.file());
  if (!written || !fileWritten_ || *written == *fileWritten_) return;
  if (workspace_.history().isModified()) {
    if (!fileChangeTold_) {
      tell(Severity::Warning,
           "The file changed on disk. It was not read again, since your changes would be lost; "
           "\"revert\" reads it.");
      needFrames(2);
    }
    fileChangeTold_ = true;
    return;
  }
  if (written == fileAskedFor_) return;  // that version was dropped or could not be read: it is not ours to overwrite
  fileAskedFor_ = written;
  load({workspace_.file().string(), true, true});
}

void Application::savePreferences() {
  preferencesChanged_ = -1.0;
  if (!window_.isFullScreen() && !options_.windowWidth) {
    // In units of length: the window is made larger by the monitor's scale when it is opened.
    const double scale = window_.contentScale();
    preferences_.windowWidth = std::max(200, static_cast<int>(std::lround(window_.widthPixels() / scale)));
    preferences_.windowHeight = std::max(100, static_cast<int>(std::lround(window_.heightPixels() / scale)));
  }
  if (preferences_ == savedPreferences_) return;
  savedPreferences_ = preferences_;
  if (!preferencesFile_) return;
  edit::Preferences kept = preferences_;
  if (largeType_) kept.textScale = smallTextScale_;
  if (const auto problem = edit::savePreferences(kept, *preferencesFile_)) {
    tell(*problem);
    report(*problem);
  }
}

ExitCode Application::writeStats() const {
  const MapPicture::Counts& counts = picture_->counts();
  std::vector<std::string> selected;
  for (const scene::Item& item : workspace_.selection()) selected.push_back(item.id);
  const nlohmann::ordered_json json{
      {"gl_renderer", driver_},
      {"window", {{"width", window_.widthPixels()}, {"height", window_.heightPixels()}}},
      {"milliseconds",
       {{"first_picture", measured_.firstPictureMs},
        {"first_complete_picture", measured_.firstCompleteMs},
        {"moving_frame_mean",
         counts.movingFrames > 0 ? counts.movingMilliseconds / static_cast<double>(counts.movingFrames) : 0.0},
        {"moving_frame_slowest", counts.slowestMovingMilliseconds},
        {"slowest_turn_of_the_loop", measured_.slowestHandledMs},
        {"last_change_shown", measured_.shownChangeMs},
        {"slowest_change_shown", measured_.slowestShownChangeMs},
        {"last_settle", measured_.settleMs},
        {"slowest_settle", measured_.slowestSettleMs}}},
      {"camera",
       {{"lat", camera_.target.latDegrees()},
        {"lon", camera_.target.lonDegrees()},
        {"range_km", camera_.rangeMeters / 1000.0},
        {"heading", geo::radiansToDegrees(camera_.headingRadians)},
        {"tilt", geo::radiansToDegrees(camera_.tiltRadians)}}},
      {"selected", selected},
      {"moving_frames", counts.movingFrames},
      {"moving_resolution", picture_->reduction()},
      {"frames", measured_.frames},
      {"seconds", now()},
      {"cpu_seconds", processCpuSeconds()},
      {"peak_rss_bytes", peakResidentBytes()}};
  const std::string text = json.dump(2) + "\n";
  const auto problem =
      output::writeFile(*options_.stats, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  if (!problem) return ExitCode::Ok;
  report(*problem);
  return ExitCode::FileError;
}

}  // namespace cordon::app
