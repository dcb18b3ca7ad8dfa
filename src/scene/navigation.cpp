#include "scene/navigation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "geo/geodesic.h"

namespace cordon::scene {

namespace {

using geo::Ecef;

constexpr double kTurnRadians = 2.0 * std::numbers::pi;
constexpr double kQuarterRadians = 0.5 * std::numbers::pi;

/// One call of grabbed() or zoomed() moves the ground by this many ranges at most.
constexpr double kFarthestMoveRanges = 4.0;

/// Pole zone: inside half of it the picture turns freely, outside it north is kept; in ranges, and at most.
constexpr double kPoleZoneRanges = 0.5;
constexpr double kGreatestPoleZoneRadians = 16.0 * std::numbers::pi / 180.0;

/// A turn about a pivot does not tilt so far that the pivot is looked at more flatly than this.
constexpr double kLeastGrazingSine = 0.02;

// Scales the ellipsoid to the unit sphere; lines stay lines, so what rays meet carries over.
Ecef toUnitSphere(Ecef p) {
  return {p.x / geo::kSemiMajorMeters, p.y / geo::kSemiMajorMeters, p.z / geo::kSemiMinorMeters};
}

Ecef fromUnitSphere(Ecef p) {
  return {p.x * geo::kSemiMajorMeters, p.y * geo::kSemiMajorMeters, p.z * geo::kSemiMinorMeters};
}

double wrappedHeading(double radians) {
  const double turned = std::fmod(radians, kTurnRadians);
  const double positive = turned < 0.0 ? turned + kTurnRadians : turned;
  return positive < kTurnRadians ? positive : 0.0;
}

// The same turn, the shorter way round: in [-pi, pi].
double shorterTurn(double radians) {
  return std::remainder(radians, kTurnRadians);
}

double smoothStep(double x) {
  const double t = std::clamp(x, 0.0, 1.0);
  return t * t * (3.0 - 2.0 * t);
}

bool isFinite(geo::LatLon position, typography::Point pixel) {
  return std::isfinite(position.latRadians) && std::isfinite(position.lonRadians) && std::isfinite(pixel.x) &&
         std::isfinite(pixel.y);
}

struct Sight {
  Ecef point;  ///< on the unit sphere
  bool isGround = false;
  double eyeMeters = 0.0;        ///< from the eye to the point
  double grazingSine = 0.0;      ///< of the angle between the ray and the ground, on the unit sphere
  double eyeHeightMeters = 0.0;  ///< roughly
};

/// A pixel of pictures of one size: what any camera sees there.
class Aim {
 public:
  Aim(const Projector& projector, typography::Point pixel)
      : width_(projector.widthPixels()),
        height_(projector.heightPixels()),
        unit_(projector.unit()),
        rightward_((pixel.x - 0.5 * width_) * projector.metersPerPixel(1.0)),
        upward_((0.5 * height_ - pixel.y) * projector.metersPerPixel(1.0)) {}

  /// What the pixel shows; in the sky the ground that a globe turned on beyond its horizon would show; nothing from
  /// below the ellipsoid.
  std::optional<Sight> sight(const Camera& camera) const {
    const Projector projector(camera, width_, height_, unit_);
    const Matrix4 m = projector.ecefToEye();
    const Ecef direction =
        Ecef{m[0], m[1], m[2]} * rightward_ + Ecef{m[4], m[5], m[6]} * upward_ - Ecef{m[8], m[9], m[10]};
    const Ecef eye = toUnitSphere(projector.eye());
    const Ecef ray = geo::normalized(toUnitSphere(direction));
    const double along = geo::dot(eye, ray);
    const double power = geo::dot(eye, eye) - 1.0;
    if (!(power > 0.0)) return std::nullopt;
    Sight sight;
    const double discriminant = along * along - power;
    sight.isGround = along < 0.0 && discriminant >= 0.0;
    if (sight.isGround) {
      sight.point = geo::normalized(eye + ray * (power / (-along + std::sqrt(discriminant))));
      sight.grazingSine = -geo::dot(ray, sight.point);
    } else {
      sight.point = beyondHorizon(eye, ray, std::sqrt(power));
    }
    sight.eyeMeters = geo::norm(projector.eye() - fromUnitSphere(sight.point));
    sight.eyeHeightMeters = (std::sqrt(power + 1.0) - 1.0) * geo::kSemiMajorMeters;
    return sight;
  }

