#include "scene/wrong_circle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "unit/geo/reference_tool.h"

namespace cordon::scene {
namespace {

using geo::LatLon;

TEST(WrongCircle, OfThreeHundredKilometersAtFortyFiveNorthIsTwoHundredAndSomeLong) {
  const WrongCircle circle = wrongCircle(LatLon::fromDegrees(45.0, 150.0), 300e3);
  EXPECT_EQ(std::floor(circle.leastMeters / 1000.0 + 0.5), 208.0);
  EXPECT_EQ(std::floor(circle.greatestMeters / 1000.0 + 0.5), 215.0);
  EXPECT_EQ(wrongCircleText(circle, 300e3, LengthUnit::Kilometers),
            "Web Mercator buffer: 208–215 km, 85–92 km too short");
}

TEST(WrongCircle, VerticesStandAtOneDistanceOnTheMercatorSheet) {
  const LatLon centre = LatLon::fromDegrees(57.0, 179.0);
  const double radius = 500e3;
  const WrongCircle circle = wrongCircle(centre, radius);
  ASSERT_GE(circle.vertices.size(), 64U);
  // EPSG guidance note 7-2, method 1024, as it is printed.
  const auto x = [](LatLon p) { return 6378137.0 * p.lonRadians; };
  const auto y = [](LatLon p) { return 6378137.0 * std::log(std::tan(std::numbers::pi / 4.0 + p.latRadians / 2.0)); };
  for (const LatLon& vertex : circle.vertices) {
    EXPECT_NEAR(std::hypot(x(vertex) - x(centre), y(vertex) - y(centre)), radius, 1e-3);
  }
  EXPECT_EQ(circle.vertices.front().lonRadians, centre.lonRadians);
  EXPECT_GT(circle.vertices.front().latRadians, centre.latRadians);
  const LatLon east = circle.vertices[circle.vertices.size() / 4];
  EXPECT_GT(east.lonRadians, std::numbers::pi);  // goes on over the dateline
}

TEST(WrongCircle, DistancesAreTheGeodesicsOfGeodSolve) {
  const LatLon centre = LatLon::fromDegrees(-63.0, -20.0);
  const WrongCircle circle = wrongCircle(centre, 700e3);
  std::vector<geo::reference::Pair> pairs;
  for (const LatLon& vertex : circle.vertices) pairs.push_back({centre, vertex});
  double least = std::numeric_limits<double>::infinity();
  double greatest = 0.0;
  for (const auto& path : geo::reference::exactInverse(pairs)) {
    least = std::min(least, path.distanceMeters);
    greatest = std::max(greatest, path.distanceMeters);
  }
  EXPECT_NEAR(circle.leastMeters, least, 1e-6);
  EXPECT_NEAR(circle.greatestMeters, greatest, 1e-6);
}

TEST(WrongCircle, OnTheEquatorIsNearlyRight) {
  const WrongCircle circle = wrongCircle(LatLon::fromDegrees(0.0, 20.0), 300e3);
  EXPECT_NEAR(circle.greatestMeters, 300e3, 1e-3);  // along the equator the scale is 1
  EXPECT_NEAR(circle.leastMeters, 298.0e3, 0.2e3);  // along the meridian 1 / (1 - e2), and a little more
  EXPECT_EQ(wrongCircleText(circle, 300e3, LengthUnit::Kilometers),
            "Web Mercator buffer: 298–300 km, 0–2 km too short");
}

TEST(WrongCircle, IsClampedAtTheSheetsEdge) {
  const WrongCircle circle = wrongCircle(LatLon::fromDegrees(80.0, 0.0), 6000e3);
  ASSERT_FALSE(circle.vertices.empty());
  EXPECT_NEAR(circle.vertices.front().latDegrees(), 85.06, 1e-9);
  for (const LatLon& vertex : circle.vertices) EXPECT_LE(vertex.latDegrees(), 85.06 + 1e-9);
}

TEST(WrongCircle, OutsideItsDomainIsEmpty) {
  const LatLon centre = LatLon::fromDegrees(45.0, 150.0);
  EXPECT_TRUE(wrongCircle(centre, 0.0).vertices.empty());
  EXPECT_TRUE(wrongCircle(centre, -1.0).vertices.empty());
  EXPECT_TRUE(wrongCircle(centre, std::nan("")).vertices.empty());
  EXPECT_TRUE(wrongCircle(centre, std::numeric_limits<double>::infinity()).vertices.empty());
  EXPECT_TRUE(wrongCircle(LatLon::fromDegrees(86.0, 0.0), 300e3).vertices.empty());
  EXPECT_TRUE(wrongCircle(LatLon{std::nan(""), 0.0}, 300e3).vertices.empty());
  EXPECT_EQ(wrongCircleText({}, 300e3, LengthUnit::Kilometers), "");
}

TEST(WrongCircle, TextSaysWhichWayItErrs) {
  WrongCircle circle;
  circle.vertices = {{}, {}, {}};
  circle.leastMeters = 310.2e3;
  circle.greatestMeters = 320.4e3;
  EXPECT_EQ(wrongCircleText(circle, 300e3, LengthUnit::Kilometers),
            "Web Mercator buffer: 310–320 km, 10–20 km too long");
  circle.leastMeters = 290.2e3;
  EXPECT_EQ(wrongCircleText(circle, 300e3, LengthUnit::Kilometers),
            "Web Mercator buffer: 290–320 km, 10 km too short to 20 km too long");
  circle.leastMeters = circle.greatestMeters = 300.1e3;
  EXPECT_EQ(wrongCircleText(circle, 300e3, LengthUnit::Kilometers),
            "Web Mercator buffer: 300 km, as long as it should be");
  circle.leastMeters = circle.greatestMeters = 1852.0;
  EXPECT_EQ(wrongCircleText(circle, 3704.0, LengthUnit::NauticalMiles), "Web Mercator buffer: 1 nmi, 1 nmi too short");
}

}  // namespace
}  // namespace cordon::scene
