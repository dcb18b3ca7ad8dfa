#include "geo/coordinate_format.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "geo/geodesic.h"
#include "unit/geo/reference_tool.h"

namespace cordon::geo {
namespace {

using testing::HasSubstr;

void expectKunashir(const std::string& text, double toleranceDegrees = 1e-9) {
  const Result<LatLon> result = parseCoordinates(text);
  ASSERT_TRUE(result.ok()) << text << ": " << toString(result.diagnostics().front());
  EXPECT_NEAR(result->latDegrees(), 44.18, toleranceDegrees) << text;
  EXPECT_NEAR(result->lonDegrees(), 145.96, toleranceDegrees) << text;
}

/// The one diagnostic of a text that is no position.
std::string complaint(const std::string& text) {
  const Result<LatLon> result = parseCoordinates(text);
  if (result.ok()) {
    return fmt::format("was read as {} {}", result->latDegrees(), result->lonDegrees());
  }
  EXPECT_EQ(result.diagnostics().size(), 1U);
  EXPECT_FALSE(result.diagnostics().front().mend.empty());
  return toString(result.diagnostics().front());
}

TEST(ParseCoordinates, ReadsDecimalDegrees) {
  for (const char* text : {"44.18, 145.96",
                           "44.18 145.96",
                           "44.18,145.96",
                           "44.18;145.96",
                           "+44.18 +145.96",
                           "  44.18\t145.96 ",
                           "44.18N 145.96E",
                           "44.18 N 145.96 E",
                           "44.18n, 145.96e",
                           "N44.18 E145.96",
                           "N 44.18, E 145.96",
                           "44.18°N 145.96°E",
                           "44.18° N, 145.96° E",
                           "44.18°, 145.96°",
                           "44.18N145.96E",
                           "145.96E 44.18N",
                           "E145.96 N44.18",
                           "44.18d 145.96d",
                           "44.18\xC2\xA0N 145.96\xC2\xA0"
                           "E",
                           "44.18/145.96"}) {
    expectKunashir(text);
  }
}

TEST(ParseCoordinates, ReadsDegreesMinutesSeconds) {
  for (const char* text : {"44°10'48\"N 145°57'36\"E",
                           "44°10′48″N 145°57′36″E",
                           "44° 10' 48\" N, 145° 57' 36\" E",
                           "44°10’48”N 145°57’36”E",
                           "44°10'48''N 145°57'36''E",
                           "44:10:48N 145:57:36E",
                           "44:10:48, 145:57:36",
                           "44:10:48 145:57:36",
                           "44 10 48 N 145 57 36 E",
                           "44 10 48 145 57 36",
                           "44 10.8 145 57.6",
                           "44d10m48sN 145d57m36sE",
                           "44d10'48\" 145d57'36\"",
                           "44°10'48\" 145°57'36\"",
                           "44°10.8'N 145°57.6'E",
                           "44 10.8N 145 57.6E",
                           "N44°10'48\" E145°57'36\"",
                           "145°57'36\"E 44°10'48\"N",
                           "44º10´48\"N 145º57´36\"E",
                           "44°10'48.000\"N 145°57'36.000\"E"}) {
    expectKunashir(text);
  }
}

TEST(ParseCoordinates, ReadsMgrs) {
  for (const char* text : {"55TDJ1687192391", "55t dj 16871 92391", "55T DJ 16871 92391", "55TDJ 1687192391"}) {
    expectKunashir(text, 1e-5);
  }
  expectKunashir("55TDJ1692", 0.01);
}

TEST(ParseCoordinates, ReadsSignsAndTheSouthAndTheWest) {
  for (const char* text :
       {"-44.18 -145.96", "-44.18, -145.96", "−44.18 −145.96", "44.18S 145.96W", "S44.18 W145.96",
        "-44°10'48\" -145°57'36\"", "-44 10 48 -145 57 36", "44°10'48\"s 145°57'36\"w", "44.18s 145.96w"}) {
    const Result<LatLon> result = parseCoordinates(text);
    ASSERT_TRUE(result.ok()) << text << ": " << toString(result.diagnostics().front());
    EXPECT_NEAR(result->latDegrees(), -44.18, 1e-9) << text;
    EXPECT_NEAR(result->lonDegrees(), -145.96, 1e-9) << text;
  }
  // Degrees of minus zero keep their sign for the minutes.
  EXPECT_NEAR(parseCoordinates("-0 30, -0 15").value().latDegrees(), -0.5, 1e-12);
}

TEST(ParseCoordinates, WrapsLongitudesOfAWholeTurn) {
  EXPECT_NEAR(parseCoordinates("50, 190").value().lonDegrees(), -170.0, 1e-12);
  EXPECT_NEAR(parseCoordinates("50, 180").value().lonDegrees(), -180.0, 1e-12);
  EXPECT_NEAR(parseCoordinates("50, 360").value().lonDegrees(), 0.0, 1e-12);
  EXPECT_NEAR(parseCoordinates("-90, -180").value().lonDegrees(), -180.0, 1e-12);
}

TEST(ParseCoordinates, SaysWhatIsOutOfRange) {
  EXPECT_THAT(complaint("91, 10"), HasSubstr("latitude 91 is not between -90 and 90"));
  EXPECT_THAT(complaint("145.96, 44.18"), HasSubstr("are the two swapped?"));
  EXPECT_THAT(complaint("44.18E 145.96N"), HasSubstr("Are the letters swapped?"));
  EXPECT_THAT(complaint("44.18, -214.04"), HasSubstr("longitude -214.04 is not between"));
  EXPECT_THAT(complaint("44, 361"), HasSubstr("longitude 361 is not between"));
  EXPECT_THAT(complaint("44 60 0 145 0 0"), HasSubstr("60 minutes"));
  EXPECT_THAT(complaint("44 0 0 145 0 75"), HasSubstr("75 seconds"));
  EXPECT_THAT(complaint("99999999999999999999999999, 1"), HasSubstr("latitude"));
}

TEST(ParseCoordinates, SaysWhatContradictsItself) {
  EXPECT_THAT(complaint("44.18N 45.96S"), HasSubstr("Both halves of the position are latitudes"));
  EXPECT_THAT(complaint("44.18W 45.96E"), HasSubstr("Both halves of the position are longitudes"));
  EXPECT_THAT(complaint("-44.18S 145.96E"), HasSubstr("both a sign and a hemisphere letter"));
  EXPECT_THAT(complaint("44.18N, 145.96"), HasSubstr("Only one half"));
  EXPECT_THAT(complaint("44.5 10 145.5 20"), HasSubstr("may have decimals"));
  EXPECT_THAT(complaint("44'10\"48, 1"), HasSubstr("out of order"));
  EXPECT_THAT(complaint("N44.18N, E145"), HasSubstr("two hemisphere letters"));
}

TEST(ParseCoordinates, SaysWhatIsMissingOrTooMuch) {
  EXPECT_THAT(complaint(""), HasSubstr("empty"));
  EXPECT_THAT(complaint("   "), HasSubstr("empty"));
  EXPECT_THAT(complaint("44.18"), HasSubstr("does not divide"));
  EXPECT_THAT(complaint("44.18,"), HasSubstr("missing"));
  EXPECT_THAT(complaint(",44.18"), HasSubstr("missing"));
  EXPECT_THAT(complaint("44.18N"), HasSubstr("does not divide"));
  EXPECT_THAT(complaint("44,18, 145,96"), HasSubstr("Write a point before decimals"));
  EXPECT_THAT(complaint("1 2 3 4 5 6 7 8"), HasSubstr("more than degrees, minutes and seconds"));
  EXPECT_THAT(complaint("1 2 3"), HasSubstr("does not divide"));
  EXPECT_THAT(complaint(std::string(1000, '1')), HasSubstr("longer"));
}

TEST(ParseCoordinates, SaysWhatIsNoPosition) {
  EXPECT_THAT(complaint("nan, 10"), HasSubstr("\"nan\" is not"));
  EXPECT_THAT(complaint("44, NaN"), HasSubstr("\"NaN\" is not"));
  EXPECT_THAT(complaint("inf inf"), HasSubstr("\"inf\" is not"));
  EXPECT_THAT(complaint("Kunashir"), HasSubstr("\"Kunashir\" is not part"));
  EXPECT_THAT(complaint("44.18 с.ш."), HasSubstr("\"с\" is not part"));
  EXPECT_THAT(complaint("1e5, 3"), HasSubstr("among the numbers"));
  EXPECT_THAT(complaint("1.2.3, 4"), HasSubstr("cannot be read"));
  EXPECT_THAT(complaint("44--18, 3"), HasSubstr("sign"));
  EXPECT_THAT(complaint("0x10, 3"), HasSubstr("\"x\" is not part"));
  EXPECT_THAT(complaint("44:, 3"), HasSubstr("colon"));
}

TEST(ParseCoordinates, SaysWhichMgrsSquareDoesNotExist) {
  EXPECT_THAT(complaint("61TDJ1234"), HasSubstr("names no square"));
  EXPECT_THAT(complaint("55TDJ123"), HasSubstr("names no square"));
  EXPECT_THAT(complaint("55TII1234"), HasSubstr("names no square"));
  EXPECT_THAT(complaint("55TXX"), HasSubstr("names no square"));
}

TEST(ParseCoordinates, NeverThrowsWhateverTheText) {
  std::mt19937 generator(51);
  const std::string alphabet = "0123456789.,;:/ \t-+NSEWnsewdmXA'\"\xC2\xB0\xE2\x80\xB2\xFF";
  std::size_t read = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    const int length = std::uniform_int_distribution<int>(0, 24)(generator);
    for (int k = 0; k < length; ++k) {
      text += alphabet[std::uniform_int_distribution<std::size_t>(0, alphabet.size() - 1)(generator)];
    }
    if (text.find('\0') != std::string::npos) continue;
    const Result<LatLon> result = parseCoordinates(text);
    if (result.ok()) {
      ++read;
      EXPECT_LE(std::abs(result->latDegrees()), 90.0 + 1e-12) << text;
      EXPECT_LE(std::abs(result->lonDegrees()), 180.0 + 1e-12) << text;
    } else {
      EXPECT_TRUE(hasErrors(result.diagnostics())) << text;
    }
  }
  EXPECT_GT(read, 100U);
}

TEST(FormatCoordinates, WritesAsCartographersDo) {
  const LatLon kunashir = LatLon::fromDegrees(44.18, 145.96);
  EXPECT_EQ(formatCoordinates(kunashir, CoordinateFormat::DecimalDegrees, 4), "44.1800°N 145.9600°E");
  EXPECT_EQ(formatCoordinates(kunashir, CoordinateFormat::DegreesMinutesSeconds, 0), "44°10′48″N 145°57′36″E");
  EXPECT_EQ(formatCoordinates(kunashir, CoordinateFormat::DegreesMinutesSeconds, 2), "44°10′48.00″N 145°57′36.00″E");
  EXPECT_EQ(formatCoordinates(kunashir, CoordinateFormat::Mgrs, 5), "55TDJ1687192391");
  EXPECT_EQ(formatCoordinates(kunashir, CoordinateFormat::Mgrs, 0), "55TDJ");
  EXPECT_EQ(formatCoordinates(LatLon::fromDegrees(-1.5, -0.25), CoordinateFormat::DegreesMinutesSeconds, 0),
            "1°30′00″S 0°15′00″W");
}

TEST(FormatCoordinates, CarriesRoundedSecondsAndDropsTheSignOfZero) {
  const LatLon almost = LatLon::fromDegrees(44.99999999, -9.99999999);
  EXPECT_EQ(formatCoordinates(almost, CoordinateFormat::DegreesMinutesSeconds, 1), "45°00′00.0″N 10°00′00.0″W");
  const LatLon zero = LatLon::fromDegrees(-1e-9, -1e-9);
  EXPECT_EQ(formatCoordinates(zero, CoordinateFormat::DegreesMinutesSeconds, 0), "0°00′00″N 0°00′00″E");
  EXPECT_EQ(formatCoordinates(zero, CoordinateFormat::DecimalDegrees, 2), "0.00°N 0.00°E");
}

TEST(FormatCoordinates, RefusesWhatIsNoPosition) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(formatCoordinates({nan, 0.0}, CoordinateFormat::DecimalDegrees, 2), std::invalid_argument);
  EXPECT_THROW(formatCoordinates({0.0, nan}, CoordinateFormat::Mgrs, 2), std::invalid_argument);
  EXPECT_THROW(formatCoordinates({2.0, 0.0}, CoordinateFormat::Mgrs, 2), std::invalid_argument);
  EXPECT_THROW(formatCoordinates({0.0, 0.0}, CoordinateFormat::DecimalDegrees, -1), std::invalid_argument);
}

