#include "scene/sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "unit/geo/reference_tool.h"

namespace cordon::scene {
namespace {

using geo::LatLon;

const LatLon kKunashir = LatLon::fromDegrees(44.18, 145.96);
const LatLon kIturup = LatLon::fromDegrees(45.05, 147.84);
const LatLon kMatua = LatLon::fromDegrees(48.08, 153.23);
const LatLon kParamushir = LatLon::fromDegrees(50.37, 155.71);

TEST(Sketch, EqualMeansBitForBit) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  Sketch a;
  EXPECT_EQ(a, Sketch());
  a.rings = {{LatLon{0.5, 1.0}, 300e3}};
  a.paths = {{{LatLon{0.1, 0.2}, LatLon{0.3, nan}}, true}};
  a.mark = LatLon{0.0, 0.7};
  Sketch b = a;
  EXPECT_EQ(a, b);
  b.mark->latRadians = -0.0;
  EXPECT_FALSE(a == b);
  b = a;
  b.mark.reset();
  EXPECT_FALSE(a == b);
  EXPECT_FALSE(b == a);
  b = a;
  b.rings.front().radiusMeters = std::nextafter(300e3, 1e9);
  EXPECT_FALSE(a == b);
  b = a;
  b.rings.front().centre.lonRadians += 2.0 * std::numbers::pi;
  EXPECT_FALSE(a == b);
  b = a;
  b.paths.front().closed = false;
  EXPECT_FALSE(a == b);
  b = a;
  b.paths.front().vertices.push_back(kMatua);
  EXPECT_FALSE(a == b);
  b = a;
  b.paths.front().vertices.front().latRadians = std::nextafter(0.1, 1.0);
  EXPECT_FALSE(a == b);
}

TEST(Sketch, MeasuresTheKurilChain) {
  const PathMeasure measure = measurePath({{kKunashir, kIturup, kMatua, kParamushir}, false});
  ASSERT_EQ(measure.legs.size(), 3U);
  EXPECT_NEAR(measure.legs[0].distanceMeters, 177.8e3, 50.0);
  EXPECT_NEAR(measure.legs[1].distanceMeters, 532.9e3, 50.0);
  EXPECT_NEAR(measure.legs[2].distanceMeters, 312.2e3, 50.0);
  EXPECT_NEAR(measure.lengthMeters, 1022.9e3, 50.0);
  EXPECT_EQ(measure.areaSquareMeters, 0.0);
  EXPECT_EQ(measureText({{kIturup, kMatua}, false}, LengthUnit::Kilometers), "532.9 km");
  // East along the equator, and so far that it is a degree.
  const MeasuredPath bearing{{LatLon::fromDegrees(0, 10), LatLon::fromDegrees(0, 11)}, false, true};
  EXPECT_EQ(measureText(bearing, LengthUnit::Kilometers), "090.0°, 111.3 km");
  EXPECT_FALSE(bearing == (MeasuredPath{bearing.vertices, false}));
}

TEST(Sketch, LegsAgreeWithGeodSolve) {
  std::mt19937 generator(71);
  MeasuredPath path;
  path.closed = true;
  for (int i = 0; i < 300; ++i) path.vertices.push_back(geo::reference::randomPosition(generator));
  std::vector<geo::reference::Pair> pairs;
  for (std::size_t i = 0; i < path.vertices.size(); ++i) {
    pairs.push_back({path.vertices[i], path.vertices[(i + 1) % path.vertices.size()]});
  }
  const std::vector<geo::reference::Inverse> expected = geo::reference::exactInverse(pairs);
  const PathMeasure measure = measurePath(path);
  ASSERT_EQ(measure.legs.size(), expected.size());
  const auto turn = [](double a, double b) { return std::abs(std::remainder(a - b, 2.0 * std::numbers::pi)); };
  double length = 0.0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Leg& leg = measure.legs[i];
    length += expected[i].distanceMeters;
    EXPECT_NEAR(leg.distanceMeters, expected[i].distanceMeters, 1e-6);
    for (const double azimuth : {leg.startAzimuthRadians, leg.endAzimuthRadians}) {
      EXPECT_GE(azimuth, 0.0);
      EXPECT_LT(azimuth, 2.0 * std::numbers::pi);
    }
    // Near the antipode and at the poles azimuths are no longer determined.
    const bool isPlain = leg.distanceMeters < 19.0e6 && std::abs(pairs[i].from.latDegrees()) < 89.0 &&
                         std::abs(pairs[i].to.latDegrees()) < 89.0;
    if (!isPlain) continue;
    EXPECT_LT(turn(leg.startAzimuthRadians, expected[i].startAzimuthRadians), 1e-9);
    EXPECT_LT(turn(leg.endAzimuthRadians, expected[i].endAzimuthRadians), 1e-9);
  }
  EXPECT_NEAR(measure.lengthMeters, length, 1e-3);
}

