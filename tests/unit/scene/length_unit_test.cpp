#include "scene/length_unit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace cordon::scene {
namespace {

constexpr LengthUnit kKm = LengthUnit::Kilometers;
constexpr LengthUnit kNmi = LengthUnit::NauticalMiles;
constexpr LengthUnit kMi = LengthUnit::Miles;

TEST(LengthUnit, HasTheInternationalFactorsAndSymbols) {
  EXPECT_EQ(metersIn(kKm), 1000.0);
  EXPECT_EQ(metersIn(kNmi), 1852.0);
  EXPECT_EQ(metersIn(kMi), 1609.344);  // 5280 feet of 0.3048 m
  EXPECT_EQ(symbolOf(kKm), "km");
  EXPECT_EQ(symbolOf(kNmi), "nmi");
  EXPECT_EQ(symbolOf(kMi), "mi");
}

TEST(LengthUnit, WritesFourDigitsAndNoNeedlessZeros) {
  EXPECT_EQ(lengthText(300e3, kKm), "300 km");
  EXPECT_EQ(lengthText(12.3e3, kKm), "12.3 km");
  EXPECT_EQ(lengthText(532'873.6, kKm), "532.9 km");
  EXPECT_EQ(lengthText(1'203'004.0, kKm), "1 203 km");
  EXPECT_EQ(lengthText(12'345'678.0, kKm), "12 346 km");
  EXPECT_EQ(lengthText(1e12, kKm), "1 000 000 000 km");
  EXPECT_EQ(lengthText(300e3, kNmi), "162 nmi");
  EXPECT_EQ(lengthText(300e3, kMi), "186.4 mi");
}

TEST(LengthUnit, ClaimsKeepTheirDigitsAndStayTrue) {
  EXPECT_EQ(claimedText(300, kKm), "300 km");
  EXPECT_EQ(claimedText(12.5, kKm), "12.5 km");
  EXPECT_EQ(claimedText(300, kNmi), "162 nmi");                  // 161.99
  EXPECT_EQ(claimedText(300, kMi), "186 mi");                    // 186.41
  EXPECT_EQ(claimedText(300, kNmi, Rounding::Down), "161 nmi");  // 162 nmi are 300.024 km
  EXPECT_EQ(claimedText(130, kNmi, Rounding::Down), "70 nmi");   // 70.19
  EXPECT_EQ(claimedText(120, kNmi, Rounding::Down), "64 nmi");   // 64.79
  EXPECT_EQ(claimedText(120, kNmi), "65 nmi");
  EXPECT_EQ(claimedText(130, kNmi, Rounding::Up), "71 nmi");
  EXPECT_EQ(claimedText(1000, kNmi), "540 nmi");                 // 539.96
  EXPECT_EQ(claimedText(2500, kMi), "1 553 mi");                 // 1553.4
  EXPECT_EQ(claimedText(12, kNmi), "6.5 nmi");                   // 6.48: two digits, as claimed
  EXPECT_EQ(claimedText(5, kNmi), "3 nmi");                      // 2.70: one digit
  EXPECT_EQ(claimedText(0.4, kNmi, Rounding::Down), "0.2 nmi");  // 0.216
  EXPECT_EQ(claimedText(0, kNmi), "0 nmi");
}

TEST(LengthUnit, UsesMetersBelowOneKilometerOnly) {
  EXPECT_EQ(lengthText(850.0, kKm), "850 m");
  EXPECT_EQ(lengthText(12.345, kKm), "12.35 m");
  EXPECT_EQ(lengthText(999.94, kKm), "999.9 m");
  EXPECT_EQ(lengthText(999.96, kKm), "1 km");
  EXPECT_EQ(lengthText(0.0, kKm), "0 m");
  EXPECT_EQ(lengthText(850.0, kNmi), "0.459 nmi");
  EXPECT_EQ(lengthText(1.0, kMi), "0.001 mi");
}

TEST(LengthUnit, DigitsCarryOver) {
  EXPECT_EQ(lengthText(9'999.96, kKm), "10 km");
  EXPECT_EQ(lengthText(999'960.0, kKm), "1 000 km");
}

TEST(LengthUnit, KeepsTheSignButNotOfZero) {
  EXPECT_EQ(lengthText(-12.3e3, kKm), "-12.3 km");
  EXPECT_EQ(lengthText(-850.0, kKm), "-850 m");
  EXPECT_EQ(lengthText(-1'203'004.0, kKm), "-1 203 km");
  EXPECT_EQ(lengthText(-1e-9, kKm), "0 m");
}

TEST(LengthUnit, RoundsToWhatIsKnown) {
  const auto rough = [](double meters, LengthUnit unit, double uncertainty) {
    return lengthText(roughMeters(meters, unit, uncertainty), unit);
  };
  EXPECT_EQ(rough(45'790.0, kKm, 102e3), "50 km");
  EXPECT_EQ(rough(-45'790.0, kKm, 53e3), "-45 km");
  EXPECT_EQ(rough(345'800.0, kKm, 67e3), "345 km");
  EXPECT_EQ(rough(345'800.0, kKm, 0.0), "346 km");
  EXPECT_EQ(rough(12'680.0, kKm, 450e3), "20 km");
  EXPECT_EQ(rough(850.0, kKm, 0.0), "900 m");
  EXPECT_EQ(rough(30.0, kKm, 0.0), "0 m");
  EXPECT_EQ(rough(4'000.0, kKm, 102e3), "0 m");
  EXPECT_EQ(rough(345'800.0, kNmi, 0.0), "187 nmi");
  EXPECT_EQ(rough(345'800.0, kNmi, 100e3), "185 nmi");  // 54 nmi: to 5
  EXPECT_EQ(rough(1'000.0, kMi, 0.0), "0.6 mi");
}

TEST(LengthUnit, SaysTheUnitOfASpanOnce) {
  EXPECT_EQ(lengthSpanText(208e3, 215e3, kKm), "208–215 km");
  EXPECT_EQ(lengthSpanText(850.0, 1200.0, kKm), "850 m–1.2 km");
  EXPECT_EQ(lengthSpanText(0.0, 2000.0, kKm), "0–2 km");
  EXPECT_EQ(lengthSpanText(300e3, 300e3, kKm), "300 km");
  EXPECT_EQ(lengthSpanText(1852.0, 3704.0, kNmi), "1–2 nmi");
}

TEST(LengthUnit, WritesAreasInTheSquareOfTheUnit) {
  EXPECT_EQ(areaText(12.3e9, kKm), "12 300 km²");
  EXPECT_EQ(areaText(12'345.6e6, kKm), "12 350 km²");
  EXPECT_EQ(areaText(0.52e6, kKm), "0.52 km²");
  EXPECT_EQ(areaText(1.0, kKm), "0.000001 km²");
  EXPECT_EQ(areaText(0.0, kKm), "0 km²");
  EXPECT_EQ(areaText(1852.0 * 1852.0, kNmi), "1 nmi²");
  EXPECT_EQ(areaText(640.0 * 4046.8564224, kMi), "1 mi²");  // a section of 640 acres
  EXPECT_EQ(areaText(510'065'621'724'088.0, kKm), "510 100 000 km²");
}

TEST(LengthUnit, WritesAzimuthsWithThreeDigits) {
  const double degree = std::numbers::pi / 180.0;
  EXPECT_EQ(azimuthText(45.2 * degree), "045.2°");
  EXPECT_EQ(azimuthText(0.0), "000.0°");
  EXPECT_EQ(azimuthText(-90.0 * degree), "270.0°");
  EXPECT_EQ(azimuthText(180.0 * degree), "180.0°");
  EXPECT_EQ(azimuthText(359.94 * degree), "359.9°");
  EXPECT_EQ(azimuthText(359.96 * degree), "000.0°");
  EXPECT_EQ(azimuthText(-0.01 * degree), "000.0°");
  EXPECT_EQ(azimuthText(725.0 * degree), "005.0°");
}

TEST(LengthUnit, RefusesWhatIsNotFinite) {
  EXPECT_THROW(lengthText(std::nan(""), kKm), std::invalid_argument);
  EXPECT_THROW(areaText(std::numeric_limits<double>::infinity(), kKm), std::invalid_argument);
  EXPECT_THROW(azimuthText(-std::numeric_limits<double>::infinity()), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::scene
