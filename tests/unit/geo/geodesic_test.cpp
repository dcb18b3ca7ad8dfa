#include "geo/geodesic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

// PROJ states 15 nm; degrees and radians add rounding of the same size.
constexpr double kToleranceMeters = 1e-7;

double distance(double lat1, double lon1, double lat2, double lon2) {
  return geodesicDistanceMeters(LatLon::fromDegrees(lat1, lon1), LatLon::fromDegrees(lat2, lon2));
}

void expectDistancesAgree(const std::vector<reference::Pair>& pairs) {
  const std::vector<reference::Inverse> expected = reference::exactInverse(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const GeodesicPath path = geodesicInverse(pairs[i].from, pairs[i].to);
    const std::string where = reference::degrees(pairs[i].from) + " to " + reference::degrees(pairs[i].to);
    EXPECT_NEAR(path.distanceMeters, expected[i].distanceMeters, kToleranceMeters) << where;
    EXPECT_DOUBLE_EQ(path.distanceMeters, geodesicDistanceMeters(pairs[i].from, pairs[i].to));
    // Azimuths turn fast near the antipode and are free at it: what must hold is that they lead there.
    EXPECT_LT(reference::straightMeters(
                  geodesicDirect(pairs[i].from, path.startAzimuthRadians, path.distanceMeters).position, pairs[i].to),
              kToleranceMeters)
        << where;
    EXPECT_LT(reference::straightMeters(
                  geodesicDirect(pairs[i].to, path.endAzimuthRadians, -path.distanceMeters).position, pairs[i].from),
              kToleranceMeters)
        << where;
  }
}

TEST(Geodesic, InverseAgreesWithTheExactMethodAllOverTheEarth) {
  std::mt19937 generator(11);
  std::vector<reference::Pair> pairs;
  for (int i = 0; i < 10000; ++i) {
    pairs.push_back({reference::randomPosition(generator), reference::randomPosition(generator)});
  }
  expectDistancesAgree(pairs);
}

TEST(Geodesic, InverseAgreesWithTheExactMethodAboutTheAntipode) {
  std::mt19937 generator(12);
  std::vector<reference::Pair> pairs;
  for (int i = 0; i < 4000; ++i) {
    const LatLon from = reference::randomPosition(generator);
    // Over the whole of the cut locus and around it, at all scales down to a nanometre.
    const double scale = std::pow(10.0, reference::uniform(generator, -16.0, -1.5));
    const double lat = -from.latRadians + scale * reference::uniform(generator, -1.0, 1.0);
    const double lon = from.lonRadians + std::numbers::pi + scale * reference::uniform(generator, -1.0, 1.0);
    pairs.push_back({from, {std::clamp(lat, -std::numbers::pi / 2.0, std::numbers::pi / 2.0), lon}});
  }
  expectDistancesAgree(pairs);
}

TEST(Geodesic, InverseAgreesWithTheExactMethodForNeighbours) {
  std::mt19937 generator(13);
  std::vector<reference::Pair> pairs;
  for (int i = 0; i < 2000; ++i) {
    const LatLon from = reference::randomPosition(generator);
    const double scale = std::pow(10.0, reference::uniform(generator, -12.0, -2.0));
    const double lat = from.latRadians + scale * reference::uniform(generator, -1.0, 1.0);
    pairs.push_back({from,
                     {std::clamp(lat, -std::numbers::pi / 2.0, std::numbers::pi / 2.0),
                      from.lonRadians + scale * reference::uniform(generator, -1.0, 1.0)}});
  }
  expectDistancesAgree(pairs);
}

TEST(Geodesic, InverseAzimuthsAgreeWithTheExactMethodWhereTheyAreUnique) {
  std::mt19937 generator(14);
  std::vector<reference::Pair> pairs;
  while (pairs.size() < 4000) {
    const reference::Pair pair{reference::randomPosition(generator), reference::randomPosition(generator)};
    const double chord = reference::straightMeters(pair.from, pair.to);
    if (chord > 1e5 && chord < 1.2e7) pairs.push_back(pair);
  }
  const std::vector<reference::Inverse> expected = reference::exactInverse(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const GeodesicPath path = geodesicInverse(pairs[i].from, pairs[i].to);
    const double turn = 2.0 * std::numbers::pi;
    EXPECT_NEAR(std::remainder(path.startAzimuthRadians - expected[i].startAzimuthRadians, turn), 0.0, 1e-11);
    EXPECT_NEAR(std::remainder(path.endAzimuthRadians - expected[i].endAzimuthRadians, turn), 0.0, 1e-11);
  }
}

