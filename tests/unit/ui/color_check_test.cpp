#include "ui/color_check.h"

#include <gmock/gmock.h>

namespace cordon::ui {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

scenario::System system(const char* id, const char* color) {
  scenario::System made;
  made.id = id;
  made.color = color;
  return made;
}

Srgb color(const char* text) {
  return readColor(text).value();
}

TEST(ColorCheck, ReadsAndWritesHexadecimalDigits) {
  EXPECT_EQ(colorText(color("#12abEF")), "#12abef");
  EXPECT_FALSE(readColor("#12abe"));
  EXPECT_FALSE(readColor("12abef0"));
  EXPECT_FALSE(readColor("#12abeg"));
}

TEST(ColorCheck, DifferencesAreThoseOfTheLabSpace) {
  // From the published L*a*b* of the primaries under D65: red 53.24, 80.09, 67.20; green 87.73, -86.18, 83.18.
  EXPECT_NEAR(colorDifference(color("#ff0000"), color("#00ff00")), 170.57, 0.1);
  EXPECT_NEAR(colorDifference(color("#000000"), color("#ffffff")), 100.0, 0.01);
  EXPECT_EQ(colorDifference(color("#336699"), color("#336699")), 0.0);
}

TEST(ColorCheck, GreysLookTheSameToEveryEye) {
  for (const Eye eye : {Eye::Protanopia, Eye::Deuteranopia, Eye::Tritanopia}) {
    EXPECT_LT(colorDifference(seenBy(eye, color("#808080")), color("#808080")), 1.0);
  }
}

TEST(ColorCheck, DichromatsLoseTheirOwnColours) {
  // Red and green of one lightness part for the usual eye and fall together for red-green blind ones only.
  const Srgb red = color("#a05a32");
  const Srgb green = color("#6e6e32");
  const double usual = colorDifference(red, green);
  EXPECT_GT(usual, 25.0);
  EXPECT_LT(colorDifference(seenBy(Eye::Deuteranopia, red), seenBy(Eye::Deuteranopia, green)), 0.5 * usual);
  EXPECT_GT(colorDifference(seenBy(Eye::Tritanopia, red), seenBy(Eye::Tritanopia, green)), 0.7 * usual);
}

TEST(ColorCheck, NamesTheSystemsThatSomeEyeConfuses) {
  const std::vector<scenario::System> systems{system("a", "#a05a32"), system("b", "#0072b2"), system("c", "#a05c34"),
                                              system("d", "#7f6d33")};
  const std::vector<ColorClash> clashes = colorClashes(systems, 0);
  ASSERT_THAT(clashes, SizeIs(2));
  EXPECT_EQ(clashes[0].systemIndex, 2U);
  EXPECT_EQ(clashes[0].eye, Eye::Usual);
  EXPECT_EQ(clashes[1].systemIndex, 3U);
  EXPECT_NE(clashes[1].eye, Eye::Usual);
  EXPECT_GE(colorDifference(color("#a05a32"), color("#7f6d33")), kLeastColorDifference);
  EXPECT_THAT(clashText(clashes[1], "Bal"), HasSubstr("Bal"));
  EXPECT_THAT(colorClashes(systems, 1), IsEmpty());
}

}  // namespace
}  // namespace cordon::ui
