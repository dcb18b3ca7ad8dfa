#include "edit/command_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace cordon::edit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Command command(const char* name, const char* chords = "") {
  Command made;
  made.name = name;
  made.chords = chords;
  made.run = [](const Arguments&) { return std::optional<Diagnostic>(); };
  return made;
}

TEST(SplitLine, SplitsAtBlanks) {
  EXPECT_THAT(splitLine("").value(), IsEmpty());
  EXPECT_THAT(splitLine(" \t\r\n").value(), IsEmpty());
  EXPECT_THAT(splitLine("layer  relief\toff ").value(), ElementsAre("layer", "relief", "off"));
}

TEST(SplitLine, TakesAQuotedPartAsOneWord) {
  EXPECT_THAT(splitLine(R"(view-add "Southern  Kurils" x)").value(), ElementsAre("view-add", "Southern  Kurils", "x"));
  EXPECT_THAT(splitLine(R"("a \"b\" c\\d \n" "")").value(), ElementsAre(R"(a "b" c\d \n)", ""));
}

TEST(SplitLine, LeavesSignsWithinAWordAlone) {
  EXPECT_THAT(splitLine(R"(reach 44°10'48"N,145°57'36"E C:\x)").value(),
              ElementsAre("reach", R"(44°10'48"N,145°57'36"E)", R"(C:\x)"));
}

TEST(SplitLine, NamesAnOpenQuote) {
  for (const char* line : {R"(open "mine)", R"(open ")", R"(open "mine\")"}) {
    const auto words = splitLine(line);
    ASSERT_FALSE(words) << line;
    EXPECT_THAT(words.diagnostics().front().message, HasSubstr("not closed")) << line;
  }
  EXPECT_FALSE(splitLine(R"("a"b)"));
}

TEST(Quoted, IsReadBack) {
  std::mt19937 random(7);
  const std::string letters = "ab \"\\\t\n'é";
  for (int i = 0; i < 2000; ++i) {
    std::vector<std::string> words(random() % 4);
    std::string line;
    for (std::string& word : words) {
      for (std::size_t n = random() % 6; n > 0; --n) word += letters[random() % letters.size()];
      line += quoted(std::string_view(word)) + " ";
    }
    const auto read = splitLine(line);
    ASSERT_TRUE(read) << line;
    ASSERT_EQ(*read, words) << line;
  }
  EXPECT_EQ(quoted("bal"), "bal");
}

TEST(NormalizedChord, HasOneForm) {
  EXPECT_EQ(normalizedChord("ctrl+shift+z").value(), "Ctrl+Shift+Z");
  EXPECT_EQ(normalizedChord("SHIFT+CTRL+z").value(), "Ctrl+Shift+Z");
  EXPECT_EQ(normalizedChord("shift+alt+ctrl+pageup").value(), "Ctrl+Alt+Shift+PageUp");
  EXPECT_EQ(normalizedChord("f12").value(), "F12");
  EXPECT_EQ(normalizedChord("escape").value(), "Escape");
  EXPECT_EQ(normalizedChord("Ctrl++").value(), "Ctrl++");
  EXPECT_EQ(normalizedChord("+").value(), "+");
  for (const char* sign : {"-", "=", "?", "/", ",", ".", "[", "]", "0", "9"}) {
    EXPECT_EQ(normalizedChord(sign).value(), sign);
  }
}

TEST(NormalizedChord, NamesWhatIsNoKey) {
  for (const char* chord : {"", "F0", "F13", "Ctrl+", "Hyper+A", "AB", "Ctrl+Return", "é", "+A", " ", ";"}) {
    EXPECT_FALSE(normalizedChord(chord)) << chord;
  }
  EXPECT_THAT(normalizedChord("Hyper+A").diagnostics().front().message, HasSubstr("\"Hyper\""));
  EXPECT_THAT(normalizedChord("Ctrl+Return").diagnostics().front().message, HasSubstr("\"Return\""));
}

TEST(CommandTable, FindsByNameAndByChord) {
  CommandTable table;
  table.add(command("redo", "ctrl+y  shift+ctrl+z"));
  table.add(command("undo", "Ctrl+Z"));
  ASSERT_NE(table.find("redo"), nullptr);
  EXPECT_EQ(table.find("redo")->chords, "Ctrl+Y Ctrl+Shift+Z");
  EXPECT_EQ(table.byChord("Ctrl+Shift+Z"), table.find("redo"));
  EXPECT_EQ(table.byChord("Ctrl+Z"), table.find("undo"));
  EXPECT_EQ(table.byChord("Z"), nullptr);
  EXPECT_EQ(table.find("red"), nullptr);
  EXPECT_EQ(table.commands().size(), 2U);
}

TEST(CommandTable, RefusesWhatIsTakenOrNoCommand) {
  CommandTable table;
  table.add(command("undo", "Ctrl+Z"));
  EXPECT_THROW(table.add(command("undo")), std::logic_error);
  EXPECT_THROW(table.add(command("other", "ctrl+z")), std::logic_error);
  EXPECT_THROW(table.add(command("twice", "A a")), std::logic_error);
  EXPECT_THROW(table.add(command("typo", "Ctrl+Return")), std::logic_error);
  EXPECT_THROW(table.add(command("two words")), std::logic_error);
  EXPECT_THROW(table.add(command("")), std::logic_error);
  Command nothing = command("nothing");
  nothing.run = nullptr;
  EXPECT_THROW(table.add(nothing), std::logic_error);
  // What was refused left nothing behind.
  EXPECT_EQ(table.commands().size(), 1U);
  EXPECT_EQ(table.byChord("A"), nullptr);
  table.add(command("twice", "A"));
}

TEST(CommandTable, RunsALineWithItsArguments) {
  CommandTable table;
  Arguments given;
  Command taking = command("take");
  taking.run = [&given](const Arguments& arguments) {
    given = arguments;
    return std::optional<Diagnostic>();
  };
  table.add(taking);
  EXPECT_FALSE(table.run("take a \"b c\""));
  EXPECT_THAT(given, ElementsAre("a", "b c"));
  EXPECT_FALSE(table.run("take"));
  EXPECT_THAT(given, IsEmpty());
  EXPECT_FALSE(table.run("  "));
  EXPECT_TRUE(table.run("take \"a"));
}

TEST(CommandTable, AnswersAnUnknownNameWithTheNearest) {
  CommandTable table;
  table.add(command("exaggeration"));
  const auto near = table.run("exagerration 2");
  ASSERT_TRUE(near);
  EXPECT_THAT(near->message, HasSubstr("\"exagerration\""));
  EXPECT_THAT(near->mend, HasSubstr("exaggeration"));
  const auto far = table.run("quit");
  ASSERT_TRUE(far);
  EXPECT_THAT(far->mend, IsEmpty());
}

}  // namespace
}  // namespace cordon::edit
