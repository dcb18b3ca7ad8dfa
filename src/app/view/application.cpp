#include "app/view/application.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <thread>
#include <utility>

#include "app/messages.h"
#include "app/view/window_commands.h"
#include "edit/edit_commands.h"
#include "edit/workspace_commands.h"

namespace cordon::app {

namespace {

constexpr double kFileLookSeconds = 1.0;
constexpr double kTooltipSeconds = 0.3;
constexpr double kPlaySeconds = 0.02;
// A small scenario's model is built while one waits, so that a change shows in the very next picture.
constexpr std::chrono::milliseconds kModelWait{25};
// A larger one's is waited for so long, not by the thread that draws, but by the next frame.
constexpr double kModelPatienceSeconds = 0.1;
// A turn that was as long as this leaves the frame to the next one.
constexpr double kLongTurnSeconds = 0.012;

BuiltModel buildModel(const ModelRequest& request, const mapdata::Gazetteer& gazetteer, scene::BuildCache& cache) {
  try {
    Result<scene::RenderModel> model = scene::buildRenderModel(*request.document, gazetteer, request.options, cache);
    BuiltModel built{request, nullptr, model.diagnostics()};
    if (model) {
      built.model = std::make_shared<const render::PreparedModel>(
          std::make_shared<const scene::RenderModel>(std::move(model).value()));
    }
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
      script_([this](const std::string& line) { return commands_.run(line); },
              [](const Diagnostics& problems) { report(problems); }),
      tiles_([&resources](mapdata::TileKey key) { return resources.mapData.buildTile(key); },
             std::clamp(std::thread::hardware_concurrency(), 2U, 8U), [] { gl::Window::wake(); }),
      unsaved_(edit::journalFolder(), resources.catalogue) {
  loader_ = std::make_unique<ScenarioLoader>(
      [&resources](const LoadRequest& request) {
        return loadFile(request, resources.paths.assets, resources.catalogue);
      },
      [] { gl::Window::wake(); });
  load({options.scenario, false});
  comparison_ = std::make_unique<ComparisonFollower>(workspace_, resources.paths.assets, resources.catalogue,
                                                     [] { gl::Window::wake(); });
  foreign_ = std::make_unique<ForeignFiles>(workspace_, resources.catalogue, [] { gl::Window::wake(); });
  modelBuilder_ = std::make_unique<LatestWorker<ModelRequest, BuiltModel>>(
      [&resources, cache = std::make_shared<scene::BuildCache>()](const ModelRequest& request) {
        return buildModel(request, resources.gazetteer, *cache);
      },
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
  isSoftwareDriver_ = isSoftware(driver_);
  picture_ = std::make_unique<MapPicture>(*renderer_, *painter_, isSoftwareDriver_);
  jobs_ = std::make_unique<PictureJobs>(
      resources.mapData, resources.paths.assets / "fonts",
      [this](const PictureJobs::Outcome& outcome) {
        if (outcome.problem) {
          tell(*outcome.problem);
          script_.fail({*outcome.problem}, ExitCode::FileError);
        } else {
          tell(Severity::Note, fmt::format("The picture is in {}{}", outcome.file.string(),
                                           outcome.madeFolder ? " (the folder was made for it)" : ""));
        }
      },
      [] { gl::Window::wake(); });
  thumbnails_ = std::make_unique<ViewThumbnails>(*jobs_, [this] { needFrames(1); });

  control_ = std::make_unique<MapControl>(camera_, [this] { return projector(); });
  installHandlers();
  imgui_.emplace(window_);
  interface_ = std::make_unique<ui::Interface>(resources.paths.assets / "fonts");
  interface_->state().builtInScenarios = scenario::builtInScenarios(resources.paths.assets);
  for (const Diagnostic& problem : interface_->problems()) tell(problem);
  workspace_.shown().language = preferences_.language;
  workspace_.shown().secondLanguage = preferences_.secondLanguage;
  workspace_.shown().lengthUnit = preferences_.lengthUnit;
  edit::addWorkspaceCommands(commands_, workspace_, preferences_);
  edit::addEditCommands(commands_, workspace_, {resources.catalogue, [&resources](geo::LatLon place) {
                                                  return resources.mapData.groundHeightMeters(place) > 0.0;
                                                }});
  ui::addInterfaceCommands(commands_, *interface_);
  WindowCommands::add(*this);
  if (isSoftwareDriver_) {
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
  // The reason first: the status bar cuts what is long, and paths are.
  std::string text = diagnostic.message;
  if (!diagnostic.mend.empty()) text += " " + diagnostic.mend;
  if (!diagnostic.file.empty()) text += " (" + diagnostic.file + ")";
  tell(diagnostic.severity, std::move(text));
}

ExitCode Application::run() {
  if (options_.script) {
    Result<Script> script = Script::read(*options_.script);
    if (!script) {
      report(script.diagnostics());
      return ExitCode::FileError;
    }
    script_.start(std::move(script).value());
  }
  if (options_.fullScreen) window_.setFullScreen(true);
  while (!quits_) {
    handle(secondsToWait());
  }
  // Whoever quits was asked; only what was not is offered again.
  unsaved_.discardOwn();
  if (exitCode_ == ExitCode::Ok && options_.stats) return writeStats();
  return exitCode_;
}

// A frame that the new model would replace at once only keeps the processor from building it.
bool Application::awaitsModel() const {
  return model_ && hasOpened_ && !modelIsCurrent_ && !wasMoving_ && now() - modelAskedSeconds_ < kModelPatienceSeconds;
}

double Application::secondsToWait() const {
  if (frameIsDue_) return 0.0;
  if (awaitsModel()) return 0.01;
  if (framesWanted_ > 0 || !input_.isEmpty() || !lines_.empty() || picture_->hasWork() || control_->isMoving() ||
      interface_->needsFrame()) {
    return 0.0;
  }
  if (workspace_.playback().playing) return kPlaySeconds;
  if (script_.isRunning()) return 0.005;
  if (!isSettled() || !jobs_->isIdle()) return 0.02;
  if (now() - lastInput_ < kTooltipSeconds) return 0.05;
  return kFileLookSeconds;
}

void Application::handle(double seconds) {
  window_.handleEvents(seconds);
  const double began = now();
  if (std::exchange(frameIsDue_, false)) {
    showFrame(began);
    return;
  }
  if (window_.wantsToClose()) {
    window_.dontClose();
    run("quit");
  }
  takeInput();
  takeLoaded();
  stepScript();
  runLines();
  moveMap(began);
  followForeign();
  followComparison();
  takeModel(askForModel());
  followFile();
  followUnsaved();
  followTitle();
  followPreferences(began);
  stepPicture();
  if (interface_->needsFrame()) needFrames(1);
  const bool wantsFrame = framesWanted_ > 0 && !awaitsModel();
  // The window's events are not kept waiting for both.
  frameIsDue_ = wantsFrame && now() - began > kLongTurnSeconds;
  if (wantsFrame && !frameIsDue_) {
    showFrame(began);
  } else if (hasOpened_) {
    statistics_.noteTurn(now() - began);
  }
}

void Application::showFrame(double turnBeganSeconds) {
  --framesWanted_;
  drawFrame();
  if (hasOpened_) statistics_.noteTurn(now() - turnBeganSeconds);
}

void Application::moveMap(double nowSeconds) {
  control_->setSettings({preferences_.inertia, preferences_.invertZoom});
  const bool moves = control_->advance(nowSeconds) || control_->isDragging();
  workspace_.setCamera(camera_);
  if (wasMoving_ && !moves) statistics_.noteRest(nowSeconds);
  wasMoving_ = moves;
  // The next date waits until the map shows this one with its labels.
  const bool playing = workspace_.playback().playing;
  const bool isShown = modelIsCurrent_ && picture_->hasLettering();
  if (playing && isShown) workspace_.advance(std::clamp(nowSeconds - lastTurn_, 0.0, 0.25));
  if (isShown || !playing) lastTurn_ = nowSeconds;
}

bool Application::askForModel() {
  if (!hasOpened_) return false;
  if (askedModel_ && askedModel_->document == workspace_.documentPointer() &&
      askedModel_->options == workspace_.shown()) {
    return false;
  }
  askedModel_ = ModelRequest{workspace_.documentPointer(), workspace_.shown()};
  modelBuilder_->request(*askedModel_);
  modelIsCurrent_ = false;
  modelAskedSeconds_ = now();
  statistics_.noteShownChange(now());
  return true;
}

void Application::takeModel(bool isJustAsked) {
  if (!askedModel_ || modelIsCurrent_) return;
  std::optional<BuiltModel> built = isJustAsked ? modelBuilder_->takeWithin(kModelWait) : modelBuilder_->take();
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

bool Application::isBusy() const {
  return loader_->isBusy() || comparison_->isBusy() || foreign_->isBusy() || !status_.loadingText.empty() ||
         control_->isMoving() || !input_.isEmpty() || !lines_.empty();
}

bool Application::isSettled() const {
  return hasOpened_ && !isBusy() && modelIsCurrent_ && picture_->isComplete() && !control_->isDragging() &&
         !script_.hasSteps();
}

void Application::stepScript() {
  if (quits_) return;
  needFrames(script_.step({now(), hasOpened_, framesWanted_ > 0, isBusy() || !jobs_->isIdle(), isSettled()}));
  if (const std::optional<ExitCode> ended = script_.ended()) {
    exitCode_ = *ended;
    quits_ = true;
  }
}

}  // namespace cordon::app
