#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "geo/geodesic.h"
#include "geo/ring.h"
#include "geo/ring_profile.h"
#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

using reference::randomPosition;
using reference::uniform;

TEST(GeodesicProperty, DistanceIsAMetric) {
  std::mt19937 generator(61);
  for (int i = 0; i < 5000; ++i) {
    const LatLon a = randomPosition(generator);
    const LatLon b = randomPosition(generator);
    const LatLon c = randomPosition(generator);
    const double ab = geodesicDistanceMeters(a, b);
    EXPECT_NEAR(ab, geodesicDistanceMeters(b, a), 1e-7);
    EXPECT_LE(ab, geodesicDistanceMeters(a, c) + geodesicDistanceMeters(c, b) + 1e-6);
    EXPECT_GE(ab, reference::straightMeters(a, b) - 1e-7);
    EXPECT_LE(ab, kFarthestMeters + 1e-7);
    EXPECT_EQ(geodesicDistanceMeters(a, a), 0.0);
  }
}

TEST(GeodesicProperty, DirectUndoesInverse) {
  std::mt19937 generator(62);
  for (int i = 0; i < 5000; ++i) {
    const LatLon a = randomPosition(generator);
    const LatLon b = randomPosition(generator);
    const GeodesicPath path = geodesicInverse(a, b);
    EXPECT_LT(reference::straightMeters(geodesicDirect(a, path.startAzimuthRadians, path.distanceMeters).position, b),
              1e-7);
  }
}

TEST(GeodesicProperty, NothingDependsOnWholeTurnsOfLongitude) {
  std::mt19937 generator(63);
  for (int i = 0; i < 1000; ++i) {
    const LatLon a = randomPosition(generator);
    const LatLon b = randomPosition(generator);
    const LatLon turned{a.latRadians, a.lonRadians + 4.0 * std::numbers::pi};
    EXPECT_NEAR(geodesicDistanceMeters(a, b), geodesicDistanceMeters(turned, b), 1e-6);
    EXPECT_LT(norm(toEcef(a) - toEcef(turned)), 1e-7);
  }
}

/// What the globe's shader asks of a pixel.
bool isInside(const RingProfile& profile, Ecef point) {
  const Ecef chord = point - profile.anchorEcef;
  const double north = dot(chord, profile.frame.north);
  const double east = dot(chord, profile.frame.east);
  const double edgeMeters = chordMeters(profile, north / std::hypot(north, east));
  return (norm(chord) > edgeMeters) == profile.insideIsFar;
}

TEST(RingProperty, TheProfileTellsInsideFromOutsideAsTheDistanceDoes) {
  std::mt19937 generator(64);
  for (int i = 0; i < 400; ++i) {
    const LatLon centre = randomPosition(generator);
    const double radius = i % 2 == 0 ? std::pow(10.0, uniform(generator, 1.0, 7.0)) : uniform(generator, 1e6, 2.0003e7);
    const RingProfile profile = ringProfile(centre, radius);
    for (int k = 0; k < 100; ++k) {
      // Half of the points close to the edge, where it matters.
      LatLon point = randomPosition(generator);
      if (k % 2 == 0) {
        const double offset = std::pow(10.0, uniform(generator, -0.5, 4.0)) * (k % 4 == 0 ? 1.0 : -1.0);
        point = geodesicDirect(centre, uniform(generator, 0.0, 6.3), radius + offset).position;
      }
      const double distance = geodesicDistanceMeters(centre, point);
      // Along a ray the chord changes as the distance or slower: the profile's error bounds the doubtful strip.
      if (distance < 0.1 || std::abs(distance - radius) < 2.0 * profile.maxErrorMeters + 0.05) continue;
      EXPECT_EQ(isInside(profile, toEcef(point)), distance < radius)
          << reference::degrees(centre) << " " << radius << " " << distance - radius;
    }
  }
}

TEST(RingProperty, VerticesOfADiscLieOnTheProfile) {
  std::mt19937 generator(65);
  for (int i = 0; i < 60; ++i) {
    const LatLon centre = randomPosition(generator);
    const double radius = uniform(generator, 10.0, 1.98e7);
    const RingProfile profile = ringProfile(centre, radius);
    const RingShape shape = disc(centre, radius);
    for (const LatLon& vertex : shape.loops.front().vertices) {
      const Ecef chord = toEcef(vertex) - profile.anchorEcef;
      const double north = dot(chord, profile.frame.north);
      const double east = dot(chord, profile.frame.east);
      EXPECT_NEAR(norm(chord), chordMeters(profile, north / std::hypot(north, east)), 0.15);
    }
  }
}

}  // namespace
}  // namespace cordon::geo
