#include "geo/ring_profile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "geo/geodesic.h"
#include "geo/ring.h"
#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

/// The profile's error at a point that lies on the true circle.
double errorAt(const RingProfile& profile, LatLon pointOfCircle) {
  const Ecef chord = toEcef(pointOfCircle) - profile.anchorEcef;
  const double north = dot(chord, profile.frame.north);
  const double east = dot(chord, profile.frame.east);
  return std::abs(chordMeters(profile, north / std::hypot(north, east)) - norm(chord));
}

struct Case {
  LatLon centre;
  double radiusMeters = 0.0;
};

/// Compares profiles with points of the exact method's circles in 90 azimuths each.
void expectProfilesAgree(const std::vector<Case>& cases, double toleranceMeters) {
  constexpr std::size_t kAzimuths = 90;
  std::vector<reference::DirectProblem> problems;
  for (const Case& c : cases) {
    for (std::size_t k = 0; k < kAzimuths; ++k) {
      const double azimuth = 2.0 * std::numbers::pi * (static_cast<double>(k) + 0.37) / static_cast<double>(kAzimuths);
      problems.push_back({c.centre, azimuth, c.radiusMeters});
    }
  }
  const std::vector<LatLon> points = reference::exactDirect(problems);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const RingProfile profile = ringProfile(cases[i].centre, cases[i].radiusMeters);
    double error = 0.0;
    for (std::size_t k = 0; k < kAzimuths; ++k) error = std::max(error, errorAt(profile, points[i * kAzimuths + k]));
    EXPECT_LT(error, toleranceMeters) << reference::degrees(cases[i].centre) << " " << cases[i].radiusMeters;
    EXPECT_LT(error, profile.maxErrorMeters * 1.5 + 0.001) << "the stated error is too small";
    EXPECT_LE(profile.chordChebyshevMeters.size(), 16U);
  }
}

TEST(RingProfile, AgreesWithTheExactCircleUpTo19000Kilometres) {
  std::mt19937 generator(31);
  std::vector<Case> cases;
  for (int i = 0; i < 600; ++i) {
    cases.push_back({reference::randomPosition(generator), i % 2 == 0
                                                               ? std::pow(10.0, reference::uniform(generator, 0.0, 6.5))
                                                               : reference::uniform(generator, 1e5, 1.9e7)});
  }
  expectProfilesAgree(cases, 0.15);
}

TEST(RingProfile, AgreesWithTheExactCircleAboutAQuarterOfTheMeridian) {
  std::vector<Case> cases;
  for (const double lat : {0.0, 30.0, 45.05, -80.0, 90.0}) {
    for (const double offset : {-1e3, -1.0, 1.0, 1e3}) {
      cases.push_back({LatLon::fromDegrees(lat, 147.84), kFarthestMeters / 2.0 + offset});
    }
  }
  expectProfilesAgree(cases, 0.15);
}

TEST(RingProfile, StatesItsErrorAboutTheAntipode) {
  // The vertices of disc() come from the cut locus, the profile from searching the distance: two ways to one curve.
  for (const double lat : {0.0, 20.0, 45.0, -70.0, 90.0}) {
    for (const double radius : {1.95e7, 1.99e7, 1.996e7, 1.998e7, 1.9995e7, 2.0003e7}) {
      const LatLon centre = LatLon::fromDegrees(lat, -30.0);
      const RingProfile profile = ringProfile(centre, radius);
      EXPECT_TRUE(profile.insideIsFar);
      double error = 0.0;
      const RingShape shape = disc(centre, radius, 0.5);
      for (const LatLon& vertex : shape.loops.front().vertices) {
        error = std::max(error, errorAt(profile, vertex));
      }
      EXPECT_LT(error, profile.maxErrorMeters * 1.5 + 0.01) << lat << " " << radius;
      EXPECT_LT(profile.maxErrorMeters, 3000.0);
    }
  }
}

TEST(RingProfile, NeedsFewCoefficientsForOrdinaryRings) {
  std::mt19937 generator(32);
  for (int i = 0; i < 500; ++i) {
    const LatLon centre = reference::randomPosition(generator);
    EXPECT_LE(ringProfile(centre, 130e3).chordChebyshevMeters.size(), 1U);
    EXPECT_LE(ringProfile(centre, 300e3).chordChebyshevMeters.size(), 3U);
    EXPECT_LE(ringProfile(centre, 1000e3).chordChebyshevMeters.size(), 3U);
    EXPECT_LE(ringProfile(centre, 5000e3).chordChebyshevMeters.size(), 5U);
  }
}

TEST(RingProfile, IsAnchoredAtTheCentreUpToAQuarterAndAtTheAntipodeBeyond) {
  const LatLon centre = LatLon::fromDegrees(44.18, 145.96);
  const RingProfile near = ringProfile(centre, 1e7);
  EXPECT_FALSE(near.insideIsFar);
  EXPECT_DOUBLE_EQ(near.anchor.latRadians, centre.latRadians);
  const RingProfile far = ringProfile(centre, 1.1e7);
  EXPECT_TRUE(far.insideIsFar);
  EXPECT_LT(norm(far.anchorEcef + toEcef(centre)), 1e-6);
}

TEST(RingProfile, OfARadiusThatCoversTheEarthLeavesNothingOutside) {
  for (const double radius : {kFarthestMeters, 2.1e7, 1e12}) {
    const RingProfile profile = ringProfile(LatLon::fromDegrees(10.0, 20.0), radius);
    EXPECT_TRUE(profile.insideIsFar);
    EXPECT_EQ(profile.chordChebyshevMeters, std::vector<double>{0.0});
    EXPECT_EQ(chordMeters(profile, 0.3), 0.0);
  }
}

TEST(RingProfile, RefusesARadiusThatIsNone) {
  EXPECT_THROW(ringProfile({}, 0.0), std::invalid_argument);
  EXPECT_THROW(ringProfile({}, -5.0), std::invalid_argument);
  EXPECT_THROW(ringProfile({}, std::nan("")), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::geo
