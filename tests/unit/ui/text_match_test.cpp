#include "ui/text_match.h"

#include <gtest/gtest.h>

namespace cordon::ui {
namespace {

TEST(FoldedText, MakesSmallLettersOfThreeAlphabetsAndDropsAccents) {
  EXPECT_EQ(foldedText("Kunashir ÉÑÜø"), "kunashir enuo");
  EXPECT_EQ(foldedText("КУНАШИР Ёж Іл Ω"), "кунашир еж іл ω");
  EXPECT_EQ(foldedText("Etorofu-TŌ Łódź Žižek ÀÉÎ"), "etorofu-to lodz zizek aei");
  EXPECT_EQ(foldedText("国後島"), "国後島");
}

TEST(FoldedText, KeepsBytesThatAreNoUtf8) {
  EXPECT_EQ(foldedText("A\xC3"), "a\xC3");
  EXPECT_EQ(foldedText("\xFF\x80Z"), "\xFF\x80z");
}

TEST(FuzzyScore, WantsAllLettersInTheirOrder) {
  EXPECT_TRUE(fuzzyScore("lrf", "layer: relief off"));
  EXPECT_FALSE(fuzzyScore("frl", "layer: re"));
  EXPECT_FALSE(fuzzyScore("layers", "layer"));
  EXPECT_FALSE(fuzzyScore("x", ""));
  EXPECT_EQ(fuzzyScore("", "anything"), 0);
  EXPECT_EQ(fuzzyScore("  ", ""), 0);
}

TEST(FuzzyScore, PrefersStartsOfWordsRunsAndShortTexts) {
  EXPECT_GT(fuzzyScore("ro", "relief off"), fuzzyScore("ro", "airfoil"));
  EXPECT_GT(fuzzyScore("relief", "layer: relief off"), fuzzyScore("relief", "remove elements in effect"));
  EXPECT_GT(fuzzyScore("undo", "undo"), fuzzyScore("undo", "undo the last step"));
}

TEST(FuzzyScore, FindsTheBestOfManyWays) {
  // The first r of "repair ring" must not bind the match to a bad place.
  EXPECT_GT(fuzzyScore("ring", "repair ring"), fuzzyScore("ring", "rxixnxg ab"));
}

TEST(NameScore, RanksWholeThenBeginningThenWordThenPart) {
  EXPECT_EQ(nameScore("iturup", "iturup"), 4);
  EXPECT_EQ(nameScore("itu", "iturup"), 3);
  EXPECT_EQ(nameScore("okh", "sea of okhotsk"), 2);
  EXPECT_EQ(nameScore("hots", "sea of okhotsk"), 1);
  EXPECT_EQ(nameScore("sea of", "black sea of glass"), 2);
  EXPECT_FALSE(nameScore("kuril", "iturup"));
  EXPECT_FALSE(nameScore("", "iturup"));
}

}  // namespace
}  // namespace cordon::ui
