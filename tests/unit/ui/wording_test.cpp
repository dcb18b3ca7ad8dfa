#include "ui/wording.h"

#include <gtest/gtest.h>

#include "geo/coordinate_format.h"

namespace cordon::ui {
namespace {

using scenario::Bound;
using scenario::Date;
using scene::LengthUnit;

scenario::RangeClaim claim(double minKm, double maxKm, Bound bound) {
  scenario::RangeClaim made;
  made.minKm = minKm;
  made.maxKm = maxKm;
  made.bound = bound;
  return made;
}

TEST(RangeText, SaysTheBoundInTheUnit) {
  EXPECT_EQ(rangeText(claim(300, 300, Bound::AtLeast), LengthUnit::Kilometers), "≥ 300 km");
  EXPECT_EQ(rangeText(claim(600, 600, Bound::AtMost), LengthUnit::Kilometers), "≤ 600 km");
  EXPECT_EQ(rangeText(claim(120, 300, Bound::Span), LengthUnit::Kilometers), "120–300 km");
  EXPECT_EQ(rangeText(claim(185.2, 185.2, Bound::Exact), LengthUnit::NauticalMiles), "100 nmi (185 km)");
  EXPECT_EQ(rangeText(claim(130, 130, Bound::AtLeast), LengthUnit::NauticalMiles), "≥ 70 nmi (≥ 130 km)");
}

TEST(SpanText, NamesWhatIsKnown) {
  const auto from = Date::parse("2016-11-18");
  const auto to = Date::parse("2023-08");
  EXPECT_EQ(spanText(from, to), "18 Nov 2016 – Aug 2023");
  EXPECT_EQ(spanText(from, {}), "since 18 Nov 2016");
  EXPECT_EQ(spanText({}, to), "until Aug 2023");
  EXPECT_EQ(spanText(to, to), "Aug 2023");
  EXPECT_EQ(spanText({}, {}), "");
}

TEST(PositionText, IsReadBackNearby) {
  const geo::LatLon place = geo::LatLon::fromDegrees(44.18, 145.96);
  using geo::CoordinateFormat;
  for (const auto format :
       {CoordinateFormat::DecimalDegrees, CoordinateFormat::DegreesMinutesSeconds, CoordinateFormat::Mgrs}) {
    const Result<geo::LatLon> read = geo::parseCoordinates(positionText(place, format));
    ASSERT_TRUE(read.ok());
    EXPECT_NEAR(read->latDegrees(), 44.18, 6e-5);
    EXPECT_NEAR(read->lonDegrees(), 145.96, 6e-5);
  }
}

TEST(PositionArgument, IsOneWordThatIsReadBack) {
  const std::string word = positionArgument(geo::LatLon::fromDegrees(-44.18, -145.96));
  EXPECT_EQ(word.find(' '), std::string::npos);
  const Result<geo::LatLon> read = geo::parseCoordinates(word);
  ASSERT_TRUE(read.ok());
  EXPECT_NEAR(read->latDegrees(), -44.18, 1e-6);
  EXPECT_NEAR(read->lonDegrees(), -145.96, 1e-6);
}

TEST(LabelOf, MakesALabelOfAWord) {
  EXPECT_EQ(labelOf("air_defence"), "Air defence");
  EXPECT_EQ(labelOf(""), "");
}

TEST(Counted, TellsOneFromMany) {
  EXPECT_EQ(counted(0, "site", "sites"), "0 sites");
  EXPECT_EQ(counted(1, "site", "sites"), "1 site");
}

TEST(ProblemsText, CountsErrorsOnly) {
  Diagnostics problems(2);
  problems[1].severity = Severity::Warning;
  EXPECT_EQ(problemsText("mine.geojson", problems), "mine.geojson: 1 problem, the sound rest is shown");
  problems.resize(3);
  EXPECT_EQ(problemsText("mine.geojson", problems), "mine.geojson: 2 problems, the sound rest is shown");
  problems.resize(0);
  EXPECT_EQ(problemsText("mine.geojson", problems), "");
}

}  // namespace
}  // namespace cordon::ui
