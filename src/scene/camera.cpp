#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cordon::scene {

namespace {

using geo::Ecef;

// Scales the ellipsoid to the unit sphere; lines stay lines, so intersections and horizons carry over.
Ecef toUnitSphere(Ecef p) {
  return {p.x / geo::kSemiMajorMeters, p.y / geo::kSemiMajorMeters, p.z / geo::kSemiMinorMeters};
}

// Mountains, exaggerated, may rise this far above the ellipsoid and so be seen beyond the sea's horizon.
constexpr double kHighestDrawnMeters = 50.0e3;

constexpr double kSmallestScale = 0.6;

}  // namespace

double overlayScale(int widthPixels, int heightPixels) {
  return std::max(kSmallestScale, std::min(heightPixels / 1080.0, widthPixels / 1100.0));
}

Projector::Projector(const Camera& camera, int widthPixels, int heightPixels, std::optional<double> unit)
    : camera_(camera),
      width_(widthPixels),
      height_(heightPixels),
      unit_(unit.value_or(overlayScale(widthPixels, heightPixels))) {
  const geo::LocalFrame frame = geo::localFrame(camera.target);
  const double sinHeading = std::sin(camera.headingRadians);
  const double cosHeading = std::cos(camera.headingRadians);
  const Ecef ahead = frame.north * cosHeading + frame.east * sinHeading;
  right_ = frame.east * cosHeading - frame.north * sinHeading;
  backward_ = frame.up * std::cos(camera.tiltRadians) - ahead * std::sin(camera.tiltRadians);
  up_ = geo::cross(backward_, right_);
  eye_ = geo::toEcef(camera.target, camera.targetHeightMeters) + backward_ * camera.rangeMeters;
  focalPixels_ = 0.5 * height_ / std::tan(0.5 * kFieldOfViewRadians);

  const double eyeHeight = std::max(1.0, geo::toGeodetic(eye_).heightMeters);
  // aboveGround() keeps the eye this far from the ground, however high the ground is.
  near_ = std::max(0.5, 0.02 * std::min(eyeHeight, camera.rangeMeters));
  const double radius = geo::kSemiMajorMeters;
  far_ = 1.01 * (std::sqrt(eyeHeight * (2.0 * radius + eyeHeight)) +
                 std::sqrt(kHighestDrawnMeters * (2.0 * radius + kHighestDrawnMeters)));
}

Matrix4 Projector::ecefToEye() const {
  return {right_.x,    right_.y,    right_.z,    -geo::dot(right_, eye_),     //
          up_.x,       up_.y,       up_.z,       -geo::dot(up_, eye_),        //
          backward_.x, backward_.y, backward_.z, -geo::dot(backward_, eye_),  //
          0.0,         0.0,         0.0,         1.0};
}

Matrix4 Projector::eyeToClip() const {
  const double scaleY = 2.0 * focalPixels_ / height_;
  const double scaleX = 2.0 * focalPixels_ / width_;
  const double depth = far_ - near_;
  return {scaleX,
          0.0,
          0.0,
          0.0,  //
          0.0,
          scaleY,
          0.0,
          0.0,  //
          0.0,
          0.0,
          -(far_ + near_) / depth,
          -2.0 * far_ * near_ / depth,  //
          0.0,
          0.0,
          -1.0,
          0.0};
}

Matrix4 Projector::ecefToClip() const {
  const Matrix4 a = eyeToClip();
  const Matrix4 b = ecefToEye();
  Matrix4 product{};
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t column = 0; column < 4; ++column) {
      for (std::size_t k = 0; k < 4; ++k) product[row * 4 + column] += a[row * 4 + k] * b[k * 4 + column];
    }
  }
  return product;
}

std::optional<typography::Point> Projector::toPixel(geo::Ecef position) const {
  const Ecef relative = position - eye_;
  const double ahead = -geo::dot(backward_, relative);
  if (ahead <= 0.0) return std::nullopt;
  return typography::Point{0.5 * width_ + focalPixels_ * geo::dot(right_, relative) / ahead,
                           0.5 * height_ - focalPixels_ * geo::dot(up_, relative) / ahead};
}

