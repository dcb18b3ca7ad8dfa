#include "scene/model_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace cordon::scene {
namespace {

using scenario::Bound;

scenario::RangeClaim claim(double minKm, double maxKm, Bound bound) {
  scenario::RangeClaim result;
  result.minKm = minKm;
  result.maxKm = maxKm;
  result.bound = bound;
  return result;
}

/// The number at a place of a text, its thousands parted by spaces.
double numberIn(std::string text) {
  std::erase(text, ' ');
  return std::stod(text);
}

TEST(ClaimText, RoundsBoundsToTheSideOnWhichTheyStayTrue) {
  const LengthUnit nmi = LengthUnit::NauticalMiles;
  const LengthUnit mi = LengthUnit::Miles;
  EXPECT_EQ(claimText(claim(300, 300, Bound::AtLeast), nmi), "≥ 161 nmi");  // 161.987
  EXPECT_EQ(claimText(claim(130, 130, Bound::AtLeast), nmi), "≥ 70 nmi");   // 70.194
  EXPECT_EQ(claimText(claim(130, 130, Bound::AtMost), nmi), "≤ 71 nmi");
  EXPECT_EQ(claimText(claim(300, 300, Bound::Exact), nmi), "162 nmi");
  EXPECT_EQ(claimText(claim(150, 200, Bound::Span), nmi), "80–108 nmi");  // 80.99 and 107.99
  EXPECT_EQ(claimText(claim(300, 300, Bound::AtLeast), mi), "≥ 186 mi");  // 186.411
  EXPECT_EQ(claimText(claim(300, 300, Bound::AtMost), mi), "≤ 187 mi");
  EXPECT_EQ(spanText(120, 130, mi), "74–81 mi");  // 74.56 and 80.78
  // A whole number of miles is no less for what floating point makes of it.
  EXPECT_EQ(claimText(claim(185.2, 185.2, Bound::AtLeast), nmi), "≥ 100 nmi");
  EXPECT_EQ(claimText(claim(1852, 1852, Bound::AtLeast), nmi), "≥ 1 000 nmi");
  EXPECT_EQ(claimText(claim(1852, 1852, Bound::AtMost), nmi), "≤ 1 000 nmi");
}

TEST(ClaimText, RoundsKilometresToThatSideToo) {
  const LengthUnit km = LengthUnit::Kilometers;
  EXPECT_EQ(claimText(claim(149.6, 149.6, Bound::AtLeast), km), "≥ 149 km");
  EXPECT_EQ(claimText(claim(149.2, 149.2, Bound::AtMost), km), "≤ 150 km");
  EXPECT_EQ(claimText(claim(149.6, 149.6, Bound::Exact), km), "150 km");
  EXPECT_EQ(claimText(claim(12.5, 12.5, Bound::AtLeast), km), "≥ 12.5 km");
  EXPECT_EQ(claimText(claim(12.56, 12.56, Bound::AtLeast), km), "≥ 12.5 km");
  EXPECT_EQ(claimText(claim(0.7, 0.7, Bound::AtMost), km), "≤ 0.7 km");
  EXPECT_EQ(spanText(300, 600, km), "300–600 km");
}

TEST(ClaimText, NoBoundClaimsMoreThanWasPublished) {
  for (const LengthUnit unit : {LengthUnit::Kilometers, LengthUnit::NauticalMiles, LengthUnit::Miles}) {
    for (double published = 1.0; published < 20000.0; published += published < 50.0 ? 0.5 : 7.3) {
      const double km = std::round(10.0 * published) / 10.0;
      const double inUnit = 1000.0 * km / metersIn(unit);
      const double slack = 1e-6 * inUnit;
      const double least = numberIn(claimedNumber(km, unit, Rounding::Down));
      const double greatest = numberIn(claimedNumber(km, unit, Rounding::Up));
      EXPECT_GE(greatest, inUnit - slack) << km << symbolOf(unit);
      // One unit of the last digit is the least that can be told of something.
      EXPECT_TRUE(least <= inUnit + slack || least <= 1.0) << km << symbolOf(unit);
      EXPECT_LE(greatest - least, std::max(2.0, 0.2 * greatest)) << km << symbolOf(unit);
    }
  }
}

}  // namespace
}  // namespace cordon::scene