TEST(FormatCoordinates, IsReadBackWithinItsLastDigit) {
  std::mt19937 generator(52);
  for (int i = 0; i < 20000; ++i) {
    const LatLon position = reference::randomPosition(generator);
    const int decimals = std::uniform_int_distribution<int>(0, 8)(generator);
    const struct {
      CoordinateFormat format;
      int decimals;
      double stepMeters;
    } cases[] = {{CoordinateFormat::DecimalDegrees, decimals, 111700.0 * std::pow(10.0, -decimals)},
                 {CoordinateFormat::DegreesMinutesSeconds, decimals, 31.1 * std::pow(10.0, -decimals)},
                 {CoordinateFormat::Mgrs, decimals, 101000.0 * std::pow(10.0, -decimals)}};
    for (const auto& c : cases) {
      const std::string text = formatCoordinates(position, c.format, c.decimals);
      const Result<LatLon> back = parseCoordinates(text);
      ASSERT_TRUE(back.ok()) << text << ": " << toString(back.diagnostics().front());
      EXPECT_LT(reference::straightMeters(*back, position), 0.75 * c.stepMeters + 2e-6) << text;
      // What was read and is written again is the same text: nothing drifts.
      if (c.format != CoordinateFormat::Mgrs) {
        EXPECT_EQ(parseCoordinates(formatCoordinates(*back, c.format, c.decimals)).value().latRadians,
                  back->latRadians);
      }
    }
  }
}

