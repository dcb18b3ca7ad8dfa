#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/view/application.h"
#include "app/view/fly_to.h"
#include "app/view/window_commands.h"
#include "geo/coordinate_format.h"

namespace cordon::app {

namespace {

using edit::Arguments;
using edit::Command;
using edit::Failure;

constexpr double kZoomStep = 1.6;
constexpr double kPanShare = 0.18;  // of the map's smaller side
constexpr double kTurnStep = 0.17;
constexpr double kPlaceRangeMeters = 250.0e3;
/// From lower down the open sea is one blue.
constexpr double kLeastSeaRangeMeters = 50.0e3;

/// What a key does to the camera.
struct Step {
  const char* name;
  const char* title;
  const char* chords;
  double zoom = 1.0;
  double right = 0.0;  ///< shares of a step
  double down = 0.0;
  double headingRadians = 0.0;
  double tiltRadians = 0.0;
};

constexpr std::array kSteps{Step{"zoom-in", "Nearer", "+ =", kZoomStep},
                            Step{"zoom-out", "Farther", "-", 1.0 / kZoomStep},
                            Step{"pan-left", "Move left", "Left", 1.0, -1.0, 0.0},
                            Step{"pan-right", "Move right", "Right", 1.0, 1.0, 0.0},
                            Step{"pan-up", "Move up", "Up", 1.0, 0.0, -1.0},
                            Step{"pan-down", "Move down", "Down", 1.0, 0.0, 1.0},
                            Step{"turn-left", "Turn left", "Shift+Left", 1.0, 0.0, 0.0, -kTurnStep},
                            Step{"turn-right", "Turn right", "Shift+Right", 1.0, 0.0, 0.0, kTurnStep},
                            Step{"tilt-up", "Look more to the horizon", "Shift+Up", 1.0, 0.0, 0.0, 0.0, kTurnStep},
                            Step{"tilt-down", "Look more downward", "Shift+Down", 1.0, 0.0, 0.0, 0.0, -kTurnStep}};

}  // namespace

void WindowCommands::addCamera(Application& app) {
  Command camera = edit::command("camera", "Look from a camera", "LAT,LON,RANGE_KM[,HEADING[,TILT]]", "Map");
  camera.inPalette = false;
  camera.run = [&app](const Arguments& a) -> Failure {
    const auto view = parseCamera("camera", a.front());
    if (!view) return view.diagnostics().front();
    app.control_->jumpTo(cameraOf(*view));
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(camera), 1, 1);

  Command go = edit::command("go", "Fly to a position", "POSITION [RANGE_KM]", "Map");
  go.inPalette = false;
  go.run = [&app](const Arguments& a) -> Failure {
    const auto position = geo::parseCoordinates(a.front());
    if (!position) return position.diagnostics().front();
    double range = std::min(kPlaceRangeMeters, app.camera_.rangeMeters);
    const bool isOnLand = app.resources_.mapData.groundHeightMeters(*position) > 0.0;
    if (!isOnLand && !app.isInView(*position)) range = std::max(range, kLeastSeaRangeMeters);
    if (a.size() > 1) {
      const auto km = edit::readNumber("RANGE_KM", a[1], {scenario::kLeastCameraKm, scenario::kMostCameraKm});
      if (!km) return km.diagnostics().front();
      range = *km * 1000.0;
    }
    app.control_->flyTo({*position, range, 0.0, 0.0});
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(go), 1, 2);

  Command flyTo = edit::command("fly-to", "Fly to a site or place", "ID", "Map");
  flyTo.inPalette = false;
  flyTo.run = [&app](const Arguments& a) -> Failure {
    const auto found = cameraOf(a.front(), app.workspace_.document(), app.resources_.gazetteer,
                                app.model_ ? &app.model_->model() : nullptr);
    if (!found) return plainError(fmt::format("there is no site, line, area or place \"{}\".", a.front()));
    app.control_->flyTo(*found);
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(flyTo), 1, 1);
}

void WindowCommands::addViews(Application& app) {
  Command view = edit::command("view", "Go to a saved view", "ID", "Map");
  view.run = [&app](const Arguments& a) -> Failure {
    const std::vector<scenario::View>& views = app.workspace_.document().views;
    const auto found = std::find_if(views.begin(), views.end(),
                                    [&](const scenario::View& v) { return v.id == a.front() || v.name == a.front(); });
    if (found == views.end()) {
      std::vector<std::string> ids;
      for (const scenario::View& v : views) ids.push_back(v.id);
      return edit::unknown("view", a.front(), ids);
    }
    const auto chosen = app.chooseSavedView(*found);
    if (!chosen) return chosen.diagnostics().front();
    app.control_->flyTo(chosen->camera);
    if (chosen->date) app.workspace_.shown().date = chosen->date;
    if (!found->layers.empty()) app.workspace_.shown().layers = chosen->layers;
    return std::nullopt;
  };
  view.choices = [&app] {
    std::vector<Command::Choice> choices;
    for (const scenario::View& v : app.workspace_.document().views) {
      choices.push_back({edit::quoted(v.id), "View: " + (v.name.empty() ? v.id : v.name)});
    }
    return choices;
  };
  edit::addCommand(app.commands_, std::move(view), 1, 1);

  Command home = edit::command("home", "Back to the scenario's first view", "", "Map", "Space");
  home.run = [&app](const Arguments&) -> Failure {
    const auto chosen = app.chooseView({});
    if (!chosen) return chosen.diagnostics().front();
    app.control_->flyTo(chosen->camera);
    return std::nullopt;
  };
  edit::addCommand(app.commands_, std::move(home), 0, 0);
}

void WindowCommands::addCameraSteps(Application& app) {
  const auto addTurn = [&app](Command added, double scene::Camera::*angle) {
    added.run = [&app, angle](const Arguments&) -> Failure {
      scene::Camera camera = app.camera_;
      camera.*angle = 0.0;
      app.control_->flyTo(camera);
      return std::nullopt;
    };
    edit::addCommand(app.commands_, std::move(added), 0, 0);
  };
  addTurn(edit::command("north", "North up", "", "Map", "N"), &scene::Camera::headingRadians);
  addTurn(edit::command("reset-tilt", "Look straight down", "", "Map", "R"), &scene::Camera::tiltRadians);

  for (const Step& step : kSteps) {
    Command added = edit::command(step.name, step.title, "", "Map", step.chords);
    added.run = [&app, step](const Arguments&) -> Failure {
      const typography::Rect room = app.room();
      const double pan = kPanShare * std::min(room.width, room.height);
      if (step.zoom != 1.0) app.control_->zoomBy(step.zoom, {0.5 * room.width, 0.5 * room.height});
      if (step.right != 0.0 || step.down != 0.0) app.control_->panBy(step.right * pan, step.down * pan);
      if (step.headingRadians != 0.0 || step.tiltRadians != 0.0) {
        app.control_->turnBy(step.headingRadians, step.tiltRadians);
      }
      return std::nullopt;
    };
    edit::addCommand(app.commands_, std::move(added), 0, 0);
  }
}

}  // namespace cordon::app
