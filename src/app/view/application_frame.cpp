#include <GL/gl.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/choose_view.h"
#include "app/messages.h"
#include "app/version.h"
#include "app/view/application.h"
#include "output/file_writer.h"
#include "output/png.h"
#include "scene/ground_projection.h"
#include "scene/reach.h"
#include "scene/symbols.h"

namespace cordon::app {

namespace {

// Type and signs of the map in a window: a little smaller than in a picture that is looked at from afar.
constexpr double kMapUnit = 0.82;
constexpr double kPickReachPixels = 7.0;
constexpr int kThumbnailWidth = 256;
constexpr int kThumbnailHeight = 144;
constexpr double kMarginPixels = 64.0;

// The window's picture as it stands in the back buffer, opaque.
typography::Image readWindow(int width, int height) {
  typography::Image image{width, height, {}};
  const std::size_t rowBytes = static_cast<std::size_t>(width) * 4;
  image.rgba.resize(rowBytes * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  for (int y = 0; y < height / 2; ++y) {
    std::uint8_t* top = image.rgba.data() + rowBytes * static_cast<std::size_t>(y);
    std::uint8_t* bottom = image.rgba.data() + rowBytes * static_cast<std::size_t>(height - 1 - y);
    std::swap_ranges(top, top + rowBytes, bottom);
  }
  return image;
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

void Application::stepPicture() {
  const MapPicture::Subject subject{projector(), model_, wasMoving_ || workspace_.playback().playing};
  const double began = now();
  if (picture_->step(subject, began)) needFrames(1);
  movingDrawMs_ = 1000.0 * (now() - began);
  const render::Renderer::Readiness& ready = picture_->readiness();
  status_.loadedShare =
      ready.wanted == 0 ? 1.0 : 1.0 - static_cast<double>(ready.missing) / static_cast<double>(ready.wanted);
  if (picture_->isComplete() && !picture_->hasWork() && !jobs_->isIdle()) {
    const int rows = status_.softwareDriver ? 200 : subject.projector.heightPixels();
    if (jobs_->step(*renderer_, rows) && model_) renderer_->setModel(*model_);
  }
  if (picture_->isComplete()) {
    if (hasOpened_ && measured_.firstCompleteMs == 0.0 && modelIsCurrent_) needFrames(1);
    if (restedAt_ >= 0.0 && !wasMoving_) {
      measured_.settleMs = 1000.0 * (now() - restedAt_);
      measured_.slowestSettleMs = std::max(measured_.slowestSettleMs, measured_.settleMs);
      restedAt_ = -1.0;
    }
  }
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
  status_.laser.reset();
  status_.dragBox = control_->box();
  if (!pointerIsInside_ || !isOverMap(pointer_.x, pointer_.y)) return;
  const typography::Point pixel = toMap(pointer_.x, pointer_.y);
  if (laser_) status_.laser = pixel;
  status_.cursor = map.toGround(pixel);
  if (!status_.cursor || !model_) return;
  status_.elevationMeters = resources_.mapData.elevationMeters(*status_.cursor);
  status_.reachingRings = scene::countReaching(*model_, *status_.cursor);
  if (control_->isDragging() || ImGuiBackend::wantsMouse()) return;
  status_.under = picksAt(pixel);
}

scene::HeightFunction Application::drawnHeight() const {
  return [this](geo::LatLon place) {
    return workspace_.shown().exaggeration * resources_.mapData.groundHeightMeters(place);
  };
}

// Where the signs were drawn, while the map is as it was then.
const std::vector<scene::PlacedSign>* Application::drawnSigns() const {
  return picture_->isComplete() && picture_->overlay() ? &picture_->overlay()->signs : nullptr;
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
  return scene::pickAt(*model_, ground, pixel, kPickReachPixels * map.unit(), scene::kSymbolRadius * map.unit(),
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
                           model_ ? *model_ : kNothing,
                           ground,
                           status_,
                           [this](const std::string& id) { return viewPicture(id); },
                           [this, width, height] { picture_->showFurniture(room(), width, height); },
                           drawnSigns(),
                           modelNumber_};
  interface_->draw(view, [this](std::string line) { run(std::move(line)); });
  giveEarlyText();
  glViewport(0, 0, width, height);
  glClearColor(0.05F, 0.07F, 0.10F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  picture_->show(room(), width, height);
  imgui_->draw();
  if (screenshot_ && isSettled() && framesWanted_ == 0) {
    const typography::Image image = readWindow(width, height);
    const std::filesystem::path file = *std::exchange(screenshot_, std::nullopt);
    if (const auto problem = output::writeFile(file, output::encodePng(image, {true, {{"Software", programName()}}}))) {
      tell(*problem);
      report(*problem);
      if (script_) {
        exitCode_ = ExitCode::FileError;
        quits_ = true;
      }
    }
  }
  window_.swap();
  ++measured_.frames;
  if (moving) {
    renderer_->finish();
    picture_->noteMovingFrame(1000.0 * (now() - began) + movingDrawMs_);
  }
  if (measured_.firstPictureMs == 0.0) measured_.firstPictureMs = 1000.0 * now();
  if (measured_.firstCompleteMs == 0.0 && hasOpened_ && modelIsCurrent_ && picture_->isComplete()) {
    measured_.firstCompleteMs = 1000.0 * now();
  }
  if (shownChangedAt_ >= 0.0 && modelIsCurrent_) {
    measured_.shownChangeMs = 1000.0 * (now() - shownChangedAt_);
    if (measured_.firstCompleteMs > 0.0) {
      measured_.slowestShownChangeMs = std::max(measured_.slowestShownChangeMs, measured_.shownChangeMs);
    }
    shownChangedAt_ = -1.0;
  }
}

std::optional<ChosenView> Application::chooseSavedView(const scenario::View& view) const {
  RenderOptions options;
  options.view = view.id.empty() ? view.name : view.id;
  const typography::Rect r = room();
  options.widthPixels = std::max(16, static_cast<int>(r.width));
  options.heightPixels = std::max(16, static_cast<int>(r.height));
  const Result<ChosenView> chosen = chooseView(workspace_.document(), options);
  if (!chosen) return std::nullopt;
  return *chosen;
}

std::optional<ui::Picture> Application::viewPicture(const std::string& id) {
  const scenario::View* view = workspace_.document().findView(id);
  if (view == nullptr) return std::nullopt;
  ViewThumbnail& thumbnail = thumbnails_[id];
  const bool isSame = thumbnail.askedFor == *view;
  if (isSame && !thumbnail.picture.empty()) {
    return ui::Picture{thumbnail.picture.texture(), static_cast<double>(thumbnail.width),
                       static_cast<double>(thumbnail.height)};
  }
  if (isSame || !model_ || !picture_->isComplete()) return std::nullopt;
  const auto chosen = chooseSavedView(*view);
  if (!chosen) return std::nullopt;
  thumbnail.askedFor = *view;
  const scene::Camera lifted = scene::aboveGround(
      chosen->camera, [this](geo::LatLon place) { return resources_.mapData.groundHeightMeters(place); });
  PictureJob job{scene::Projector(lifted, kThumbnailWidth, kThumbnailHeight), model_, true, std::nullopt, {}};
  job.taken = [this, id, asked = *view](const typography::Image& image) {
    const auto found = thumbnails_.find(id);
    if (found == thumbnails_.end() || found->second.askedFor != asked) return;
    ViewThumbnail& made = found->second;
    made.picture.set(image, {{0, 0, image.width, image.height}});
    made.width = image.width;
    made.height = image.height;
    needFrames(1);
  };
  jobs_->add(std::move(job));
  return std::nullopt;
}

std::shared_ptr<const scene::RenderModel> Application::modelWithout(scene::Layer layer) const {
  auto model = std::make_shared<scene::RenderModel>(*model_);
  model->layers[static_cast<std::size_t>(layer)] = false;
  return model;
}

}  // namespace cordon::app