TEST(Geodesic, DirectAgreesWithTheExactMethod) {
  std::mt19937 generator(15);
  std::vector<reference::DirectProblem> problems;
  for (int i = 0; i < 10000; ++i) {
    problems.push_back({reference::randomPosition(generator),
                        reference::uniform(generator, -std::numbers::pi, std::numbers::pi),
                        i % 2 == 0 ? reference::uniform(generator, 0.0, 2.1e7)
                                   : std::pow(10.0, reference::uniform(generator, 0.0, 7.4))});
  }
  const std::vector<LatLon> expected = reference::exactDirect(problems);
  for (std::size_t i = 0; i < problems.size(); ++i) {
    const GeodesicEnd end = geodesicDirect(problems[i].start, problems[i].azimuthRadians, problems[i].distanceMeters);
    EXPECT_LT(reference::straightMeters(end.position, expected[i]), kToleranceMeters)
        << reference::degrees(problems[i].start);
  }
}

// Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), table 2.
TEST(Geodesic, DirectGivesKarneysPublishedExample) {
  const GeodesicEnd end = geodesicDirect(LatLon::fromDegrees(40.0, 0.0), degreesToRadians(30.0), 1e7);
  EXPECT_NEAR(end.position.latDegrees(), 41.79331020506, 1e-11);
  EXPECT_NEAR(end.position.lonDegrees(), 137.84490004377, 1e-11);
  EXPECT_NEAR(radiansToDegrees(end.azimuthRadians), 149.09016931807, 1e-11);
}

// The same, tables 4 and 5: nearly antipodal points.
TEST(Geodesic, InverseGivesKarneysPublishedAntipodalExample) {
  const GeodesicPath path = geodesicInverse(LatLon::fromDegrees(-30.0, 0.0), LatLon::fromDegrees(29.9, 179.8));
  EXPECT_NEAR(path.distanceMeters, 19989832.82761, 1e-5);
  EXPECT_NEAR(radiansToDegrees(path.startAzimuthRadians), 161.89052473633, 1e-10);
  EXPECT_NEAR(radiansToDegrees(path.endAzimuthRadians), 18.09073724574, 1e-10);
}

// The examples in the documentation of GeographicLib.
TEST(Geodesic, GivesTheDocumentedExamplesOfGeographicLib) {
  EXPECT_NEAR(distance(-41.32, 174.81, 40.96, -5.50), 19959679.267, 1e-3);  // Wellington to Salamanca
  const LatLon end = geodesicDirect(LatLon::fromDegrees(-32.06, 115.74), degreesToRadians(225.0), 2e7).position;
  EXPECT_NEAR(end.latDegrees(), 32.11195529, 1e-8);
  EXPECT_NEAR(end.lonDegrees(), -63.95925278, 1e-8);
  // JFK Airport to Singapore Changi, GeodSolve(1).
  EXPECT_NEAR(distance(40 + 38 / 60.0 + 23 / 3600.0, -73 - 46 / 60.0 - 44 / 3600.0, 1 + 21 / 60.0 + 33 / 3600.0,
                       103 + 59 / 60.0 + 22 / 3600.0),
              15347628.0, 0.5);
}

// Between the islands' centres, by Vincenty's method, to 0.1 km.
TEST(Geodesic, GivesTheDistancesAlongTheKurils) {
  EXPECT_NEAR(distance(44.18, 145.96, 45.05, 147.84) / 1000.0, 178.0, 0.6);
  EXPECT_NEAR(distance(45.05, 147.84, 48.08, 153.23) / 1000.0, 532.9, 0.6);
  EXPECT_NEAR(distance(48.08, 153.23, 50.37, 155.71) / 1000.0, 312.2, 0.6);
  EXPECT_NEAR(distance(50.37, 155.71, 53.02, 158.65) / 1000.0, 358.1, 0.6);
}

TEST(Geodesic, TheAntipodeIsFarthestFromEveryPosition) {
  std::mt19937 generator(16);
  for (int i = 0; i < 1000; ++i) {
    const LatLon from = reference::randomPosition(generator);
    const LatLon opposite{-from.latRadians, from.lonRadians + std::numbers::pi};
    EXPECT_NEAR(geodesicDistanceMeters(from, opposite), kFarthestMeters, kToleranceMeters);
    const LatLon near{std::clamp(opposite.latRadians + reference::uniform(generator, -0.02, 0.02), -1.57, 1.57),
                      opposite.lonRadians + reference::uniform(generator, -0.02, 0.02)};
    EXPECT_LE(geodesicDistanceMeters(from, near), kFarthestMeters + kToleranceMeters);
  }
  EXPECT_NEAR(distance(90.0, 0.0, -90.0, 0.0), kFarthestMeters, 1e-8);
}