TEST(FormatCoordinates, AgreesWithGeoConvert) {
  std::mt19937 generator(53);
  std::vector<std::string> lines;
  std::vector<std::string> mgrs;
  std::vector<LatLon> positions;
  for (int i = 0; i < 3000; ++i) {
    positions.push_back(reference::randomPosition(generator));
    lines.push_back(reference::degrees({positions.back().latRadians, wrapLongitude(positions.back().lonRadians)}));
    mgrs.push_back(formatCoordinates(positions.back(), CoordinateFormat::Mgrs, 5));
  }
  const std::vector<std::string> expectedMgrs = reference::run("GeoConvert -m -p 0", lines);
  const std::vector<std::string> expectedSeconds = reference::run("GeoConvert -d -p 1", lines);
  const std::vector<std::string> expectedCentres = reference::run("GeoConvert -g -p 9", mgrs);
  ASSERT_EQ(expectedMgrs.size(), positions.size());
  ASSERT_EQ(expectedSeconds.size(), positions.size());
  ASSERT_EQ(expectedCentres.size(), positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    EXPECT_EQ(mgrs[i], expectedMgrs[i]);
    const LatLon centre = parseCoordinates(mgrs[i]).value();
    const std::vector<double> expected = reference::numbers(expectedCentres[i]);
    EXPECT_LT(reference::straightMeters(centre, LatLon::fromDegrees(expected.at(0), expected.at(1))), 1e-6);
    const Result<LatLon> theirs = parseCoordinates(expectedSeconds[i]);
    ASSERT_TRUE(theirs.ok()) << expectedSeconds[i];
    EXPECT_LT(reference::straightMeters(*theirs, positions[i]), 0.06 * 31.1) << expectedSeconds[i];
  }
}

}  // namespace
}  // namespace cordon::geo
