#include "geo/area.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/geodesic.h"
#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

std::vector<LatLon> fromDegrees(const std::vector<std::pair<double, double>>& vertices) {
  std::vector<LatLon> result;
  for (const auto& [lat, lon] : vertices) result.push_back(LatLon::fromDegrees(lat, lon));
  return result;
}

TEST(Area, AgreesWithPlanimeterForStarsOfAnySize) {
  std::mt19937 generator(41);
  std::vector<std::vector<LatLon>> polygons;
  std::vector<std::string> lines;
  for (int i = 0; i < 500; ++i) {
    const LatLon centre = reference::randomPosition(generator);
    const double size = std::pow(10.0, reference::uniform(generator, 1.0, 6.9));
    const int corners = std::uniform_int_distribution<int>(3, 40)(generator);
    std::vector<LatLon> polygon;
    for (int k = 0; k < corners; ++k) {
      const double azimuth = -2.0 * std::numbers::pi * (k + reference::uniform(generator, 0.0, 0.7)) / corners;
      LatLon vertex = geodesicDirect(centre, azimuth, size * reference::uniform(generator, 0.3, 1.0)).position;
      if (i % 2 == 0 && k > 0) vertex.lonRadians = unwrapLongitude(vertex.lonRadians, polygon.back().lonRadians);
      polygon.push_back(vertex);
      lines.push_back(reference::degrees(vertex));
    }
    polygons.push_back(polygon);
    lines.emplace_back();
  }
  const std::vector<std::string> answers = reference::run("Planimeter -E -s -p 9", lines);
  ASSERT_EQ(answers.size(), polygons.size());
  for (std::size_t i = 0; i < polygons.size(); ++i) {
    const std::vector<double> expected = reference::numbers(answers[i]);
    ASSERT_EQ(expected.size(), 3U);
    const LoopMeasure measure = measureLoop(polygons[i]);
    EXPECT_NEAR(measure.perimeterMeters, expected[1], 1e-5);
    EXPECT_NEAR(measure.areaOnLeftSquareMeters, expected[2], 4.0) << i;
  }
}

// The example in the documentation of GeographicLib.
TEST(Area, GivesAntarcticasPublishedArea) {
  std::vector<LatLon> antarctica = fromDegrees({{-63.1, -58},
                                                {-72.9, -74},
                                                {-71.9, -102},
                                                {-74.9, -102},
                                                {-74.3, -131},
                                                {-77.5, -163},
                                                {-77.4, 163},
                                                {-71.7, 172},
                                                {-65.9, 140},
                                                {-65.7, 113},
                                                {-66.6, 88},
                                                {-66.9, 59},
                                                {-69.8, 25},
                                                {-70.0, -4},
                                                {-71.0, -14},
                                                {-77.3, -33},
                                                {-77.9, -46},
                                                {-74.7, -61}});
  const LoopMeasure measure = measureLoop(antarctica);
  EXPECT_NEAR(measure.perimeterMeters, 16831067.893, 1e-3);
  EXPECT_NEAR(measure.smallerAreaSquareMeters(), 13662703680020.1, 1.0);
  std::reverse(antarctica.begin(), antarctica.end());
  EXPECT_NEAR(measureLoop(antarctica).smallerAreaSquareMeters(), 13662703680020.1, 1.0);
  EXPECT_NEAR(measureLoop(antarctica).areaOnLeftSquareMeters + measure.areaOnLeftSquareMeters, kEarthAreaSquareMeters,
              1.0);
}

TEST(Area, OfAnOctantIsAnEighthOfTheEarth) {
  const LoopMeasure octant = measureLoop(fromDegrees({{0, 0}, {0, 90}, {90, 0}}));
  EXPECT_NEAR(octant.areaOnLeftSquareMeters, kEarthAreaSquareMeters / 8.0, 1.0);
  const LoopMeasure overDateline = measureLoop(fromDegrees({{0, 130}, {0, 220}, {90, 0}}));
  EXPECT_NEAR(overDateline.areaOnLeftSquareMeters, kEarthAreaSquareMeters / 8.0, 1.0);
}

TEST(Area, OfThePolarCapOfAHemisphereIsHalfTheEarth) {
  const LoopMeasure north = measureLoop(fromDegrees({{0, 0}, {0, 90}, {0, 180}, {0, 270}}));
  EXPECT_NEAR(north.areaOnLeftSquareMeters, kEarthAreaSquareMeters / 2.0, 1.0);
  EXPECT_NEAR(north.perimeterMeters, 2.0 * std::numbers::pi * kSemiMajorMeters, 1e-6);
}

TEST(Area, OfLessThanATriangleIsNone) {
  EXPECT_EQ(measureLoop({}).areaOnLeftSquareMeters, 0.0);
  EXPECT_EQ(measureLoop(fromDegrees({{1, 2}})).perimeterMeters, 0.0);
  const LoopMeasure thereAndBack = measureLoop(fromDegrees({{44.18, 145.96}, {45.05, 147.84}}));
  EXPECT_EQ(thereAndBack.areaOnLeftSquareMeters, 0.0);
  EXPECT_NEAR(thereAndBack.perimeterMeters, 2.0 * 177794.851, 1e-2);
}

}  // namespace
}  // namespace cordon::geo
