#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/choose_view.h"
#include "app/exit_code.h"
#include "app/view/imgui_backend.h"
#include "app/view/map_control.h"
#include "app/view/map_picture.h"
#include "app/view/picture_jobs.h"
#include "app/view/scenario_loader.h"
#include "app/view/script.h"
#include "app/view/view_options.h"
#include "base/data_paths.h"
#include "edit/command_table.h"
#include "edit/workspace.h"
#include "gl/window.h"
#include "render/renderer.h"
#include "ui/interface.h"

namespace cordon::app {

/// What the window needs and nothing in it changes.
struct Resources {
  DataPaths paths;
  scenario::Catalogue catalogue;
  mapdata::Gazetteer gazetteer;
  mapdata::MapData mapData;
};

/// A model to build from what is shown.
struct ModelRequest {
  edit::Workspace::DocumentPointer document;
  scene::ModelOptions options;
};
struct BuiltModel {
  ModelRequest request;
  std::shared_ptr<const scene::RenderModel> model;  ///< null: it could not be built
  Diagnostics problems;
};

/// The path from the root; as it is where the present folder cannot be asked.
std::filesystem::path absolutePath(const std::filesystem::path& path);

/// The window of `cordon view`: brings together the scenario, the map, the panels and the user, and runs until it is
/// closed. Belongs to the main thread.
class Application {
 public:
  /// Opens the window; the first scenario is under way. `start` is when the program began.
  Application(const ViewOptions& options, const Resources& resources, gl::Window& window, edit::Preferences preferences,
              std::optional<std::filesystem::path> preferencesFile, std::chrono::steady_clock::time_point start);
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  /// Why the driver cannot draw the map; nothing where it can.
  const std::optional<Diagnostic>& driverProblem() const { return driverProblem_; }

  /// Runs until the window is closed or the script has ended.
  ExitCode run();

 private:
  friend class WindowCommands;

  // application.cpp: the loop
  void handle(double seconds);
  double secondsToWait() const;
  void takeAnswers();
  void runLines();
  void stepScript();
  std::optional<Diagnostic> expect(const edit::Arguments& arguments) const;
  bool isSettled() const;
  void followShown();
  void followFile();
  void savePreferences();
  ExitCode writeStats() const;

  // application_frame.cpp: what is drawn
  bool isBare() const;
  typography::Rect room() const;
  scene::Projector projector() const;
  double mapUnit() const;
  void stepPicture();
  void drawFrame();
  void updateStatus();
  scene::HeightFunction drawnHeight() const;
  const std::vector<scene::PlacedSign>* drawnSigns() const;
  std::vector<scene::Pick> picksAt(typography::Point pixel) const;
  std::optional<ui::Picture> viewPicture(const std::string& id);
  std::optional<ChosenView> chooseSavedView(const scenario::View& view) const;
  std::shared_ptr<const scene::RenderModel> modelWithout(scene::Layer layer) const;

  // application_input.cpp: what the user does
  void installHandlers();
  void pressButton(int button, bool pressed, int modifiers);
  void movePointer(double x, double y);
  bool isTextExpected() const;
  void giveEarlyText();
  void pressChord(const std::string& chord, bool repeated);
  void clickMap(typography::Point pixel, bool add);
  void selectBox(const typography::Rect& box, bool add);
  typography::Point toMap(double x, double y) const;
  bool isOverMap(double x, double y) const;

  void run(std::string line) { lines_.push_back(std::move(line)); }
  void tell(Severity severity, std::string text) { workspace_.tell(severity, std::move(text)); }
  void tell(const Diagnostic& diagnostic);
  void load(LoadRequest request);
  double now() const;
  void needFrames(int count) { framesWanted_ = std::max(framesWanted_, count); }

  const ViewOptions& options_;
  const Resources& resources_;
  gl::Window& window_;
  edit::Preferences preferences_;
  edit::Preferences savedPreferences_;
  std::optional<std::filesystem::path> preferencesFile_;
  std::chrono::steady_clock::time_point start_;