bool Projector::isAboveHorizon(geo::Ecef position) const {
  // Hidden where the segment from the eye passes through the ellipsoid (a unit sphere after scaling).
  const Ecef eye = toUnitSphere(eye_);
  const Ecef ray = toUnitSphere(position) - eye;
  const double rayRay = geo::dot(ray, ray);
  const double along = -geo::dot(eye, ray) / rayRay;  // closest approach to the centre; 1 is the point itself
  if (along >= 1.0) return true;
  const Ecef closest = eye + ray * along;
  return geo::dot(closest, closest) >= 1.0;
}

std::optional<typography::Point> Projector::visiblePixel(geo::LatLon position, double heightMeters) const {
  const Ecef point = geo::toEcef(position, heightMeters);
  if (!isAboveHorizon(point)) return std::nullopt;
  return toPixel(point);
}

std::optional<geo::LatLon> Projector::toGround(typography::Point pixel) const {
  const Ecef direction =
      right_ * ((pixel.x - 0.5 * width_) / focalPixels_) + up_ * ((0.5 * height_ - pixel.y) / focalPixels_) - backward_;
  const Ecef eye = toUnitSphere(eye_);
  const Ecef ray = toUnitSphere(direction);
  const double a = geo::dot(ray, ray);
  const double b = geo::dot(eye, ray);
  const double c = geo::dot(eye, eye) - 1.0;
  const double discriminant = b * b - a * c;
  if (discriminant < 0.0) return std::nullopt;
  // The stable form of the smaller root: no cancellation when the eye is close to the ground.
  const double t = c / (-b + std::sqrt(discriminant));
  if (t <= 0.0) return std::nullopt;
  return geo::toGeodetic(eye_ + direction * t).latLon;
}

double Projector::metersPerPixel(double distanceMeters) const {
  return distanceMeters / focalPixels_;
}

Camera aboveGround(Camera camera, const std::function<double(geo::LatLon)>& groundHeightMeters) {
  camera.targetHeightMeters = groundHeightMeters(camera.target);
  const double clearanceMeters = std::clamp(0.05 * camera.rangeMeters, 2.0, 500.0);
  // The eye moves along the vertical of the target, so its own ground changes little: a few rounds settle it.
  for (int round = 0; round < 4; ++round) {
    const geo::Geodetic eye = geo::toGeodetic(Projector(camera, 2, 2).eye());
    const double missing = groundHeightMeters(eye.latLon) + clearanceMeters - eye.heightMeters;
    if (missing <= 0.0) break;
    camera.targetHeightMeters += missing;
  }
  return camera;
}

Camera cameraForExtent(double westRadians, double southRadians, double eastRadians, double northRadians,
                       int widthPixels, int heightPixels) {
  double width = eastRadians - westRadians;
  while (width <= 0.0) width += 2.0 * std::numbers::pi;
  Camera camera;
  camera.target = {0.5 * (southRadians + northRadians), westRadians + 0.5 * width};

  // Nothing farther than the horizon can be shown; a whole hemisphere is seen well from a few radii.
  constexpr double kNearest = 100.0;
  constexpr double kFarthest = 4.0e7;
  constexpr int kSteps = 16;
  const auto allVisible = [&](double rangeMeters) {
    camera.rangeMeters = rangeMeters;
    const Projector projector(camera, widthPixels, heightPixels);
    for (int i = 0; i <= kSteps; ++i) {
      const double lon = westRadians + width * i / kSteps;
      const double lat = southRadians + (northRadians - southRadians) * i / kSteps;
      for (const geo::LatLon& point : {geo::LatLon{southRadians, lon}, geo::LatLon{northRadians, lon},
                                       geo::LatLon{lat, westRadians}, geo::LatLon{lat, eastRadians}}) {
        const auto pixel = projector.visiblePixel(point);
        if (!pixel || pixel->x < 0.0 || pixel->y < 0.0 || pixel->x > widthPixels || pixel->y > heightPixels)
          return false;
      }
    }
    return true;
  };
  double low = kNearest;
  double high = kFarthest;
  for (int i = 0; i < 60; ++i) {
    const double middle = std::sqrt(low * high);
    (allVisible(middle) ? high : low) = middle;
  }
  camera.rangeMeters = high;
  return camera;
}

}  // namespace cordon::scene
