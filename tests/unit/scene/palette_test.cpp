#include "scene/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/contrast.h"

namespace cordon::scene {
namespace {

using palette::mix;
using palette::rgb;
using palette::withAlpha;
using typography::Color;

constexpr std::array kAll{PaletteName::Standard, PaletteName::ColorBlind, PaletteName::Print, PaletteName::Dark};
constexpr double kReadable = 4.5;

/// What a colour with alpha makes of what lies below it.
Color over(const Color& below, const Color& above) {
  return mix(withAlpha(below, 1.0), withAlpha(above, 1.0), above.alpha);
}

std::array<Color, 4> grounds(const Palette& colors) {
  return {colors.ground.sea.front().color, colors.ground.sea.back().color, colors.ground.land.front().color,
          colors.ground.land.back().color};
}

/// The colour as a dichromat sees it, in linear light: Viénot, Brettel and Mollon 1999 for those who lack red or green,
/// for those who lack blue Brettel, Viénot and Mollon 1997, which projects to two half planes (matrices for sRGB by
/// libDaltonLens).
struct Linear {
  double red, green, blue;
};
Linear linear(const Color& color) {
  const auto one = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return {one(color.red), one(color.green), one(color.blue)};
}

enum class Vision { Protan, Deutan, Tritan };

Linear dichromatic(const Linear& c, Vision vision) {
  if (vision == Vision::Tritan) {
    const bool first = 0.03901 * c.red - 0.02788 * c.green - 0.01113 * c.blue >= 0.0;
    return first ? Linear{1.01277 * c.red + 0.13548 * c.green - 0.14826 * c.blue,
                          -0.01243 * c.red + 0.86812 * c.green + 0.14431 * c.blue,
                          0.07589 * c.red + 0.80500 * c.green + 0.11911 * c.blue}
                 : Linear{0.93678 * c.red + 0.18979 * c.green - 0.12657 * c.blue,
                          0.06154 * c.red + 0.81526 * c.green + 0.12320 * c.blue,
                          -0.37562 * c.red + 1.12767 * c.green + 0.24796 * c.blue};
  }
  const double common =
      vision == Vision::Protan ? 0.11238 * c.red + 0.88762 * c.green : 0.29275 * c.red + 0.70725 * c.green;
  const double tail = vision == Vision::Protan ? 0.00401 : -0.02234;
  return {common, common, tail * c.red - tail * c.green + c.blue};
}

/// The CIE L*a*b* of what a dichromat sees.
std::array<double, 3> seen(const Color& color, Vision vision) {
  const Linear s = dichromatic(linear(color), vision);
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
  const double x = f((0.4124 * s.red + 0.3576 * s.green + 0.1805 * s.blue) / 0.9505);
  const double y = f(0.2126 * s.red + 0.7152 * s.green + 0.0722 * s.blue);
  const double z = f((0.0193 * s.red + 0.1192 * s.green + 0.9505 * s.blue) / 1.089);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double difference(const Color& a, const Color& b, Vision vision) {
  const auto first = seen(a, vision);
  const auto second = seen(b, vision);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

TEST(Palette, SmallTypeOnPanelsIsReadableOverEveryGround) {
  for (const PaletteName name : kAll) {
    const Palette& colors = paletteOf(name);
    for (const Color& ground : grounds(colors)) {
      const Color paper = over(ground, colors.paper);
      for (const Color& ink : {colors.panelInk, colors.panelSoftInk, colors.accent})
        EXPECT_GE(contrast(ink, paper), kReadable) << static_cast<int>(name);
      // The footer lets a little more of the ground through: over the deepest trenches it falls just short.
      EXPECT_GE(contrast(colors.panelSoftInk, over(ground, colors.footer)), 4.3) << static_cast<int>(name);
    }
  }
}

TEST(Palette, SmallTypeOnTheMapIsReadableOnItsHalo) {
  for (const PaletteName name : kAll) {
    const Palette& colors = paletteOf(name);
    for (const Color& ground : grounds(colors)) {
      const Color halo = over(ground, colors.inkHalo);
      for (const Color& ink : {colors.ink, colors.inkSoft, colors.remarkInk, colors.volcanoInk})
        EXPECT_GE(contrast(ink, halo), kReadable) << static_cast<int>(name);
      EXPECT_GE(contrast(over(halo, colors.graticuleInk), over(ground, colors.graticuleHalo)), kReadable)
          << static_cast<int>(name);
      EXPECT_GE(contrast(colors.clusterText, over(ground, colors.clusterFill)), kReadable) << static_cast<int>(name);
    }
    // Names over the land, and over the waters for which their ink is meant.
    EXPECT_GE(contrast(colors.regionInk, over(colors.ground.land.front().color, colors.regionHalo)), kReadable);
    EXPECT_GE(contrast(colors.shallowWaterInk, over(colors.ground.sea.back().color, colors.shallowWaterHalo)),
              kReadable);
    EXPECT_GE(contrast(colors.deepWaterInk, over(colors.ground.sea.front().color, colors.deepWaterHalo)), kReadable);
  }
}

TEST(Palette, LandAndSeaAreToldApartAtTheShore) {
  for (const PaletteName name : kAll) {
    const GroundColors& ground = paletteOf(name).ground;
    const Color coast = over(ground.land.front().color, ground.coast);
    EXPECT_GE(contrast(coast, ground.land.front().color), 2.0) << static_cast<int>(name);
    EXPECT_GE(contrast(coast, ground.sea.back().color), 2.0) << static_cast<int>(name);
  }
}

TEST(Palette, TheGroundOfTheStandardAndTheColorBlindOneIsTheSame) {
  EXPECT_EQ(&paletteOf(PaletteName::Standard), &paletteOf(PaletteName::ColorBlind));
}

TEST(Palette, SystemsOfTheColorBlindPaletteAreToldApartByDichromats) {
  for (std::size_t a = 0; a < 8; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const Color first = systemColor(PaletteName::ColorBlind, a, rgb(0x123456));
      const Color second = systemColor(PaletteName::ColorBlind, b, rgb(0x123456));
      for (const Vision vision : {Vision::Protan, Vision::Deutan, Vision::Tritan})
        EXPECT_GT(difference(first, second, vision), 10.0) << a << " and " << b;
    }
  }
  // Red and green of like lightness, and green and blue: what the test must find fault with.
  EXPECT_LT(difference(rgb(0xA05A2C), rgb(0x6B7A2C), Vision::Deutan), 10.0);
  EXPECT_LT(difference(rgb(0x20A080), rgb(0x2090C0), Vision::Tritan), 10.0);
  EXPECT_GT(difference(rgb(0x20A080), rgb(0x2090C0), Vision::Deutan), 10.0);
}

TEST(Palette, StandardKeepsTheDocumentsColors) {
  const Color own = rgb(0xC8102E);
  const Color shown = systemColor(PaletteName::Standard, 3, own);
  EXPECT_EQ(shown.red, own.red);
  EXPECT_EQ(shown.green, own.green);
  EXPECT_EQ(shown.blue, own.blue);
}

TEST(Palette, DocumentsColorsStandOutInPrintAndInTheDark) {
  for (const PaletteName name : {PaletteName::Print, PaletteName::Dark}) {
    const Color& land = paletteOf(name).ground.land.front().color;
    for (const std::uint32_t hex : {0xC8102EU, 0x1F4E9EU, 0xF0E442U, 0x000000U, 0xFFFFFFU, 0x3A4854U, 0xE69F00U}) {
      const Color shown = documentColor(name, rgb(hex, 0.5));
      EXPECT_GE(contrast(shown, land), 3.0) << hex;
      EXPECT_EQ(shown.alpha, 0.5);
    }
  }
}

TEST(Palette, OverlapTintsRunOneWayInLightness) {
  for (const PaletteName name : kAll) {
    const Palette& colors = paletteOf(name);
    EXPECT_EQ(overlapColor(colors, 0).alpha, 0.0);
    for (const Color& ground : {colors.ground.flatLand, colors.ground.flatSea}) {
      const bool towardsDark = name != PaletteName::Dark;
      for (int count = 2; count <= 8; ++count) {
        const Color before = over(ground, overlapColor(colors, count - 1));
        const Color here = over(ground, overlapColor(colors, count));
        const bool darker = contrast(here, rgb(0x000000)) < contrast(before, rgb(0x000000));
        EXPECT_EQ(darker, towardsDark) << static_cast<int>(name) << ", " << count;
        EXPECT_GE(contrast(before, here), 1.12) << static_cast<int>(name) << ", " << count;
      }
    }
    const Color most = overlapColor(colors, 8);
    EXPECT_EQ(overlapColor(colors, 10'000).red, most.red);
  }
}

}  // namespace
}  // namespace cordon::scene