TEST(Geodesic, InterpolationDividesTheDistance) {
  std::mt19937 generator(17);
  for (int i = 0; i < 1000; ++i) {
    const LatLon a = reference::randomPosition(generator);
    const LatLon b = reference::randomPosition(generator);
    const double fraction = reference::uniform(generator, 0.0, 1.0);
    const LatLon between = geodesicInterpolate(a, b, fraction);
    const double whole = geodesicDistanceMeters(a, b);
    EXPECT_NEAR(geodesicDistanceMeters(a, between), fraction * whole, kToleranceMeters);
    EXPECT_NEAR(geodesicDistanceMeters(between, b), (1.0 - fraction) * whole, kToleranceMeters);
  }
}

TEST(GeodesicLine, KeepsItsSegmentsItsEndsAndContinuousLongitudes) {
  std::mt19937 generator(18);
  for (int i = 0; i < 300; ++i) {
    const LatLon a = reference::randomPosition(generator);
    const LatLon b = reference::randomPosition(generator);
    const double most = reference::uniform(generator, 1e4, 1e6);
    const std::vector<LatLon> line = geodesicLine(a, b, most);
    ASSERT_GE(line.size(), 2U);
    EXPECT_EQ(line.front().lonRadians, a.lonRadians);
    EXPECT_EQ(line.back().latRadians, b.latRadians);
    double length = 0.0;
    for (std::size_t k = 1; k < line.size(); ++k) {
      const double segment = geodesicDistanceMeters(line[k - 1], line[k]);
      EXPECT_LE(segment, most + 1e-6);
      EXPECT_LE(std::abs(line[k].lonRadians - line[k - 1].lonRadians), std::numbers::pi + 1e-12);
      length += segment;
    }
    EXPECT_NEAR(length, geodesicDistanceMeters(a, b), 1e-4);
  }
}

TEST(GeodesicLine, RunsOnPastTheDateline) {
  const std::vector<LatLon> line =
      geodesicLine(LatLon::fromDegrees(50.0, 170.0), LatLon::fromDegrees(50.0, -170.0), 1e5);
  for (std::size_t k = 1; k < line.size(); ++k) EXPECT_GT(line[k].lonRadians, line[k - 1].lonRadians);
  EXPECT_NEAR(line.back().lonDegrees(), 190.0, 1e-12);
}

TEST(GeodesicLine, RefusesASegmentLengthThatIsNotPositive) {
  const LatLon p = LatLon::fromDegrees(1.0, 2.0);
  EXPECT_THROW(geodesicLine(p, p, 0.0), std::invalid_argument);
  EXPECT_THROW(geodesicLine(p, p, std::nan("")), std::invalid_argument);
  EXPECT_EQ(geodesicLine(p, p, 1.0).size(), 2U);
}

TEST(GeodesicLine, SegmentsForASagittaStayAboveIt) {
  std::mt19937 generator(19);
  for (int i = 0; i < 300; ++i) {
    const double sagitta = std::pow(10.0, reference::uniform(generator, -2.0, 4.0));
    const LatLon a = reference::randomPosition(generator);
    const LatLon b =
        geodesicDirect(a, reference::uniform(generator, 0.0, 6.0), segmentMetersForSagitta(sagitta)).position;
    const double depth = -toGeodetic((toEcef(a) + toEcef(b)) * 0.5).heightMeters;
    EXPECT_LE(depth, sagitta * 1.0001);
    EXPECT_GT(depth, sagitta * 0.97);
  }
}

TEST(Longitude, WrapsAndUnwraps) {
  EXPECT_DOUBLE_EQ(wrapLongitude(std::numbers::pi), -std::numbers::pi);
  EXPECT_DOUBLE_EQ(wrapLongitude(-std::numbers::pi), -std::numbers::pi);
  EXPECT_NEAR(wrapLongitude(7.0), 7.0 - 2.0 * std::numbers::pi, 1e-15);
  EXPECT_NEAR(unwrapLongitude(-3.0, 3.0), 2.0 * std::numbers::pi - 3.0, 1e-15);
  EXPECT_NEAR(unwrapLongitude(3.0, -16.0), 3.0 - 6.0 * std::numbers::pi, 1e-14);
}

}  // namespace
}  // namespace cordon::geo
