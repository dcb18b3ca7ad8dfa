#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/position.h"
#include "scene/camera.h"
#include "scene/render_model.h"

namespace cordon::ui {

/// A curve of the ground by geodesics from a centre: an arc of a circle (azimuth changes), or a line (distance
/// changes).
struct GeodesicSweep {
  geo::LatLon centre;
  double fromAzimuthRadians = 0.0;
  double toAzimuthRadians = 0.0;
  double fromMeters = 0.0;
  double toMeters = 0.0;

  friend bool operator==(const GeodesicSweep&, const GeodesicSweep&) = default;
};

/// The whole circle, clockwise from north.
GeodesicSweep circleSweep(geo::LatLon centre, double radiusMeters);

/// The shortest path between two positions.
GeodesicSweep pathSweep(geo::LatLon from, geo::LatLon to);

/// The curves that bound what a ring covers: its rim, the rim of its minimum range, the sides of its sector. A circle
/// that covers the whole Earth has none.
std::vector<GeodesicSweep> ringSweeps(const scene::Ring& ring);

/// A curve of the ground traced as finely as a picture needs it, and only where the picture may show it.
///
/// Points are exact (geo::geodesicDirect; beyond the centre's cut locus they stop at it) and kept, so that a moving
/// camera only computes new ones. Belongs to one thread.
class GroundCurve {
 public:
  explicit GroundCurve(const GeodesicSweep& sweep) : sweep_(sweep) {}

  const GeodesicSweep& sweep() const { return sweep_; }

  /// The pieces of the curve that may be seen, for GroundProjection::line().
  ///
  /// Successive points are at most `kFinestPixels` apart where they are seen, so that chords follow the curve and the
  /// relief to well under half a pixel. `reliefMeters`: how far the drawn ground may lie off the camera's target's
  /// height; only what is culled depends on it.
  std::vector<std::vector<geo::LatLon>> trace(const scene::Projector& projector, double reliefMeters);

  static constexpr double kFinestPixels = 8.0;

 private:
  struct Node {
    geo::LatLon position;
    geo::Ecef ecef;  ///< on the ellipsoid
  };
  Node node(double share, std::uint64_t key);

  GeodesicSweep sweep_;
  std::unordered_map<std::uint64_t, Node> nodes_;  ///< by the share of the way, in units of 2^-kDepth
};

/// Curves that are drawn again and again, kept from frame to frame.
class CurveCache {
 public:
  /// The curve of a key; made anew where its sweep has changed. The reference holds until endFrame().
  GroundCurve& curve(const std::string& key, const GeodesicSweep& sweep);
  /// Forgets what was not asked for since the last call.
  void endFrame();

 private:
  struct Entry {
    GroundCurve curve;
    bool used = true;
  };
  std::map<std::string, Entry> entries_;
};

}  // namespace cordon::ui
