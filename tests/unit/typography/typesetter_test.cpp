#include "typography/typesetter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cordon::typography {
namespace {

std::unique_ptr<Typesetter> openTypesetter() {
  auto opened = Typesetter::open(CORDON_SOURCE_DIR "/assets/fonts");
  return std::move(opened).value();
}

TextStyle plain(double sizePixels) {
  TextStyle style;
  style.sizePixels = sizePixels;
  return style;
}

std::uint8_t alphaAt(const Image& image, int x, int y) {
  return image.rgba[static_cast<std::size_t>(4 * (y * image.width + x) + 3)];
}

/// The smallest rectangle that holds every pixel that is not clear.
Rect inked(const Image& image) {
  int left = image.width;
  int top = image.height;
  int right = -1;
  int bottom = -1;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (alphaAt(image, x, y) == 0) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      top = std::min(top, y);
      bottom = std::max(bottom, y);
    }
  }
  return {static_cast<double>(left), static_cast<double>(top), static_cast<double>(right - left + 1),
          static_cast<double>(bottom - top + 1)};
}

TEST(Typesetter, SaysWhichFolderHasNoFonts) {
  const auto opened = Typesetter::open("/nonexistent/fonts");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.diagnostics().front().file, "/nonexistent/fonts");
}

TEST(Typesetter, MeasuresInProportionToSize) {
  const auto typesetter = openTypesetter();
  const TextExtent small = typesetter->measure("Paramushir", plain(10.0));
  const TextExtent large = typesetter->measure("Paramushir", plain(40.0));
  EXPECT_GT(small.advancePixels, 40.0);
  EXPECT_NEAR(large.advancePixels, 4.0 * small.advancePixels, 0.1);
  EXPECT_GT(large.ascentPixels, 30.0);
  EXPECT_GT(large.descentPixels, 5.0);
  EXPECT_LT(large.ink.y, -25.0);
}

TEST(Typesetter, AddsLetterSpacingBetweenLetters) {
  const auto typesetter = openTypesetter();
  TextStyle spaced = plain(20.0);
  spaced.letterSpacingPixels = 5.0;
  const double difference =
      typesetter->measure("Urup", spaced).advancePixels - typesetter->measure("Urup", plain(20.0)).advancePixels;
  EXPECT_NEAR(difference, 15.0, 0.1);
}

TEST(Typesetter, PaintsWithinTheMeasuredInk) {
  const auto typesetter = openTypesetter();
  Drawing drawing;
  TextItem item;
  item.text = "Itúrup Ж g";
  item.style = plain(40.0);
  item.position = {50.0, 100.0};
  drawing.items = {item};
  const Rect drawn = inked(typesetter->paint(drawing, 400, 200));
  const Rect expected = typesetter->measure(item.text, item.style).ink;
  EXPECT_NEAR(drawn.x, 50.0 + expected.x, 1.0);
  EXPECT_NEAR(drawn.y, 100.0 + expected.y, 1.0);
  EXPECT_NEAR(drawn.width, expected.width, 2.0);
  EXPECT_NEAR(drawn.height, expected.height, 2.0);
}

TEST(Typesetter, HaloReachesAsFarAsItsWidth) {
  const auto typesetter = openTypesetter();
  TextItem item;
  item.text = "H";
  item.style = plain(60.0);
  item.position = {50.0, 100.0};
  const Rect bare = inked(typesetter->paint({{item}}, 200, 200));
  item.style.haloColor = Color{1, 1, 1, 1};
  item.style.haloWidthPixels = 4.0;
  const Rect haloed = inked(typesetter->paint({{item}}, 200, 200));
  EXPECT_NEAR(haloed.x, bare.x - 4.0, 1.0);
  EXPECT_NEAR(haloed.width, bare.width + 8.0, 2.0);
  EXPECT_NEAR(haloed.height, bare.height + 8.0, 2.0);
}

TEST(Typesetter, HasLatinCyrillicAndJapaneseGlyphs) {
  const auto typesetter = openTypesetter();
  for (const char* text : {"Okhotsk", "Охотск", "択捉島", "オホーツク海", "≥"}) {
    const TextExtent extent = typesetter->measure(text, plain(30.0));
    EXPECT_GT(extent.ink.width, 5.0) << text;
    EXPECT_GT(extent.ink.height, 5.0) << text;
  }
}

