#pragma once

#include <functional>
#include <optional>

#include "scene/camera.h"
#include "scene/navigation.h"

namespace cordon::app {

/// Turns what the mouse does over the map, and what commands ask for, into movements of the camera.
///
/// Positions are pixels of the map. Belongs to one thread; has no clock of its own.
class MapControl {
 public:
  enum class Button { Left, Middle, Right };

  struct Settings {
    bool inertia = true;
    bool invertZoom = false;
  };

  /// What a button's release amounted to.
  enum class Gesture { None, Click, DoubleClick, Box };

  /// What the control asks of the camera's owner: the projector of the map as it is now.
  using ProjectorSource = std::function<scene::Projector()>;

  /// `camera` is read and written by each call below.
  MapControl(scene::Camera& camera, ProjectorSource projector);

  void setSettings(const Settings& settings) { settings_ = settings; }

  void press(Button button, typography::Point at, bool shift, bool control, double nowSeconds);
  void move(typography::Point to, double nowSeconds);
  Gesture release(Button button, typography::Point at, double nowSeconds);
  void scroll(typography::Point at, double notches);

  bool isPressed() const { return mode_ != Mode::None; }
  bool isDragging() const { return mode_ != Mode::None && moved_; }
  /// The box being drawn, corners in any order.
  std::optional<typography::Rect> box() const;

  /// Flies to a camera; a flight under way is given up.
  void flyTo(const scene::Camera& camera);
  /// Goes there at once.
  void jumpTo(const scene::Camera& camera);
  /// Zooms by a factor about a pixel, smoothly.
  void zoomBy(double factor, typography::Point at);
  /// Moves across the map by pixels, smoothly.
  void panBy(double rightPixels, double downPixels);
  /// Turns about the map's middle, smoothly.
  void turnBy(double headingRadians, double tiltRadians);

  /// Carries movements on to a time. Returns whether the camera is still moving by itself.
  bool advance(double nowSeconds);
  bool isMoving() const;

 private:
  enum class Mode { None, Grab, Turn, Zoom, Box };
  void stop();

  scene::Camera& camera_;
  ProjectorSource projector_;
  Settings settings_;

  Mode mode_ = Mode::None;
  Button button_ = Button::Left;
  bool moved_ = false;
  typography::Point pressedAt_;
  typography::Point lastAt_;
  std::optional<geo::LatLon> grabbed_;
  double lastMoveSeconds_ = 0.0;
  typography::Point velocity_;  ///< pixels a second, of the grabbed ground
  double lastClickSeconds_ = -1.0;
  typography::Point lastClickAt_;

  struct Pending {
    double zoomLog = 0.0;
    typography::Point zoomAt;
    typography::Point pan;
    double heading = 0.0;
    double tilt = 0.0;
    typography::Point glide;  ///< pixels a second, what is left of a throw
  } pending_;
  std::optional<scene::Flight> flight_;
  double flightStart_ = -1.0;
  double lastSeconds_ = -1.0;
  bool wasMoving_ = false;
};

}  // namespace cordon::app
