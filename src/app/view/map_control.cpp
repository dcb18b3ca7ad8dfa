#include "app/view/map_control.h"

#include <algorithm>
#include <cmath>

namespace cordon::app {

namespace {

using typography::Point;

constexpr double kDragPixels = 4.0;
constexpr double kDoubleClickSeconds = 0.4;
constexpr double kDoubleClickPixels = 6.0;
constexpr double kNotchFactor = 1.25;
constexpr double kTurnRadiansAPixel = 0.005;
constexpr double kZoomLogAPixel = 0.008;
// A movement's remainder shrinks by e in this time.
constexpr double kSmoothSeconds = 0.07;
constexpr double kGlideSeconds = 0.28;
constexpr double kLeastGlide = 12.0;  // pixels a second
constexpr double kLeastThrow = 120.0;

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

MapControl::MapControl(scene::Camera& camera, ProjectorSource projector)
    : camera_(camera), projector_(std::move(projector)) {}

void MapControl::stop() {
  pending_ = {};
  flight_.reset();
}

void MapControl::press(Button button, Point at, bool shift, bool control, double nowSeconds) {
  if (mode_ != Mode::None) return;
  stop();
  button_ = button;
  moved_ = false;
  pressedAt_ = lastAt_ = at;
  velocity_ = {};
  lastMoveSeconds_ = nowSeconds;
  grabbed_ = projector_().toGround(at);
  if (button == Button::Middle || (button == Button::Left && control)) {
    mode_ = Mode::Turn;
  } else if (button == Button::Right) {
    mode_ = Mode::Zoom;
  } else {
    mode_ = shift ? Mode::Box : Mode::Grab;
  }
}

void MapControl::move(Point to, double nowSeconds) {
  if (mode_ == Mode::None) return;
  if (!moved_ && distance(to, pressedAt_) < kDragPixels) return;
  moved_ = true;
  const scene::Projector projector = projector_();
  switch (mode_) {
    case Mode::Grab:
      camera_ = grabbed_ ? scene::grabbed(projector, *grabbed_, to)
                         : scene::panned(projector, lastAt_.x - to.x, lastAt_.y - to.y);
      break;
    case Mode::Turn:
      camera_ = scene::turned(projector, grabbed_, kTurnRadiansAPixel * (to.x - lastAt_.x),
                              kTurnRadiansAPixel * (lastAt_.y - to.y));
      break;
    case Mode::Zoom: {
      const double sign = settings_.invertZoom ? -1.0 : 1.0;
      camera_ = scene::zoomed(projector, std::exp(sign * kZoomLogAPixel * (lastAt_.y - to.y)), pressedAt_);
      break;
    }
    case Mode::Box:
    case Mode::None:
      break;
  }
  const double seconds = nowSeconds - lastMoveSeconds_;
  if (seconds > 1e-4) {
    // Averaged over some tenths of a second, so that the last jitter before the release does not decide.
    const double share = std::clamp(seconds / 0.06, 0.0, 1.0);
    velocity_.x += share * ((to.x - lastAt_.x) / seconds - velocity_.x);
    velocity_.y += share * ((to.y - lastAt_.y) / seconds - velocity_.y);
    lastMoveSeconds_ = nowSeconds;
  }
  lastAt_ = to;
}

MapControl::Gesture MapControl::release(Button button, Point at, double nowSeconds) {
  if (mode_ == Mode::None || button != button_) return Gesture::None;
  const Mode mode = mode_;
  mode_ = Mode::None;
  lastAt_ = at;
  if (moved_) {
    if (mode == Mode::Box) return Gesture::Box;
    const bool stillMoving = nowSeconds - lastMoveSeconds_ < 0.08;
    if (mode == Mode::Grab && settings_.inertia && stillMoving && std::hypot(velocity_.x, velocity_.y) > kLeastThrow) {
      pending_.glide = velocity_;
      lastSeconds_ = nowSeconds;
    }
    return Gesture::None;
  }
  if (button != Button::Left || mode == Mode::Turn) return Gesture::None;
  const bool isDouble =
      nowSeconds - lastClickSeconds_ < kDoubleClickSeconds && distance(at, lastClickAt_) < kDoubleClickPixels;
  lastClickSeconds_ = isDouble ? -1.0 : nowSeconds;
  lastClickAt_ = at;
  return isDouble ? Gesture::DoubleClick : Gesture::Click;
}

std::optional<typography::Rect> MapControl::box() const {
  if (mode_ != Mode::Box || !moved_) return std::nullopt;
  return typography::Rect{std::min(pressedAt_.x, lastAt_.x), std::min(pressedAt_.y, lastAt_.y),
                          std::abs(lastAt_.x - pressedAt_.x), std::abs(lastAt_.y - pressedAt_.y)};
}

void MapControl::scroll(Point at, double notches) {
  zoomBy(std::pow(kNotchFactor, settings_.invertZoom ? -notches : notches), at);
}

void MapControl::flyTo(const scene::Camera& camera) {
  stop();
  flight_.emplace(camera_, scene::limited(camera, camera_));
  flightStart_ = -1.0;
}

void MapControl::jumpTo(const scene::Camera& camera) {
  stop();
  camera_ = scene::limited(camera, camera_);
}

void MapControl::zoomBy(double factor, Point at) {
  flight_.reset();
  pending_.glide = {};
  if (!std::isfinite(factor) || factor <= 0.0) return;
  pending_.zoomLog = std::clamp(pending_.zoomLog + std::log(factor), -3.0, 3.0);
  pending_.zoomAt = at;
}

void MapControl::panBy(double rightPixels, double downPixels) {
  flight_.reset();
  pending_.glide = {};
  pending_.pan.x += rightPixels;
  pending_.pan.y += downPixels;
}

void MapControl::turnBy(double headingRadians, double tiltRadians) {
  flight_.reset();
  pending_.heading += headingRadians;
  pending_.tilt += tiltRadians;
}

bool MapControl::isMoving() const {
  return flight_ || pending_.zoomLog != 0.0 || pending_.pan.x != 0.0 || pending_.pan.y != 0.0 ||
         pending_.heading != 0.0 || pending_.tilt != 0.0 || pending_.glide.x != 0.0 || pending_.glide.y != 0.0;
}

bool MapControl::advance(double nowSeconds) {
  // A movement that has just begun starts with a picture's time, however long the map had rested.
  const double seconds = wasMoving_ ? std::clamp(nowSeconds - lastSeconds_, 0.0, 0.1) : 1.0 / 60.0;
  lastSeconds_ = nowSeconds;
  wasMoving_ = isMoving();
  if (flight_) {
    if (flightStart_ < 0.0) flightStart_ = nowSeconds;
    camera_ = flight_->at(nowSeconds - flightStart_);
    if (nowSeconds - flightStart_ >= flight_->seconds()) flight_.reset();
    return flight_.has_value();
  }
  if (!isMoving()) return false;
  const double share = 1.0 - std::exp(-seconds / kSmoothSeconds);
  // The whole of what remains once it is no longer seen.
  const auto part = [share](double& rest, double least) {
    const double step = std::abs(rest) < least ? rest : rest * share;
    rest -= step;
    return step;
  };
  if (pending_.zoomLog != 0.0) {
    camera_ = scene::zoomed(projector_(), std::exp(part(pending_.zoomLog, 2e-3)), pending_.zoomAt);
  }
  if (pending_.pan.x != 0.0 || pending_.pan.y != 0.0) {
    const double right = part(pending_.pan.x, 0.5);
    camera_ = scene::panned(projector_(), right, part(pending_.pan.y, 0.5));
  }
  if (pending_.heading != 0.0 || pending_.tilt != 0.0) {
    const double heading = part(pending_.heading, 1e-3);
    camera_ = scene::turned(projector_(), std::nullopt, heading, part(pending_.tilt, 1e-3));
  }
  if (pending_.glide.x != 0.0 || pending_.glide.y != 0.0) {
    camera_ = scene::panned(projector_(), -pending_.glide.x * seconds, -pending_.glide.y * seconds);
    const double left = std::exp(-seconds / kGlideSeconds);
    pending_.glide = {pending_.glide.x * left, pending_.glide.y * left};
    if (std::hypot(pending_.glide.x, pending_.glide.y) < kLeastGlide) pending_.glide = {};
  }
  return isMoving();
}

}  // namespace cordon::app