TEST(Sketch, AreasAgreeWithPlanimeterWhicheverWayTheyRun) {
  const std::vector<std::vector<LatLon>> outlines{
      {kKunashir, kIturup, kMatua},
      {LatLon::fromDegrees(10, 175), LatLon::fromDegrees(10, -170), LatLon::fromDegrees(25, -175)},
      {LatLon::fromDegrees(80, 0), LatLon::fromDegrees(80, 120), LatLon::fromDegrees(80, -120)},
  };
  std::vector<std::string> lines;
  for (const auto& outline : outlines) {
    for (const LatLon& vertex : outline) lines.push_back(geo::reference::degrees(vertex));
    lines.emplace_back();
  }
  const std::vector<std::string> answers = geo::reference::run("Planimeter -E -s -p 9", lines);
  ASSERT_EQ(answers.size(), outlines.size());
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const std::vector<double> expected = geo::reference::numbers(answers[i]);
    MeasuredPath path{outlines[i], true};
    for (int way = 0; way < 2; ++way) {
      const PathMeasure measure = measurePath(path);
      EXPECT_EQ(measure.legs.size(), 3U);
      EXPECT_NEAR(measure.lengthMeters, expected[1], 1e-5);
      EXPECT_NEAR(measure.areaSquareMeters, std::abs(expected[2]), 4.0);
      std::reverse(path.vertices.begin(), path.vertices.end());
    }
  }
}

TEST(Sketch, ADegreeSquareOnTheEquatorReadsAsPublished) {
  // 12 308.8 km² and a perimeter of 443.77 km: Planimeter's answer for the cell.
  const MeasuredPath cell{
      {LatLon::fromDegrees(0, 0), LatLon::fromDegrees(0, 1), LatLon::fromDegrees(1, 1), LatLon::fromDegrees(1, 0)},
      true};
  EXPECT_EQ(measureText(cell, LengthUnit::Kilometers), "area 12 310 km², perimeter 443.8 km");
}

TEST(Sketch, FewVerticesEncloseNothing) {
  EXPECT_TRUE(measurePath({{}, true}).legs.empty());
  EXPECT_TRUE(measurePath({{kMatua}, true}).legs.empty());
  EXPECT_EQ(measureText({{kMatua}, true}, LengthUnit::Kilometers), "");
  const PathMeasure two = measurePath({{kIturup, kMatua}, true});
  EXPECT_EQ(two.legs.size(), 1U);
  EXPECT_EQ(two.areaSquareMeters, 0.0);
  EXPECT_EQ(measureText({{kIturup, kMatua}, true}, LengthUnit::Kilometers), "532.9 km");
  const PathMeasure still = measurePath({{kMatua, kMatua}, false});
  ASSERT_EQ(still.legs.size(), 1U);
  EXPECT_EQ(still.lengthMeters, 0.0);
}

}  // namespace
}  // namespace cordon::scene
