#include "ui/glyph_set.h"

#include <gtest/gtest.h>

#include <string>

namespace cordon::ui {
namespace {

TEST(GlyphSet, HoldsWhatMenusAndNumbersNeed) {
  const GlyphSet glyphs;
  for (const char32_t c : U"Az09é×Яжё≥≤≈–—…°′″²←→−") {
    if (c != 0) {
      EXPECT_TRUE(glyphs.holds(c)) << static_cast<unsigned>(c);
    }
  }
  EXPECT_FALSE(glyphs.holds(U'国'));
  EXPECT_FALSE(glyphs.holds(U'\n'));
}

TEST(GlyphSet, GrowsByWhatIsAskedForOnce) {
  GlyphSet glyphs;
  EXPECT_FALSE(glyphs.note("Kunashir, Кунашир"));
  EXPECT_TRUE(glyphs.note("国後島 Ελλάς"));
  EXPECT_TRUE(glyphs.holds(U'国'));
  EXPECT_TRUE(glyphs.holds(U'ά'));
  EXPECT_FALSE(glyphs.note("島国"));
}

TEST(GlyphSet, PassesOverWhatIsNoTextOrCannotBeDrawn) {
  GlyphSet glyphs;
  EXPECT_FALSE(glyphs.note("\x80\xBF\xE5\x9B"));
  EXPECT_FALSE(glyphs.note("\xF0\x9F\x9A\x80"));
  EXPECT_FALSE(glyphs.note("\xED\xA0\x80\x01\xC2\x85"));
  EXPECT_TRUE(glyphs.note("\xE5島"));
  EXPECT_TRUE(glyphs.holds(U'島'));
}

TEST(GlyphSet, RangesAreAscendingRunsAndAZero) {
  GlyphSet glyphs;
  glyphs.note("\u4E01\u4E02\u4E04");
  const std::vector<std::uint16_t> ranges = glyphs.ranges();
  ASSERT_EQ(ranges.size() % 2, 1U);
  EXPECT_EQ(ranges.back(), 0);
  for (std::size_t i = 1; i + 1 < ranges.size(); ++i) {
    if (i % 2 == 0) {
      EXPECT_GT(ranges[i], ranges[i - 1] + 1);
    } else {
      EXPECT_GE(ranges[i], ranges[i - 1]);
    }
  }
  const std::vector<std::uint16_t> last(ranges.end() - 5, ranges.end());
  EXPECT_EQ(last, (std::vector<std::uint16_t>{0x4E01, 0x4E02, 0x4E04, 0x4E04, 0}));
}

}  // namespace
}  // namespace cordon::ui