 private:
  // As far beyond the horizon as the ray passes above it; the horizon is `tangent` away from the eye.
  static Ecef beyondHorizon(Ecef eye, Ecef ray, double tangent) {
    constexpr double kFarthestRadians = 1.0;
    const Ecef up = geo::normalized(eye);
    const double climb = geo::dot(ray, up);
    const Ecef level = ray - up * climb;
    const double levelNorm = geo::norm(level);
    if (levelNorm < 1e-12) return up;
    const double above = std::atan2(levelNorm, -climb) - std::atan2(1.0, tangent);
    const double angle = std::atan(tangent) + std::clamp(tangent * above, 0.0, kFarthestRadians);
    return up * std::cos(angle) + level * (std::sin(angle) / levelNorm);
  }

  int width_;
  int height_;
  double unit_;
  double rightward_;
  double upward_;
};

double poleZoneRadians(double scaleMeters) {
  return std::min(kGreatestPoleZoneRadians, kPoleZoneRanges * scaleMeters / geo::kSemiMajorMeters);
}

// How freely the picture turns when `distance` (sine of the angle) away from where keeping north fails: 0 keeps north.
double freedom(double distance, double zoneRadians) {
  return 1.0 - smoothStep(2.0 * distance / zoneRadians - 1.0);
}

// The camera moved by radians of its target to the east and north; north stays where it is on the picture.
Camera movedWithNorth(Camera camera, double east, double north) {
  camera.target.lonRadians = geo::wrapLongitude(camera.target.lonRadians + east / std::cos(camera.target.latRadians));
  camera.target.latRadians = std::clamp(camera.target.latRadians + north, -kQuarterRadians, kQuarterRadians);
  return camera;
}

// The camera turned with the globe about an axis (unit) through the Earth's centre.
Camera rotated(Camera camera, Ecef axis, double angle) {
  const geo::LocalFrame frame = geo::localFrame(camera.target);
  const Ecef ahead = frame.north * std::cos(camera.headingRadians) + frame.east * std::sin(camera.headingRadians);
  const auto rotate = [axis, angle](Ecef v) {
    return v * std::cos(angle) + geo::cross(axis, v) * std::sin(angle) +
           axis * (geo::dot(axis, v) * (1.0 - std::cos(angle)));
  };
  const Ecef up = rotate(frame.up);
  const Ecef newAhead = rotate(ahead);
  camera.target = {std::atan2(up.z, std::hypot(up.x, up.y)), std::atan2(up.y, up.x)};
  const geo::LocalFrame end = geo::localFrame(camera.target);
  camera.headingRadians = wrappedHeading(std::atan2(geo::dot(newAhead, end.east), geo::dot(newAhead, end.north)));
  return camera;
}

// How freely the picture turns while a camera moves: near a pole, and where the sight or its goal is so near a pole, or
// beyond it, that no turn of the globe about its axis takes it aside.
double freedomOf(const Camera& camera, Ecef sight, Ecef goal, double zoneRadians) {
  const Ecef meridian{std::cos(camera.target.lonRadians), std::sin(camera.target.lonRadians), 0.0};
  const double kept = (1.0 - freedom(std::cos(camera.target.latRadians), zoneRadians)) *
                      (1.0 - freedom(std::min(geo::dot(sight, meridian), geo::dot(goal, meridian)), zoneRadians));
  return 1.0 - kept;
}

// A part of the Newton step that brings the sight to a waypoint as if the ellipsoid were a sphere.
Camera stepTowards(Camera camera, Ecef sight, Ecef waypoint, double free, double part) {
  constexpr double kLongestRadians = 0.3;
  if (free < 1.0) {
    // What a radian of the target's way does to the sight: a turn about the Earth's axis, and one about the east.
    const geo::LocalFrame frame = geo::localFrame(camera.target);
    const Ecef byEast = geo::cross(Ecef{0.0, 0.0, 1.0 / std::cos(camera.target.latRadians)}, sight);
    const Ecef byNorth = geo::cross(sight, frame.east);
    const Ecef missing = waypoint - sight;
    const double ee = geo::dot(byEast, byEast);
    const double en = geo::dot(byEast, byNorth);
    const double nn = geo::dot(byNorth, byNorth);
    const double determinant = ee * nn - en * en;
    const double e = geo::dot(byEast, missing);
    const double n = geo::dot(byNorth, missing);
    const double east = (nn * e - en * n) / determinant;
    const double north = (ee * n - en * e) / determinant;
    const double shrink = (1.0 - free) * part * std::min(1.0, kLongestRadians / std::hypot(east, north));
    camera = movedWithNorth(camera, east * shrink, north * shrink);
  }
  if (free > 0.0) {
    const Ecef normal = geo::cross(sight, waypoint);
    const double sine = geo::norm(normal);
    if (sine > 0.0) {
      camera = rotated(camera, normal * (1.0 / sine), free * part * std::atan2(sine, geo::dot(sight, waypoint)));
    }
  }
  return camera;
}

// What a camera's moves are measured by: near the ground its range may be much less than its height.
double scaleOf(const Camera& camera, const Sight& sight) {
  return std::max(camera.rangeMeters, sight.eyeHeightMeters);
}

struct Aimed {
  Camera camera;
  Sight sight;
};

// Moves on until the sight is at the waypoint, or as near as it gets.
Aimed settledOn(Aimed now, const Aim& aim, Ecef waypoint, double free, double toleranceRadians) {
  constexpr int kRounds = 24;
  double missing = geo::norm(waypoint - now.sight.point);
  double part = 1.0;
  for (int round = 0; round < kRounds && missing > toleranceRadians; ++round) {
    const Camera camera = stepTowards(now.camera, now.sight.point, waypoint, free, part);
    const auto sight = aim.sight(camera);
    const double stillMissing = sight ? geo::norm(waypoint - sight->point) : missing;
    // At the horizon the sight changes so fast that whole steps may miss.
    if (!(stillMissing < missing)) {
      part *= 0.5;
      continue;
    }
    now = {camera, *sight};
    missing = stillMissing;
    part = std::min(1.0, 2.0 * part);
  }
  return now;
}

// The camera moved so that its aim falls on `goal` (unit sphere), along the great circle that joins both, no farther
// than `farthestRanges` scales.
Camera aimed(const Camera& camera, const Aim& aim, Ecef goal, double scaleMeters, double farthestRanges) {
  constexpr int kMostWaypoints = 64;
  const auto sight = aim.sight(camera);
  if (!sight) return camera;
  Aimed now{camera, *sight};
  const double zone = poleZoneRadians(scaleMeters);
  const double tolerance = 1e-9 * scaleMeters / geo::kSemiMajorMeters;

  const Ecef start = sight->point;
  const double angle = std::atan2(geo::norm(geo::cross(start, goal)), geo::dot(start, goal));
  const double reach = std::min(angle, farthestRanges * scaleMeters / geo::kSemiMajorMeters);
  const Ecef way = goal - start * geo::dot(start, goal);
  const double wayNorm = geo::norm(way);
  // The antipode is reached by any way.
  const Ecef onward = wayNorm > 1e-15 ? way * (1.0 / wayNorm) : geo::localFrame(geo::toGeodetic(start).latLon).east;
  const int waypoints = std::clamp(static_cast<int>(std::ceil(8.0 * reach / zone)), 1, kMostWaypoints);
  for (int i = 1; i <= waypoints; ++i) {
    const double part = reach * i / waypoints;
    const Ecef waypoint = i == waypoints && reach == angle ? goal : start * std::cos(part) + onward * std::sin(part);
    const double free = freedomOf(now.camera, now.sight.point, goal, zone);
    const Aimed trial = settledOn(now, aim, waypoint, free, tolerance);
    // The mean of both ends, so that the way back is the same.
    const double endFree = freedomOf(trial.camera, trial.sight.point, goal, zone);
    now = free == endFree ? trial : settledOn(now, aim, waypoint, 0.5 * (free + endFree), tolerance);
  }
  return now.camera;
}

// The camera with the range at which what the aim meets is `eyeMeters` from the eye; nothing where it meets no ground
// or only grazes it.
std::optional<Camera> atDistance(Camera camera, const Aim& aim, double eyeMeters) {
  constexpr int kRounds = 40;
  const double nearest = std::min(kNearestRangeMeters, camera.rangeMeters);
  const double farthest = std::max(kFarthestRangeMeters, camera.rangeMeters);
  for (int round = 0; round < kRounds; ++round) {
    const auto sight = aim.sight(camera);
    if (!sight || !sight->isGround || sight->grazingSine < kLeastGrazingSine) return std::nullopt;
    const double range = std::clamp(camera.rangeMeters * eyeMeters / sight->eyeMeters, nearest, farthest);
    const bool settled = std::abs(range - camera.rangeMeters) < 1e-9 * range;
    camera.rangeMeters = range;
    if (settled) return camera;
  }
  return std::nullopt;
}

}  // namespace

Camera limited(Camera camera, const Camera& fallback) {
  if (std::isnan(camera.rangeMeters)) camera.rangeMeters = fallback.rangeMeters;
  if (std::isnan(camera.tiltRadians)) camera.tiltRadians = fallback.tiltRadians;
  if (std::isnan(camera.target.latRadians)) camera.target.latRadians = fallback.target.latRadians;
  if (!std::isfinite(camera.target.lonRadians)) camera.target.lonRadians = fallback.target.lonRadians;
  if (!std::isfinite(camera.headingRadians)) camera.headingRadians = fallback.headingRadians;
  if (!std::isfinite(camera.targetHeightMeters)) camera.targetHeightMeters = fallback.targetHeightMeters;
  camera.rangeMeters = std::clamp(camera.rangeMeters, kNearestRangeMeters, kFarthestRangeMeters);
  camera.tiltRadians = std::clamp(camera.tiltRadians, 0.0, kGreatestTiltRadians);
  camera.target.latRadians = std::clamp(camera.target.latRadians, -kQuarterRadians, kQuarterRadians);
  camera.target.lonRadians = geo::wrapLongitude(camera.target.lonRadians);
  camera.headingRadians = wrappedHeading(camera.headingRadians);
  return camera;
}

Camera grabbed(const Projector& from, geo::LatLon point, typography::Point pixel) {
  if (!isFinite(point, pixel)) return from.camera();
  const Aim aim(from, pixel);
  const auto sight = aim.sight(from.camera());
  if (!sight) return from.camera();
  return aimed(from.camera(), aim, toUnitSphere(geo::toEcef(point)), scaleOf(from.camera(), *sight),
               kFarthestMoveRanges);
}

Camera zoomed(const Projector& from, double factor, typography::Point pixel) {
  Camera camera = from.camera();
  if (!(factor > 0.0) || !isFinite(camera.target, pixel)) return camera;
  // A camera beyond the limits may come back, and goes no farther out.
  const double range = camera.rangeMeters;
  camera.rangeMeters =
      std::clamp(range / factor, std::min(kNearestRangeMeters, range), std::max(kFarthestRangeMeters, range));
  if (camera.rangeMeters == range) return camera;
  const Aim aim(from, pixel);
  const auto before = aim.sight(from.camera());
  const auto after = aim.sight(camera);
  if (!before || !before->isGround || !after || !after->isGround) return camera;
  // Of both cameras, so that zooming out again goes the same way back.
  const double scaleMeters = std::max(scaleOf(from.camera(), *before), scaleOf(camera, *after));
  return aimed(camera, aim, before->point, scaleMeters, kFarthestMoveRanges);
}

Camera turned(const Projector& from, std::optional<geo::LatLon> pivot, double headingChangeRadians,
              double tiltChangeRadians) {
  Camera camera = from.camera();
  if (!std::isfinite(headingChangeRadians) || !std::isfinite(tiltChangeRadians)) return camera;
  const double tilt = camera.tiltRadians;
  const double goalTilt = std::clamp(tilt + tiltChangeRadians, 0.0, std::max(tilt, kGreatestTiltRadians));
  if (headingChangeRadians != 0.0) {
    camera.headingRadians = wrappedHeading(camera.headingRadians + headingChangeRadians);
  }
  const auto pixel = pivot ? from.visiblePixel(*pivot) : std::nullopt;
  if (!pixel) {
    camera.tiltRadians = goalTilt;
    return camera;
  }

  const Aim aim(from, *pixel);
  const Ecef pivotEcef = geo::toEcef(*pivot);
  if (goalTilt != tilt) {
    const double eyeMeters = geo::norm(from.eye() - pivotEcef);
    const auto tilted = [&](double newTilt) {
      Camera trial = camera;
      trial.tiltRadians = newTilt;
      return atDistance(trial, aim, eyeMeters);
    };
    // As far as the pivot stays well in sight.
    double possible = 0.0;
    double impossible = 1.0;
    auto best = tilted(goalTilt);
    for (int i = 0; !best && i < 30; ++i) {
      const double middle = 0.5 * (possible + impossible);
      if (tilted(tilt + (goalTilt - tilt) * middle)) {
        possible = middle;
      } else {
        impossible = middle;
      }
    }
    if (!best) best = tilted(tilt + (goalTilt - tilt) * possible);
    if (best) camera = *best;
  }
  const auto sight = aim.sight(camera);
  if (!sight) return camera;
  return aimed(camera, aim, toUnitSphere(pivotEcef), scaleOf(camera, *sight), std::numeric_limits<double>::infinity());
}

Camera panned(const Projector& from, double rightPixels, double downPixels) {
  Camera camera = from.camera();
  const double pixels = std::hypot(rightPixels, downPixels);
  if (!std::isfinite(pixels) || pixels == 0.0) return camera;
  const double angle =
      std::min(kQuarterRadians, pixels * from.metersPerPixel(camera.rangeMeters) / geo::kSemiMajorMeters);
  const double aside = std::atan2(rightPixels, -downPixels);
  const double zone = poleZoneRadians(camera.rangeMeters);
  const int steps = std::max(1, static_cast<int>(std::ceil(4.0 * angle / zone)));
  for (int i = 0; i < steps; ++i) {
    const double azimuth = camera.headingRadians + aside;
    const double free = freedom(std::cos(camera.target.latRadians), zone);
    const geo::LocalFrame frame = geo::localFrame(camera.target);
    const Ecef axis = frame.north * std::sin(azimuth) - frame.east * std::cos(azimuth);
    const double kept = (1.0 - free) * angle / steps;
    if (free < 1.0) camera = movedWithNorth(camera, kept * std::sin(azimuth), kept * std::cos(azimuth));
    if (free > 0.0) camera = rotated(camera, axis, free * angle / steps);
  }
  return camera;
}

namespace {

/// Van Wijk and Nuij's trade of zooming against moving, and their width of what is seen, for a picture 16:9.
constexpr double kRho = 1.42;
constexpr double kWidthPerRange = 0.95;

/// A flight that comes so near a pole turns with its path, since north turns too fast there.
constexpr double kPolarFlightRadians = 15.0 * std::numbers::pi / 180.0;

constexpr double kShortestSeconds = 0.4;
constexpr double kLongestSeconds = 2.5;
constexpr double kPathPerSecond = 1.8;

// How near the path comes to a pole, on the sphere.
double leastPolarDistance(geo::LatLon from, geo::LatLon to, const geo::GeodesicPath& path) {
  const double atEnds = std::min(std::cos(from.latRadians), std::cos(to.latRadians));
  const bool turnsBetween = std::cos(path.startAzimuthRadians) * std::cos(path.endAzimuthRadians) < 0.0;
  const double atVertex = std::abs(std::sin(path.startAzimuthRadians)) * std::cos(from.latRadians);
  return std::asin(std::min(1.0, turnsBetween ? std::min(atEnds, atVertex) : atEnds));
}

}  // namespace

Flight::Flight(const Camera& from, const Camera& to) : from_(from), to_(to) {
  const geo::GeodesicPath path = geo::geodesicInverse(from.target, to.target);
  distanceMeters_ = path.distanceMeters;
  startAzimuthRadians_ = path.startAzimuthRadians;
  turnsWithPath_ = leastPolarDistance(from.target, to.target, path) < kPolarFlightRadians;
  const double pathTurn = turnsWithPath_ ? path.endAzimuthRadians - path.startAzimuthRadians : 0.0;
  headingTurnRadians_ = shorterTurn(to.headingRadians - from.headingRadians - pathTurn);

  const double startWidth = kWidthPerRange * from.rangeMeters;
  const double endWidth = kWidthPerRange * to.rangeMeters;
  const double zoom = std::log(endWidth / startWidth);
  zoomsOnly_ = distanceMeters_ < 1e-6 * std::min(startWidth, endWidth);
  if (zoomsOnly_) {
    zoomPath_ = std::abs(zoom) / kRho;
  } else {
    const double reach = kRho * kRho * distanceMeters_;
    const double widths = (endWidth - startWidth) * (endWidth + startWidth);
    startR_ = -std::asinh((widths + reach * reach) / (2.0 * startWidth * reach));
    const double endR = -std::asinh((widths - reach * reach) / (2.0 * endWidth * reach));
    zoomPath_ = (endR - startR_) / kRho;
  }
  // Turns, tilts and lifts take their time too.
  const double lift = (to.targetHeightMeters - from.targetHeightMeters) / std::min(from.rangeMeters, to.rangeMeters);
  const double path2 = std::hypot(zoomPath_, std::hypot(headingTurnRadians_, to.tiltRadians - from.tiltRadians), lift);
  if (path2 > 1e-12) seconds_ = std::clamp(path2 / kPathPerSecond, kShortestSeconds, kLongestSeconds);
}

Camera Flight::at(double seconds) const {
  if (!(seconds < seconds_)) return to_;
  if (seconds <= 0.0) return from_;
  const double part = smoothStep(seconds / seconds_);
  Camera camera;
  double moved = part;
  if (zoomsOnly_) {
    camera.rangeMeters = from_.rangeMeters * std::pow(to_.rangeMeters / from_.rangeMeters, part);
  } else {
    const double s = kRho * zoomPath_;
    const double width = std::cosh(startR_) / std::cosh(s * part + startR_);
    camera.rangeMeters = from_.rangeMeters * width;
    moved = std::sinh(s * part) * std::cosh(s + startR_) / (std::sinh(s) * std::cosh(s * part + startR_));
  }
  camera.rangeMeters =
      std::min(camera.rangeMeters, std::max({kFarthestRangeMeters, from_.rangeMeters, to_.rangeMeters}));

  const geo::GeodesicEnd place = geo::geodesicDirect(from_.target, startAzimuthRadians_, moved * distanceMeters_);
  camera.target = place.position;
  const double pathTurn = turnsWithPath_ ? place.azimuthRadians - startAzimuthRadians_ : 0.0;
  camera.headingRadians = wrappedHeading(from_.headingRadians + pathTurn + part * headingTurnRadians_);
  camera.tiltRadians = from_.tiltRadians + part * (to_.tiltRadians - from_.tiltRadians);
  camera.targetHeightMeters = from_.targetHeightMeters + part * (to_.targetHeightMeters - from_.targetHeightMeters);
  return camera;
}

}  // namespace cordon::scene
