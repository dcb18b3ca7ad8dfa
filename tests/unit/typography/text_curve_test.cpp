#include "typography/text_curve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace cordon::typography {
namespace {

TEST(TextCurve, MeasuresAndGoesOnStraightBeyondItsEnds) {
  const TextCurve curve({{0, 0}, {30, 0}, {30, 0}, {30, 40}});
  EXPECT_DOUBLE_EQ(curve.lengthPixels(), 70.0);
  EXPECT_NEAR(curve.at(10, 2).position.x, 10.0, 1e-9);
  EXPECT_NEAR(curve.at(50, 2).position.y, 20.0, 1e-9);
  EXPECT_NEAR(curve.at(-5, 2).position.x, -5.0, 1e-9);
  EXPECT_NEAR(curve.at(80, 2).position.y, 50.0, 1e-9);
}

TEST(TextCurve, TurnsSmoothlyRoundACorner) {
  const TextCurve curve({{0, 0}, {30, 0}, {30, 40}});
  EXPECT_NEAR(curve.at(10, 4).angleRadians, 0.0, 1e-9);
  EXPECT_NEAR(curve.at(50, 4).angleRadians, std::acos(-1.0) / 2.0, 1e-9);
  EXPECT_NEAR(curve.at(30, 4).angleRadians, std::acos(-1.0) / 4.0, 1e-9);
}

TEST(TextCurve, RefusesASinglePointAndBearsCoincidentOnes) {
  EXPECT_THROW(TextCurve({{1, 1}}), std::invalid_argument);
  const TextCurve curve({{1, 1}, {1, 1}});
  EXPECT_NEAR(curve.at(0, 4).angleRadians, 0.0, 1e-9);
}

}  // namespace
}  // namespace cordon::typography
