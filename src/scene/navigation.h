#pragma once

#include <optional>

#include "scene/camera.h"

namespace cordon::scene {

/// How near and far a camera may be: about 2 km and the whole globe fit a picture.
inline constexpr double kNearestRangeMeters = 500.0;
inline constexpr double kFarthestRangeMeters = 6.0e7;
/// The flattest look: the horizon is in the picture, the ground stays visible.
inline constexpr double kGreatestTiltRadians = 85.0 * 3.14159265358979323846 / 180.0;

/// The camera with range, tilt and heading within what may be, target latitude within the poles, target longitude
/// wrapped to [-pi, pi) and heading to [0, 2 pi). NaN in any member, and an infinite longitude, heading or height:
/// `fallback`'s (which is to be finite).
Camera limited(Camera camera, const Camera& fallback);

/// The camera moved over the ground so that a grabbed point of the ellipsoid comes to lie under a pixel.
///
/// Heading, tilt and range are kept. Heading changes only where the target or the point is within half a range of a
/// pole (at most 16 degrees), or beyond it: there the picture goes with the ground and north turns, the more the
/// nearer, so that nothing jumps on the way across. Where the pixel is in the sky, the camera moves as if the ground
/// went on (the globe turns under the pointer). Steady at the poles and over the dateline: never NaN, and the result
/// puts the point within 0.1 pixel wherever the pixel shows ground, with one bound: one call moves the ground by four
/// ranges at most (or heights of the eye, where that is more), along the great circle, so that a pixel's step at the
/// horizon does not fling the camera; further calls go on from there. Unchanged where the eye is below the ellipsoid
/// or an argument is not finite. Pure; any thread, as all functions here.
Camera grabbed(const Projector& from, geo::LatLon point, typography::Point pixel);

/// The camera nearer by `factor` (> 1) or farther (< 1), with the ground under a pixel kept there as by grabbed().
///
/// About the picture's middle where the pixel shows sky, before or at the new range. The range stays within its
/// limits: at a limit nothing moves, nor by a factor that is not positive; a camera beyond a limit goes no farther.
Camera zoomed(const Projector& from, double factor, typography::Point pixel);

/// The camera turned about a point of the ground: heading and tilt change, the point stays under its pixel.
///
/// While it tilts, the range changes so that the eye keeps its distance from the pivot, as far as the range's limits
/// let it. Without a pivot, or with one out of sight, about the target, at the same range. Tilt stays within
/// [0, kGreatestTiltRadians] and stops before the pivot would be seen too flatly. Near a pole heading changes by more
/// than is asked, as the target goes round it.
Camera turned(const Projector& from, std::optional<geo::LatLon> pivot, double headingChangeRadians,
              double tiltChangeRadians);

/// The camera moved across the picture, as arrow keys do: by pixels as large as those of the picture's middle seen
/// from straight above, at any tilt. North is kept but near a pole, as by grabbed().
Camera panned(const Projector& from, double rightPixels, double downPixels);

/// A flight from one camera to another: zooms out, over and in, so that near and far trips read alike.
///
/// Source: van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003), along the geodesic between the
/// targets; tilt goes straight. Heading takes the shorter way round, against north, or against the path where that
/// comes within 15 degrees of a pole. Exact at both ends. Both cameras are to be finite, with ranges > 0.
class Flight {
 public:
  Flight(const Camera& from, const Camera& to);

  /// How long it takes at ordinary speed: 0 where both ends are one, else 0.4 to 2.5 s.
  double seconds() const { return seconds_; }

  /// The camera at a time, clamped to [0, seconds()]; eases in and out.
  Camera at(double seconds) const;

 private:
  Camera from_;
  Camera to_;
  double seconds_ = 0.0;
  double distanceMeters_ = 0.0;
  double startAzimuthRadians_ = 0.0;
  double headingTurnRadians_ = 0.0;  ///< against north, or against the path
  bool turnsWithPath_ = false;
  bool zoomsOnly_ = false;
  double zoomPath_ = 0.0;  ///< van Wijk and Nuij's S
  double startR_ = 0.0;    ///< their r0
};

}  // namespace cordon::scene
