#include "ui/command_list.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::ui {
namespace {

edit::Command command(const std::string& name, const std::string& title, const std::string& group,
                      const std::string& usage = {}) {
  edit::Command made;
  made.name = name;
  made.title = title;
  made.group = group;
  made.usage = usage;
  made.run = [](const edit::Arguments&) { return std::optional<Diagnostic>(); };
  return made;
}

edit::CommandTable table() {
  edit::CommandTable made;
  edit::Command layer = command("layer", "Show or hide a layer", "View", "NAME on|off|toggle");
  layer.choices = [] {
    return std::vector<edit::Command::Choice>{{"relief off", "Layer: relief off"}, {"rivers on", "Layer: rivers on"}};
  };
  made.add(layer);
  edit::Command wrong = command("wrong-map", "Wrong map", "View", "on|off|toggle");
  wrong.chords = "W";
  wrong.chordArguments = "toggle";
  wrong.choices = [] { return std::vector<edit::Command::Choice>{{"toggle", "Hide"}, {"on", "Show the wrong map"}}; };
  made.add(wrong);
  edit::Command undo = command("undo", "Undo", "Edit");
  undo.chords = "Ctrl+Z Alt+Backspace";
  undo.isPossible = [] { return false; };
  made.add(undo);
  made.add(command("about", "About", "Help"));
  made.add(command("extra", "Extra", "Zoo"));
  made.add(command("go", "Go to a position", "Map", "LAT,LON"));
  edit::Command hidden = command("section", "Section", "View", "TITLE");
  hidden.inPalette = false;
  made.add(hidden);
  return made;
}

std::vector<std::string> lines(const std::vector<PaletteEntry>& entries) {
  std::vector<std::string> found;
  for (const PaletteEntry& entry : entries) found.push_back(entry.line);
  return found;
}

TEST(PaletteEntries, HoldEveryCommandAndChoiceOnce) {
  EXPECT_EQ(lines(paletteEntries(table())),
            (std::vector<std::string>{"layer relief off", "layer rivers on", "wrong-map toggle", "wrong-map on", "undo",
                                      "about", "extra", "go "}));
}

TEST(PaletteEntries, SayWhatIsPossibleAndWhatWantsText) {
  for (const PaletteEntry& entry : paletteEntries(table())) {
    EXPECT_EQ(entry.isPossible, entry.line != "undo") << entry.line;
    EXPECT_EQ(entry.wantsText, entry.line == "go ") << entry.line;
  }
}

std::vector<std::string> ranked(const std::vector<PaletteEntry>& entries, const std::vector<std::string>& recent) {
  std::vector<std::string> found;
  for (const std::size_t index : rankedEntries(entries, " ", recent)) found.push_back(entries[index].line);
  return found;
}

TEST(RankedEntries, BeginWithTheRecentAndTheUsefulWhileNothingIsTyped) {
  const std::vector<PaletteEntry> entries = paletteEntries(table());
  EXPECT_EQ(ranked(entries, {}), (std::vector<std::string>{"wrong-map toggle", "undo", "about", "extra", "go ",
                                                           "layer relief off", "layer rivers on", "wrong-map on"}));
  EXPECT_EQ(ranked(entries, {"layer rivers on", "about", "gone"}),
            (std::vector<std::string>{"layer rivers on", "about", "wrong-map toggle", "undo", "extra", "go ",
                                      "layer relief off", "wrong-map on"}));
}

TEST(RankedEntries, PutTheBestFirst) {
  const std::vector<PaletteEntry> entries = paletteEntries(table());
  EXPECT_EQ(entries[rankedEntries(entries, "relief").at(0)].line, "layer relief off");
  EXPECT_EQ(entries[rankedEntries(entries, "lri").at(0)].line, "layer rivers on");
  EXPECT_EQ(entries[rankedEntries(entries, "UNDO").at(0)].line, "undo");
  EXPECT_TRUE(rankedEntries(entries, "qqq").empty());
}

TEST(OrderedGroups, FollowTheMenusAndEndWithHelp) {
  EXPECT_EQ(orderedGroups(table()), (std::vector<std::string>{"Edit", "View", "Map", "Zoo", "Help"}));
}

TEST(Commands, RunBareWhereNothingHasToBeTyped) {
  const edit::CommandTable commands = table();
  EXPECT_TRUE(runsBare(*commands.find("undo")));
  EXPECT_TRUE(runsBare(*commands.find("wrong-map")));
  EXPECT_FALSE(runsBare(*commands.find("go")));
  EXPECT_TRUE(runsBare(command("play", "Play", "Date", "[on|off]")));
  EXPECT_EQ(edit::bareLine(*commands.find("wrong-map")), "wrong-map toggle");
  EXPECT_EQ(firstChord(*commands.find("undo")), "Ctrl+Z");
  EXPECT_EQ(firstChord(*commands.find("go")), "");
}

}  // namespace
}  // namespace cordon::ui
