#include "geo/position.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

TEST(Position, EcefAgreesWithCartConvert) {
  std::mt19937 generator(1);
  std::vector<Geodetic> positions;
  std::vector<std::string> lines;
  for (int i = 0; i < 2000; ++i) {
    positions.push_back({reference::randomPosition(generator), reference::uniform(generator, -1e4, 4e7)});
    lines.push_back(
        fmt::format("{} {:.17g}", reference::degrees(positions.back().latLon), positions.back().heightMeters));
  }
  const std::vector<std::string> answers = reference::run("CartConvert -p 9", lines);
  ASSERT_EQ(answers.size(), positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const std::vector<double> expected = reference::numbers(answers[i]);
    ASSERT_EQ(expected.size(), 3U);
    const Ecef ours = toEcef(positions[i].latLon, positions[i].heightMeters);
    EXPECT_LT(norm(ours - Ecef{expected[0], expected[1], expected[2]}), 1e-7) << lines[i];
    const Geodetic back = toGeodetic(ours);
    EXPECT_LT(norm(toEcef(back.latLon, back.heightMeters) - ours), 1e-7) << lines[i];
    EXPECT_NEAR(back.heightMeters, positions[i].heightMeters, 1e-7) << lines[i];
  }
}

TEST(Position, AxesOfTheEllipsoidAreWhereTheDefinitionPutsThem) {
  const Ecef equator = toEcef({0.0, 0.0});
  EXPECT_DOUBLE_EQ(equator.x, 6378137.0);
  const Ecef pole = toEcef(LatLon::fromDegrees(90.0, 123.0));
  EXPECT_NEAR(pole.z, 6356752.314245179, 1e-8);
  EXPECT_NEAR(norm(Ecef{pole.x, pole.y, 0.0}), 0.0, 1e-8);
}

TEST(Position, LongitudeOfTheDatelineIsPositive) {
  EXPECT_DOUBLE_EQ(toGeodetic({-6378137.0, 0.0, 0.0}).latLon.lonRadians, std::numbers::pi);
  EXPECT_DOUBLE_EQ(toGeodetic({-6378137.0, -0.0, 0.0}).latLon.lonRadians, std::numbers::pi);
}

TEST(Position, TheEarthsCentreIsUnderTheNorthPole) {
  EXPECT_DOUBLE_EQ(toGeodetic({0.0, 0.0, 0.0}).latLon.latRadians, std::numbers::pi / 2.0);
}

TEST(Position, LocalFrameIsRightHandedAndPointsAlongTheCoordinates) {
  std::mt19937 generator(2);
  for (int i = 0; i < 1000; ++i) {
    const LatLon position = reference::randomPosition(generator);
    const LocalFrame frame = localFrame(position);
    EXPECT_LT(norm(cross(frame.east, frame.north) - frame.up), 1e-14);
    EXPECT_NEAR(norm(frame.up), 1.0, 1e-14);
    EXPECT_NEAR(dot(frame.east, frame.north), 0.0, 1e-15);
    const Ecef above = toEcef(position, 1000.0) - toEcef(position);
    EXPECT_LT(norm(above - frame.up * 1000.0), 1e-6);
    if (std::abs(position.latRadians) < 1.5) {
      const Ecef northwards = toEcef({position.latRadians + 1e-6, position.lonRadians}) - toEcef(position);
      EXPECT_GT(dot(normalized(northwards), frame.north), 1.0 - 1e-9);
      const Ecef eastwards = toEcef({position.latRadians, position.lonRadians + 1e-6}) - toEcef(position);
      EXPECT_GT(dot(normalized(eastwards), frame.east), 1.0 - 1e-9);
    }
  }
}

}  // namespace
}  // namespace cordon::geo
