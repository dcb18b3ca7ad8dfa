#pragma once

#include <array>
#include <functional>
#include <optional>

#include "geo/position.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// A camera that looks at a point on or above the ellipsoid from a distance.
struct Camera {
  geo::LatLon target;
  double rangeMeters = 4.0e6;       ///< from the eye to the target, > 0
  double headingRadians = 0.0;      ///< what is up on the picture, clockwise from north
  double tiltRadians = 0.0;         ///< 0 looks straight down, under pi/2
  double targetHeightMeters = 0.0;  ///< of what is looked at, above the ellipsoid, exaggerated

  friend bool operator==(const Camera&, const Camera&) = default;
};

/// Vertical field of view of every picture.
inline constexpr double kFieldOfViewRadians = 30.0 * 3.14159265358979323846 / 180.0;

/// The factor by which a picture's type, signs and lines are scaled: 1 at 1920x1080; never so small that type is
/// illegible.
double overlayScale(int widthPixels, int heightPixels);

/// 4x4 matrix, row-major, applied to column vectors.
using Matrix4 = std::array<double, 16>;

/// A camera and a picture's size: from ECEF metres to pixels, in double precision.
class Projector {
 public:
  /// `unit`: pixels for one pixel of a picture 1080 high; nothing: overlayScale() of the size.
  Projector(const Camera& camera, int widthPixels, int heightPixels, std::optional<double> unit = std::nullopt);

  const Camera& camera() const { return camera_; }
  int widthPixels() const { return width_; }
  int heightPixels() const { return height_; }
  double unit() const { return unit_; }
  geo::Ecef eye() const { return eye_; }

  /// Distances of the clip planes from the eye, chosen so that everything visible lies between them.
  double nearMeters() const { return near_; }
  double farMeters() const { return far_; }

  Matrix4 ecefToEye() const;  ///< rigid: x right, y up, z towards the viewer
  Matrix4 eyeToClip() const;  ///< OpenGL's convention, z in [-w, w]
  Matrix4 ecefToClip() const;

  /// The pixel (fractional, y down) of a point, or nothing where it lies behind the eye.
  std::optional<typography::Point> toPixel(geo::Ecef position) const;

  /// Whether a point on or above the ellipsoid is on the eye's side of the horizon.
  bool isAboveHorizon(geo::Ecef position) const;

  /// The pixel of a point of the surface, or nothing where the horizon hides it.
  std::optional<typography::Point> visiblePixel(geo::LatLon position, double heightMeters = 0.0) const;

  /// The point of the ellipsoid under a pixel, or nothing in the sky.
  std::optional<geo::LatLon> toGround(typography::Point pixel) const;

  /// Metres on the ground that one pixel covers across the line of sight at a distance from the eye.
  double metersPerPixel(double distanceMeters) const;

 private:
  Camera camera_;
  int width_ = 0;
  int height_ = 0;
  double unit_ = 1.0;
  geo::Ecef eye_;
  geo::Ecef right_;
  geo::Ecef up_;
  geo::Ecef backward_;
  double near_ = 1.0;
  double far_ = 1.0;
  double focalPixels_ = 1.0;
};

/// The camera with its target on the ground and its eye above it, wherever mountains rise: the range is kept, the
/// target is lifted, no more than is needed. `groundHeightMeters` is the exaggerated height of the ground.
Camera aboveGround(Camera camera, const std::function<double(geo::LatLon)>& groundHeightMeters);

/// The camera straight above an extent (radians; east may be below west across the dateline) that shows all of it.
Camera cameraForExtent(double westRadians, double southRadians, double eastRadians, double northRadians,
                       int widthPixels, int heightPixels);

}  // namespace cordon::scene