TEST(Typesetter, AlignsAboutItsPosition) {
  const auto typesetter = openTypesetter();
  TextItem item;
  item.text = "HH";
  item.style = plain(40.0);
  item.position = {200.0, 100.0};
  const double width = typesetter->measure(item.text, item.style).advancePixels;
  const double left = inked(typesetter->paint({{item}}, 400, 200)).x;
  item.align = TextAlign::Center;
  EXPECT_NEAR(inked(typesetter->paint({{item}}, 400, 200)).x, left - width / 2, 1.0);
  item.align = TextAlign::Right;
  EXPECT_NEAR(inked(typesetter->paint({{item}}, 400, 200)).x, left - width, 1.0);
}

TEST(Typesetter, SetsTextAlongItsCurve) {
  const auto typesetter = openTypesetter();
  TextItem item;
  item.text = "Sea of Okhotsk";
  item.style = plain(20.0);
  for (int i = 0; i <= 60; ++i) {
    const double angle = std::acos(-1.0) * (1.0 + i / 60.0);  // the upper half of a circle, left to right
    item.curve.push_back({200.0 + 100.0 * std::cos(angle), 180.0 + 100.0 * std::sin(angle)});
  }
  const Image image = typesetter->paint({{item}}, 400, 200);
  int outside = 0;
  int inside = 0;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (alphaAt(image, x, y) < 128) continue;
      const double radius = std::hypot(x + 0.5 - 200.0, y + 0.5 - 180.0);
      ((radius > 97.0 && radius < 118.0) ? inside : outside) += 1;
    }
  }
  EXPECT_GT(inside, 200);
  EXPECT_EQ(outside, 0);
  const Rect drawn = inked(image);
  EXPECT_NEAR(drawn.x + drawn.width / 2, 200.0, 4.0);
}

TEST(Typesetter, PaintsShapesPremultipliedAndHolesEvenOdd) {
  const auto typesetter = openTypesetter();
  PathItem item;
  item.contours = {{{{10, 10}, {90, 10}, {90, 90}, {10, 90}}, true}, {{{40, 40}, {60, 40}, {60, 60}, {40, 60}}, true}};
  item.fill = Color{1.0, 0.0, 0.0, 0.5};
  const Image image = typesetter->paint({{item}}, 100, 100);
  const std::size_t solid = 4 * (20 * 100 + 20);
  EXPECT_NEAR(image.rgba[solid], 128, 1);
  EXPECT_EQ(image.rgba[solid + 1], 0);
  EXPECT_NEAR(image.rgba[solid + 3], 128, 1);
  EXPECT_EQ(alphaAt(image, 50, 50), 0);
}

TEST(Typesetter, HatchesOnlyInsideTheShape) {
  const auto typesetter = openTypesetter();
  PathItem item;
  item.contours = {{{{20, 20}, {80, 20}, {80, 80}, {20, 80}}, true}};
  item.hatch = Hatch{Color{0, 0, 0, 1}, 1.0, 8.0, 0.7854};
  const Image image = typesetter->paint({{item}}, 100, 100);
  const Rect drawn = inked(image);
  EXPECT_EQ(drawn.x, 20.0);
  EXPECT_EQ(drawn.width, 60.0);
  int covered = 0;
  for (int x = 20; x < 80; ++x) covered += alphaAt(image, x, 50) > 0 ? 1 : 0;
  EXPECT_GT(covered, 5);
  EXPECT_LT(covered, 40);
}

TEST(Typesetter, DrawsBoxesWithRoundCorners) {
  const auto typesetter = openTypesetter();
  const BoxItem item{{10, 10, 80, 80}, 20.0, Color{0, 0, 0, 1}, std::nullopt};
  const Image image = typesetter->paint({{item}}, 100, 100);
  EXPECT_EQ(alphaAt(image, 12, 12), 0);
  EXPECT_EQ(alphaAt(image, 50, 11), 255);
  EXPECT_EQ(alphaAt(image, 50, 50), 255);
}

TEST(Typesetter, PaintsAlikeEachTime) {
  TextItem item;
  item.text = "Бастион / バスチオン";
  item.style = plain(23.7);
  item.position = {10.3, 60.8};
  item.angleRadians = 0.2;
  const auto first = openTypesetter();
  const auto second = openTypesetter();
  EXPECT_EQ(first->paint({{item}}, 300, 150).rgba, second->paint({{item}}, 300, 150).rgba);
  EXPECT_EQ(first->paint({{item}}, 300, 150).rgba, first->paint({{item}}, 300, 150).rgba);
}

TEST(Typesetter, PaintsNothingOnAPictureWithoutPixels) {
  const auto typesetter = openTypesetter();
  EXPECT_TRUE(typesetter->paint({}, 0, 100).rgba.empty());
}

}  // namespace
}  // namespace cordon::typography
