#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/choose_view.h"
#include "app/exit_code.h"
#include "app/view/comparison_follower.h"
#include "app/view/feature_drag.h"
#include "app/view/foreign_files.h"
#include "app/view/imgui_backend.h"
#include "app/view/input_queue.h"
#include "app/view/large_type.h"
#include "app/view/map_control.h"
#include "app/view/map_picture.h"
#include "app/view/picture_jobs.h"
#include "app/view/scenario_file_watch.h"
#include "app/view/scenario_loader.h"
#include "app/view/script_runner.h"
#include "app/view/unsaved_work.h"
#include "app/view/view_options.h"
#include "app/view/view_statistics.h"
#include "app/view/view_thumbnails.h"
#include "base/data_paths.h"
#include "edit/command_table.h"
#include "edit/scenario_file.h"
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
  std::shared_ptr<const render::PreparedModel> model;  ///< null: it could not be built
  Diagnostics problems;
};

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
  bool awaitsModel() const;
  void showFrame(double turnBeganSeconds);
  void runLines();
  void stepScript();
  bool isBusy() const;
  bool isSettled() const;
  void moveMap(double nowSeconds);
  bool askForModel();
  void takeModel(bool isJustAsked);

  // application_files.cpp: scenarios, preferences and statistics come and go
  void load(LoadRequest request);
  void takeLoaded();
  void showLoaded(LoadedFile loaded);
  void showFirstView();
  void tellUnreadable(const LoadedFile& loaded);
  void followFile();
  std::optional<Diagnostic> save(const std::filesystem::path& file, bool overwrites);
  void newScenario();
  void recover();
  void followUnsaved();
  void followTitle();
  void followComparison();
  void followForeign();
  void followPreferences(double nowSeconds);
  void savePreferences();
  ExitCode writeStats() const;

  // application_frame.cpp: what is drawn
  bool isBare() const;
  /// Whether a place on the ground is in the map's picture.
  bool isInView(geo::LatLon place) const;
  typography::Rect room() const;
  scene::Projector projector() const;
  double mapUnit() const;
  void stepPicture();
  void stepJobs(int heightPixels);
  void drawFrame();
  void takeScreenshot();
  void updateStatus();
  scene::HeightFunction drawnHeight() const;
  const std::vector<scene::PlacedSign>* drawnSigns() const;
  std::vector<scene::Pick> picksAt(typography::Point pixel) const;

  /// What the pointer is over. With ten thousand sites it takes milliseconds to find: not for every frame.
  struct Pointed {
    /// What it depends on.
    struct At {
      double x = 0.0;  ///< of the map, pixels
      double y = 0.0;
      scene::Camera camera;
      int widthPixels = 0;
      int heightPixels = 0;
      double unit = 1.0;
      std::uint64_t modelNumber = 0;
      std::uint64_t letteringNumber = 0;

      friend bool operator==(const At&, const At&) = default;
    };
    At at;
    std::optional<geo::LatLon> place;
    std::optional<double> elevationMeters;
    std::optional<std::size_t> reachingRings;
    std::optional<std::vector<scene::Pick>> picks;  ///< nothing: not yet looked for
  };
  Pointed pointedAt(const scene::Projector& map, const Pointed::At& at) const;
  std::optional<ui::Picture> viewPicture(const std::string& id);
  Result<ChosenView> chooseView(RenderOptions wanted) const;
  Result<ChosenView> chooseSavedView(const scenario::View& view) const;
  std::shared_ptr<const render::PreparedModel> modelWithout(scene::Layer layer) const;

  // application_input.cpp: what the user does
  void installHandlers();
  void noteInput(InputEvent event);
  void takeInput();
  void handleInput(const InputEvent& event);
  void takeKey(const InputEvent& event);
  void typeChord(const std::string& chord);
  void pressButton(int button, bool pressed, int modifiers, double seconds);
  bool takeHold(MapControl::Button button, typography::Point at, int modifiers);
  void movePointer(double x, double y, double seconds);
  void pressChord(const std::string& chord, bool repeated);
  void clickMap(typography::Point pixel, bool add);
  /// Whether a click there chooses the next of what lies under the last one.
  bool isAtLastPick(typography::Point pixel) const;
  void selectBox(const typography::Rect& box, bool add);
  typography::Point toMap(double x, double y) const;
  bool isOverMap(double x, double y) const;

  void run(std::string line) { lines_.push_back(std::move(line)); }
  void tell(Severity severity, std::string text) { workspace_.tell(severity, std::move(text)); }
  void tell(const Diagnostic& diagnostic);
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
  ScriptRunner script_;

  scene::Camera camera_;
  std::unique_ptr<MapControl> control_;
  FeatureDrag drag_{workspace_};
  bool pressedMap_ = false;
  bool pressedShift_ = false;
  typography::Point pointer_{-1.0, -1.0};  ///< window pixels
  std::optional<Pointed> pointed_;
  bool pointerIsInside_ = false;
  typography::Point lastPickAt_{-1.0, -1.0};
  std::size_t pickTurn_ = 0;
  struct LastKey {
    int key = 0;
    int modifiers = 0;
    bool repeated = false;
  };
  LastKey lastKey_;
  InputQueue input_;
  int fieldFrames_ = 0;       ///< in which the field that was asked for should have the keyboard
  bool saysLoading_ = false;  ///< where the map will be
  bool altIsAlone_ = false;   ///< Alt was pressed, and nothing since

  render::TileStore tiles_;
  std::unique_ptr<render::Renderer> renderer_;
  std::optional<Diagnostic> driverProblem_;
  std::string driver_;
  bool isSoftwareDriver_ = false;  ///< OpenGL is drawn by the processor
  std::unique_ptr<typography::Typesetter> typesetter_;
  std::unique_ptr<OverlayPainter> painter_;
  std::unique_ptr<LatestWorker<ModelRequest, BuiltModel>> modelBuilder_;
  std::unique_ptr<ScenarioLoader> loader_;
  std::unique_ptr<ComparisonFollower> comparison_;
  std::unique_ptr<ForeignFiles> foreign_;
  std::unique_ptr<MapPicture> picture_;
  std::unique_ptr<PictureJobs> jobs_;
  std::unique_ptr<ViewThumbnails> thumbnails_;
  std::optional<ImGuiBackend> imgui_;
  std::unique_ptr<ui::Interface> interface_;

  std::shared_ptr<const render::PreparedModel> model_;
  std::uint64_t modelNumber_ = 0;  ///< counts the models that were shown
  std::optional<ModelRequest> askedModel_;
  double modelAskedSeconds_ = 0.0;
  bool modelIsCurrent_ = false;
  ui::MapStatus status_;
  bool laser_ = false;
  LargeType largeType_;

  ScenarioFileWatch fileWatch_;
  edit::FileVersion version_;  ///< what the document was read from or last saved as
  UnsavedWork unsaved_;
  bool recoveryIsOffered_ = false;
  bool loadIsCancelled_ = false;
  bool fileHasErrors_ = false;  ///< of workspace_.file(): it is not saved over itself
  std::uint64_t loadNumber_ = 0;

  bool quits_ = false;
  ExitCode exitCode_ = ExitCode::Ok;
  int framesWanted_ = 3;
  bool frameIsDue_ = false;  ///< the next turn draws it before all else
  double lastInput_ = 0.0;
  double lastTurn_ = 0.0;
  std::optional<double> preferencesChangedAt_;  ///< and not saved since
  bool hasOpened_ = false;
  std::string windowTitle_;

  ViewStatistics statistics_;
  bool wasMoving_ = false;
  double movingDrawSeconds_ = 0.0;  ///< what the last reduced picture took to hand to the driver
};

}  // namespace cordon::app
