#include "app/view/map_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/stopwatch.h"

namespace cordon::app {

namespace {

using render::AffineMap;
using render::Renderer;

// What a step may take of the thread that draws; software drivers draw rows in step with the processor.
constexpr double kTileBudgetMilliseconds = 8.0;
constexpr double kPieceMilliseconds = 30.0;
constexpr double kRestSeconds = 0.04;
constexpr double kOverlayEverySeconds = 0.6;
// Steps of the reduced picture's size: each change of size costs new buffers.
constexpr std::array kReductions{1.0, 0.75, 0.6, 0.5, 0.4, 1.0 / 3.0, 0.25};
constexpr double kTooSlowMilliseconds = 32.0;
constexpr double kMuchTooSlowMilliseconds = 70.0;  // not to be borne for several pictures
constexpr double kFastMilliseconds = 14.0;
constexpr int kPicturesBeforeChange = 4;

bool sameView(const scene::Projector& a, const scene::Projector& b) {
  return a.camera() == b.camera() && a.widthPixels() == b.widthPixels() && a.heightPixels() == b.heightPixels() &&
         a.unit() == b.unit();
}

}  // namespace

std::optional<AffineMap> movedAlong(const scene::Projector& from, const scene::Projector& to) {
  if (sameView(from, to)) return AffineMap{};
  // A least-squares fit over a grid of points of the ground that both see.
  double n = 0.0, sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0, syy = 0.0;
  double su = 0.0, sv = 0.0, sxu = 0.0, syu = 0.0, sxv = 0.0, syv = 0.0;
  for (int row = 1; row <= 7; ++row) {
    for (int column = 1; column <= 7; ++column) {
      const typography::Point p{from.widthPixels() * column / 8.0, from.heightPixels() * row / 8.0};
      const auto ground = from.toGround(p);
      const auto now = ground ? to.visiblePixel(*ground) : std::nullopt;
      if (!now) continue;
      n += 1.0;
      sx += p.x, sy += p.y, sxx += p.x * p.x, sxy += p.x * p.y, syy += p.y * p.y;
      su += now->x, sv += now->y;
      sxu += p.x * now->x, syu += p.y * now->x, sxv += p.x * now->y, syv += p.y * now->y;
    }
  }
  if (n < 6.0) return std::nullopt;
  const double cxx = sxx - sx * sx / n, cxy = sxy - sx * sy / n, cyy = syy - sy * sy / n;
  const double determinant = cxx * cyy - cxy * cxy;
  if (determinant < 1e-6 * cxx * cyy || cxx <= 0.0 || cyy <= 0.0) return std::nullopt;
  const double cxu = sxu - sx * su / n, cyu = syu - sy * su / n, cxv = sxv - sx * sv / n, cyv = syv - sy * sv / n;
  AffineMap map;
  map.xx = (cxu * cyy - cyu * cxy) / determinant;
  map.xy = (cyu * cxx - cxu * cxy) / determinant;
  map.yx = (cxv * cyy - cyv * cxy) / determinant;
  map.yy = (cyv * cxx - cxv * cxy) / determinant;
  map.x0 = (su - map.xx * sx - map.xy * sy) / n;
  map.y0 = (sv - map.yx * sx - map.yy * sy) / n;
  const double area = map.xx * map.yy - map.xy * map.yx;
  if (!(area > 0.1 && area < 12.0)) return std::nullopt;
  return map;
}

MapPicture::MapPicture(Renderer& renderer, OverlayPainter& painter, bool softwareDriver)
    : renderer_(renderer), painter_(painter), softwareDriver_(softwareDriver), reduction_(softwareDriver ? 0.5 : 1.0) {}

scene::Projector MapPicture::reducedProjector() const {
  const scene::Projector& whole = subject_->projector;
  if (reduction_ == 1.0) return whole;
  return {whole.camera(), std::max(1, static_cast<int>(std::lround(whole.widthPixels() * reduction_))),
          std::max(1, static_cast<int>(std::lround(whole.heightPixels() * reduction_))), whole.unit() * reduction_};
}

void MapPicture::askForOverlay(double nowSeconds) {
  if (overlayIsCurrent_ || overlayIsAsked_ || !subject_->model) return;
  // While dates play over a map at rest, each is shown with its own labels.
  const bool viewMoves = subject_->moving && nowSeconds - restsSince_ < kOverlayEverySeconds;
  if (viewMoves && nowSeconds - lastOverlayAsked_ < kOverlayEverySeconds) return;
  if (subject_->moving && painter_.isBusy()) return;
  painter_.request({subject_->model->shared(), subject_->projector, subject_->chrome});
  overlayIsAsked_ = true;
  lastOverlayAsked_ = nowSeconds;
}

bool MapPicture::takeOverlay() {
  std::optional<PaintedOverlay> painted = painter_.take();
  if (!painted) return false;
  overlay_ = std::move(painted);
  ++overlayNumber_;
  mapLayer_.set(overlay_->map, overlay_->mapBlocks);
  furnitureLayer_.set(overlay_->furniture, overlay_->furnitureBlocks);
  partLayers_.clear();
  for (PaintedPart& part : overlay_->parts) {
    partLayers_.push_back(std::make_unique<render::OverlayLayer>());
    partLayers_.back()->set(part.image, render::inkedBlocks(part.image));
    part.image = {};
  }
  overlay_->map = overlay_->furniture = {};
  overlayIsCurrent_ = subject_->model && overlay_->request.model == subject_->model->shared() &&
                      sameView(overlay_->request.projector, subject_->projector) &&
                      overlay_->request.chrome == subject_->chrome;
  return true;
}

bool MapPicture::step(const Subject& subject, double nowSeconds) {
  const bool newModel = !subject_ || subject_->model != subject.model;
  const bool newView = !subject_ || !sameView(subject_->projector, subject.projector);
  if (subject_ && !(subject_->chrome == subject.chrome)) overlayIsCurrent_ = overlayIsAsked_ = false;
  if (newModel && subject.model) renderer_.setModel(subject.model);
  subject_ = subject;
  if (newModel || newView) {
    movingIsDrawn_ = movingIsCurrent_ = stillIsCurrent_ = overlayIsCurrent_ = overlayIsAsked_ = false;
    rowsDone_ = 0;
  }
  if (newView) restsSince_ = nowSeconds;
  drewMoving_ = false;
  hasWork_ = false;
  if (!subject_->model) return newView;

  // Where the processor draws, labels are made when the reduced picture no longer needs it.
  if (movingIsDrawn_ || !softwareDriver_ || !hasDrawn_) askForOverlay(nowSeconds);
  bool changed = takeOverlay() || newView;

  if (!movingIsCurrent_) {
    const scene::Projector reduced = reducedProjector();
    const std::size_t missingBefore = readiness_.missing;
    readiness_ = renderer_.prepare(reduced, kTileBudgetMilliseconds);
    if (movingIsDrawn_ && readiness_.missing > 0 && readiness_.missing >= missingBefore) return changed;
    const Stopwatch stopwatch;
    renderer_.drawRows(Renderer::Slot::Moving, reduced, {0, reduced.heightPixels()}, true);
    renderer_.finish();
    // The first picture compiles the shaders.
    if (std::exchange(hasDrawn_, true)) adaptReduction(stopwatch.milliseconds());
    // With tiles missing it is drawn again as they come.
    movingIsCurrent_ = readiness_.missing == 0;
    movingIsDrawn_ = true;
    drewMoving_ = true;
    return true;
  }
  if (stillIsCurrent_ || subject_->moving) return changed;
  if (nowSeconds - restsSince_ < kRestSeconds && softwareDriver_) {
    return changed;
  }

  const scene::Projector& whole = subject_->projector;
  const int height = whole.heightPixels();
  if (rowsDone_ == 0) {
    readiness_ = renderer_.prepare(whole, kTileBudgetMilliseconds);
    if (readiness_.missing > 0) return changed;
  }
  const int rows = softwareDriver_ ? std::clamp(rowsAPiece_, height / 12 + 1, height) : height;
  const int count = std::min(rows, height - rowsDone_);
  const Stopwatch stopwatch;
  renderer_.drawRows(Renderer::Slot::Still, whole, {rowsDone_, count}, true);
  renderer_.finish();
  rowsAPiece_ = static_cast<int>(count * std::clamp(kPieceMilliseconds / stopwatch.milliseconds(), 0.5, 2.0));
  rowsDone_ += count;
  if (rowsDone_ < height) {
    hasWork_ = true;
    return changed;
  }
  stillIsCurrent_ = true;
  return true;
}

void MapPicture::show(const typography::Rect& room, int windowHeightPixels) const {
  if (!subject_) return;
  renderer_.show(stillIsCurrent_ ? Renderer::Slot::Still : Renderer::Slot::Moving, room, windowHeightPixels);
}

void MapPicture::showLettering(const typography::Rect& room, int windowWidthPixels, int windowHeightPixels) const {
  if (!subject_ || !overlay_) return;
  const scene::Projector& painted = overlay_->request.projector;
  if (const auto map = movedAlong(painted, subject_->projector)) {
    mapLayer_.draw(*map, room, windowWidthPixels, windowHeightPixels);
  }
  if (painted.widthPixels() == subject_->projector.widthPixels() &&
      painted.heightPixels() == subject_->projector.heightPixels()) {
    furnitureLayer_.draw({}, room, windowWidthPixels, windowHeightPixels);
    for (std::size_t i = 0; i < partLayers_.size(); ++i) {
      const PaintedPart& part = overlay_->parts[i];
      if (!tellsTheTruth(part)) continue;
      AffineMap inPlace;
      inPlace.x0 = part.rect.x;
      inPlace.y0 = part.rect.y;
      partLayers_[i]->draw(inPlace, room, windowWidthPixels, windowHeightPixels);
    }
  }
}

bool MapPicture::tellsTheTruth(const PaintedPart& part) const {
  const OverlayRequest& painted = overlay_->request;
  if (part.of == scene::LivePart::Of::Camera) return sameView(painted.projector, subject_->projector);
  return !subject_->playing && subject_->model && painted.model->dateText == subject_->model->model().dateText;
}

void MapPicture::adaptReduction(double milliseconds) {
  slowPictures_ = milliseconds > kTooSlowMilliseconds ? slowPictures_ + 1 : 0;
  fastPictures_ = milliseconds < kFastMilliseconds ? fastPictures_ + 1 : 0;
  const auto now = std::find(kReductions.begin(), kReductions.end(), reduction_);
  const bool slower = slowPictures_ >= kPicturesBeforeChange || milliseconds > kMuchTooSlowMilliseconds;
  if (slower && now + 1 != kReductions.end()) {
    reduction_ = *(now + 1);
  } else if (fastPictures_ >= kPicturesBeforeChange && now != kReductions.begin()) {
    reduction_ = *(now - 1);
  } else {
    return;
  }
  slowPictures_ = fastPictures_ = 0;
}

}  // namespace cordon::app
