#include <GL/gl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/choose_view.h"
#include "app/messages.h"
#include "app/version.h"
#include "app/view/application.h"
#include "base/file_writer.h"
#include "output/png.h"
#include "scene/ground_projection.h"
#include "scene/reach.h"
#include "scene/symbols.h"

namespace cordon::app {

namespace {

// Type and signs of the map in a window: a little smaller than in a picture that is looked at from afar.
constexpr double kMapUnit = 0.82;
constexpr double kPickReachPixels = 7.0;
constexpr double kMarginPixels = 64.0;
/// For so long nothing but the empty window is shown while the first scenario is read.
constexpr double kQuietSeconds = 0.5;

/// In the middle of where the map will be.
void drawLoading(const typography::Rect& room) {
  constexpr const char* kText = "Loading…";
  const ImVec2 size = ImGui::CalcTextSize(kText);
  const ImVec2 corner(std::round(static_cast<float>(room.x + 0.5 * room.width) - 0.5F * size.x),
                      std::round(static_cast<float>(room.y + 0.5 * room.height) - 0.5F * size.y));
  // The ground behind it is dark in every theme.
  ImGui::GetBackgroundDrawList()->AddText(corner, IM_COL32(220, 228, 236, 255), kText);
}

}  // namespace

bool Application::isBare() const {
  return window_.isFullScreen() && !preferences_.panelOpen;
}

typography::Rect Application::room() const {
  return interface_->mapRoom(window_.widthPixels(), window_.heightPixels(), preferences_, isBare());
}

double Application::mapUnit() const {
  return kMapUnit * window_.contentScale() * std::max(1.0, preferences_.textScale);
}

scene::Projector Application::projector() const {
  const typography::Rect r = room();
  const int width = std::max(16, static_cast<int>(std::lround(r.width)));
  const int height = std::max(16, static_cast<int>(std::lround(r.height)));
  const double exaggeration = workspace_.shown().exaggeration;
  const scene::Camera lifted = scene::aboveGround(
      camera_, [&](geo::LatLon place) { return exaggeration * resources_.mapData.groundHeightMeters(place); });
  // Small windows and large type: the furniture must not eat the map.
  const double unit = std::min(mapUnit(), std::max(0.6, std::min(width / 700.0, height / 480.0)));
  return {lifted, width, height, unit};
}

bool Application::isInView(geo::LatLon place) const {
  const scene::Projector map = projector();
  const geo::Ecef point = geo::toEcef(place);
  const auto pixel = map.isAboveHorizon(point) ? map.toPixel(point) : std::nullopt;
  return pixel && pixel->x >= 0.0 && pixel->y >= 0.0 && pixel->x < map.widthPixels() && pixel->y < map.heightPixels();
}

void Application::stepPicture() {
  const bool saysLoading = !hasOpened_ && now() > kQuietSeconds;
  if (saysLoading != std::exchange(saysLoading_, saysLoading)) needFrames(1);
  const bool changes = wasMoving_ || workspace_.playback().playing;
  const MapPicture::Subject subject{
      projector(), model_, changes, workspace_.playback().playing,
      interface_->mapChrome(window_.widthPixels(), window_.heightPixels(), preferences_, isBare())};
  const double began = now();
  if (picture_->step(subject, began)) needFrames(1);
  movingDrawSeconds_ = now() - began;
  const render::Renderer::Readiness& ready = picture_->readiness();
  status_.loadedShare =
      ready.wanted == 0 ? 1.0 : 1.0 - static_cast<double>(ready.missing) / static_cast<double>(ready.wanted);
  if (!picture_->isComplete()) return;
  if (hasOpened_ && modelIsCurrent_ && !statistics_.hasCompletePicture()) needFrames(1);
  if (!wasMoving_) statistics_.noteSettled(now());
  if (!picture_->hasWork()) stepJobs(subject.projector.heightPixels());
}

void Application::stepJobs(int heightPixels) {
  if (jobs_->isIdle()) return;
  const int rows = isSoftwareDriver_ ? 200 : heightPixels;
  if (jobs_->step(*renderer_, rows) && model_) renderer_->setModel(model_);
}

void Application::updateStatus() {
  const scene::Projector map = projector();
  status_.fullScreen = window_.isFullScreen();
  status_.bare = isBare();
  status_.cameraHeightMeters = geo::toGeodetic(map.eye()).heightMeters;
  status_.cursor.reset();
  status_.elevationMeters.reset();
  status_.reachingRings.reset();
  status_.under.clear();
  status_.turn.reset();
  status_.laser.reset();
  status_.dragBox = control_->box();
  status_.dragWay = drag_.way();
  if (!pointerIsInside_ || !isOverMap(pointer_.x, pointer_.y)) return;
  const typography::Point pixel = toMap(pointer_.x, pointer_.y);
  if (laser_) status_.laser = pixel;
  // Under a window or a dialog there is nothing to point at.
  if (ImGuiBackend::wantsMouse()) return;
  const Pointed::At at{pixel.x,
                       pixel.y,
                       map.camera(),
                       map.widthPixels(),
                       map.heightPixels(),
                       map.unit(),
                       modelNumber_,
                       picture_->letteringNumber()};
  if (!pointed_ || !(pointed_->at == at)) pointed_ = pointedAt(map, at);
  status_.cursor = pointed_->place;
  status_.elevationMeters = pointed_->elevationMeters;
  status_.reachingRings = pointed_->reachingRings;
  if (control_->isDragging() || control_->isMoving() || !status_.cursor) return;
  // Signs that are not drawn yet are not pointed at; without them it would take long to find where they will be.
  if (!drawnSigns()) return;
  if (!pointed_->picks) pointed_->picks = picksAt(pixel);
  status_.under = *pointed_->picks;
  const bool hasTurn = isAtLastPick(pixel) && pickTurn_ < status_.under.size();
  if (hasTurn && workspace_.isSelected(status_.under[pickTurn_].item)) status_.turn = pickTurn_;
}

Application::Pointed Application::pointedAt(const scene::Projector& map, const Pointed::At& at) const {
  Pointed pointed{at, map.toGround({at.x, at.y}), {}, {}, {}};
  if (!pointed.place || !model_) return pointed;
  pointed.elevationMeters = resources_.mapData.elevationMeters(*pointed.place);
  pointed.reachingRings = scene::countReaching(model_->model(), *pointed.place);
  return pointed;
}

scene::HeightFunction Application::drawnHeight() const {
  return [this](geo::LatLon place) {
    return workspace_.shown().exaggeration * resources_.mapData.groundHeightMeters(place);
  };
}

// Where the signs were drawn, while the map is as it was then.
const std::vector<scene::PlacedSign>* Application::drawnSigns() const {
  return picture_->hasLettering() && picture_->overlay() ? &picture_->overlay()->signs : nullptr;
}

std::vector<scene::Pick> Application::picksAt(typography::Point pixel) const {
  if (!model_) return {};
  // Furniture is paper over the map: what lies beneath is not pointed at.
  if (picture_->overlay()) {
    const std::vector<typography::Rect>& panels = picture_->overlay()->panels;
    const auto holds = [pixel](const typography::Rect& panel) {
      return pixel.x >= panel.x && pixel.y >= panel.y && pixel.x < panel.x + panel.width &&
             pixel.y < panel.y + panel.height;
    };
    if (std::any_of(panels.begin(), panels.end(), holds)) return {};
  }
  const scene::Projector map = projector();
  const scene::GroundProjection ground(map, drawnHeight(), kMarginPixels);
  return scene::pickAt(model_->model(), ground, pixel, kPickReachPixels * map.unit(), scene::kSymbolRadius * map.unit(),
                       drawnSigns());
}

void Application::drawFrame() {
  const int width = window_.widthPixels();
  const int height = window_.heightPixels();
  if (width <= 0 || height <= 0) return;
  const double began = now();
  const bool moving = picture_->drewMoving();
  updateStatus();
  imgui_->beginFrame(interface_->prepare(window_.contentScale(), preferences_));
  const scene::Projector map = projector();
  const scene::GroundProjection ground(map, drawnHeight(), kMarginPixels);
  static const scene::RenderModel kNothing;
  const ui::ViewOfMap view{workspace_,
                           preferences_,
                           commands_,
                           resources_.catalogue,
                           model_ ? model_->model() : kNothing,
                           ground,
                           status_,
                           [this](const std::string& id) { return viewPicture(id); },
                           [this, width, height] { picture_->showLettering(room(), width, height); },
                           drawnSigns(),
                           modelNumber_,
                           picture_->overlay() ? picture_->overlay()->legendTitle : std::nullopt};
  interface_->draw(view, [this](std::string line) { run(std::move(line)); });
  if (saysLoading_) drawLoading(room());
  glViewport(0, 0, width, height);
  glClearColor(0.05F, 0.07F, 0.10F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  picture_->show(room(), height);
  imgui_->draw();
  if (isSettled() && framesWanted_ == 0) takeScreenshot();
  window_.swap();
  if (moving) {
    renderer_->finish();
    statistics_.noteMovingPicture(now() - began + movingDrawSeconds_);
  }
  statistics_.noteFrame(now(), hasOpened_ && modelIsCurrent_, picture_->isComplete());
}

void Application::takeScreenshot() {
  const std::optional<std::filesystem::path> file = script_.takeScreenshot();
  if (!file) return;
  const typography::Image image = renderer_->readWindow(window_.widthPixels(), window_.heightPixels());
  if (const auto problem = writeFile(*file, output::encodePng(image, {true, {{"Software", programName()}}}))) {
    tell(*problem);
    script_.fail({*problem}, ExitCode::FileError);
  }
}

Result<ChosenView> Application::chooseView(RenderOptions wanted) const {
  const scene::Projector map = projector();
  wanted.widthPixels = map.widthPixels();
  wanted.heightPixels = map.heightPixels();
  return app::chooseView(workspace_.document(), wanted);
}

Result<ChosenView> Application::chooseSavedView(const scenario::View& view) const {
  RenderOptions wanted;
  wanted.view = view.id.empty() ? view.name : view.id;
  return chooseView(std::move(wanted));
}

std::optional<ui::Picture> Application::viewPicture(const std::string& id) {
  const scenario::View* view = workspace_.document().findView(id);
  if (view == nullptr) return std::nullopt;
  return thumbnails_->find(*view, [&]() -> std::optional<ViewThumbnails::Subject> {
    if (!model_ || !picture_->isComplete()) return std::nullopt;
    const auto chosen = chooseSavedView(*view);
    if (!chosen) return std::nullopt;
    const auto groundHeight = [this](geo::LatLon place) { return resources_.mapData.groundHeightMeters(place); };
    return ViewThumbnails::Subject{scene::aboveGround(chosen->camera, groundHeight), model_};
  });
}

std::shared_ptr<const render::PreparedModel> Application::modelWithout(scene::Layer layer) const {
  auto model = std::make_shared<scene::RenderModel>(model_->model());
  model->layers[static_cast<std::size_t>(layer)] = false;
  return std::make_shared<const render::PreparedModel>(std::move(model));
}

}  // namespace cordon::app
