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

TEST(CommandScore, WantsWordsOrTheirInitials) {
  EXPECT_TRUE(commandScore("relief", "layer: relief off\nlayer relief off"));
  EXPECT_TRUE(commandScore("off rel", "layer: relief off"));
  EXPECT_TRUE(commandScore("lro", "layer: relief off"));
  EXPECT_TRUE(commandScore("layrel", "layer: relief off"));
  EXPECT_TRUE(commandScore("lief", "layer: relief off"));
  EXPECT_FALSE(commandScore("x", ""));
  EXPECT_EQ(commandScore("", "anything"), 0);
  EXPECT_EQ(commandScore("  ", ""), 0);
}

TEST(CommandScore, WantsNoLettersScatteredWithinWords) {
  EXPECT_FALSE(commandScore("lrf", "layer: relief off"));
  EXPECT_FALSE(commandScore("matua", "colours of the map: safe for the colour-blind\npalette color-blind\nview"));
  EXPECT_FALSE(commandScore("f", "relief"));
  EXPECT_FALSE(commandScore("ol", "layer: off\nlines"));  // initials of two lines are none
  EXPECT_FALSE(commandScore("layers", "layer"));
}

TEST(CommandScore, PutsBeginningsBeforeWordsBeforePartsBeforeInitials) {
  const auto begins = commandScore("relief", "relief off\nlayer");
  const auto inTitle = commandScore("relief", "layer: relief\nlayer");
  const auto inName = commandScore("relief", "show the hills\nlayer relief off");
  const auto isPart = commandScore("relief", "unreliefed\nlayer");
  const auto initials = commandScore("relief", "rel ief\nlayer");
  ASSERT_TRUE(begins && inTitle && inName && isPart && initials);
  EXPECT_GT(*begins, *inTitle);
  EXPECT_GT(*inTitle, *inName);
  EXPECT_GT(*inName, *isPart);
  EXPECT_GT(*isPart, *initials);
  EXPECT_GT(commandScore("undo", "undo"), commandScore("undo", "undo the last step"));
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