  edit::Workspace workspace_;
  edit::CommandTable commands_;
  std::deque<std::string> lines_;
  std::optional<Script> script_;
  std::optional<Script::Line> scriptLine_;  ///< being carried out
  double scriptLineSince_ = 0.0;
  std::optional<std::filesystem::path> screenshot_;  ///< of the whole window, at the next settled frame
  bool scriptWaitsForSettled_ = false;
  double waitUntil_ = 0.0;
  std::deque<std::function<void()>> scriptSteps_;  ///< one a frame

  scene::Camera camera_;
  std::unique_ptr<MapControl> control_;
  bool pressedMap_ = false;
  bool pressedShift_ = false;
  typography::Point pointer_{-1.0, -1.0};  ///< window pixels
  bool pointerIsInside_ = false;
  typography::Point lastPickAt_{-1.0, -1.0};
  std::size_t pickTurn_ = 0;
  struct LastKey {
    int key = 0;
    int modifiers = 0;
    bool repeated = false;
  };
  LastKey lastKey_;
  double textExpectedUntil_ = 0.0;
  std::u16string earlyText_;  ///< typed before the field that was asked for had the keyboard

  render::TileStore tiles_;
  std::unique_ptr<render::Renderer> renderer_;
  std::optional<Diagnostic> driverProblem_;
  std::string driver_;
  std::unique_ptr<typography::Typesetter> typesetter_;
  std::unique_ptr<OverlayPainter> painter_;
  std::unique_ptr<LatestWorker<ModelRequest, BuiltModel>> modelBuilder_;
  std::unique_ptr<ScenarioLoader> loader_;
  std::unique_ptr<MapPicture> picture_;
  std::unique_ptr<PictureJobs> jobs_;
  std::optional<ImGuiBackend> imgui_;
  std::unique_ptr<ui::Interface> interface_;

  std::shared_ptr<const scene::RenderModel> model_;
  std::uint64_t modelNumber_ = 0;  ///< counts the models that were shown
  std::optional<ModelRequest> askedModel_;
  bool modelIsCurrent_ = false;
  ui::MapStatus status_;
  bool laser_ = false;
  bool largeType_ = false;
  double smallTextScale_ = 1.0;

  struct ViewThumbnail {
    render::OverlayLayer picture;
    int width = 0;
    int height = 0;
    std::optional<scenario::View> askedFor;  ///< the view of whose picture this is
  };
  std::map<std::string, ViewThumbnail> thumbnails_;

  std::optional<std::filesystem::file_time_type> fileWritten_;   ///< of the version that was read or saved
  std::optional<std::filesystem::file_time_type> fileAskedFor_;  ///< of the version that was last read again by itself
  double fileLookedAt_ = 0.0;
  bool fileChangeTold_ = false;
  bool loadIsCancelled_ = false;
  bool fileHasErrors_ = false;  ///< of workspace_.file(): it is not saved over itself
  std::uint64_t loadNumber_ = 0;

  bool quits_ = false;
  ExitCode exitCode_ = ExitCode::Ok;
  int framesWanted_ = 3;
  double lastInput_ = 0.0;
  double lastTurn_ = 0.0;
  double preferencesChanged_ = -1.0;
  bool hasOpened_ = false;

  struct Measured {
    double firstPictureMs = 0.0;
    double firstCompleteMs = 0.0;
    std::size_t frames = 0;
    double slowestHandledMs = 0.0;  ///< the longest that the thread that draws was away from its events
    double shownChangeMs = 0.0;     ///< from the last change of what is shown to a picture of it
    double slowestShownChangeMs = 0.0;
    double settleMs = 0.0;  ///< from the last movement's end to the complete picture
    double slowestSettleMs = 0.0;
  };
  Measured measured_;
  double shownChangedAt_ = -1.0;
  double restedAt_ = -1.0;
  bool wasMoving_ = false;
  double movingDrawMs_ = 0.0;  ///< what the last reduced picture took to hand to the driver
};

}  // namespace cordon::app
