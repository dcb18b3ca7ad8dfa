#include "ui/command_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/text_match.h"

namespace cordon::ui {

namespace {

constexpr std::array<std::string_view, 8> kGroups{"File", "Edit", "View", "Map", "Date", "Systems", "Sites", "Tools"};
constexpr std::string_view kLast = "Help";

/// What is offered before anything is typed.
constexpr std::array<std::string_view, 16> kCommon{
    "search",    "open-dialog", "save",   "picture",     "home",       "tool-measure", "tool-ring",   "tool-reach",
    "wrong-map", "panel",       "legend", "full-screen", "large-type", "edit",         "preferences", "keys"};

/// Where an entry stands while nothing is typed; the least first.
std::size_t placeUntyped(const PaletteEntry& entry, const std::vector<std::string>& recent) {
  const auto used = std::find(recent.begin(), recent.end(), entry.line);
  if (used != recent.end()) return static_cast<std::size_t>(used - recent.begin());
  if (entry.isChoice) return recent.size() + kCommon.size() + 1;
  const std::string_view name = std::string_view(entry.line).substr(0, entry.line.find(' '));
  return recent.size() + static_cast<std::size_t>(std::find(kCommon.begin(), kCommon.end(), name) - kCommon.begin());
}

}  // namespace

bool runsBare(const edit::Command& command) {
  return command.usage.empty() || command.usage[0] == '[' || !command.chordArguments.empty();
}

std::string firstChord(const edit::Command& command) {
  return command.chords.substr(0, command.chords.find(' '));
}

std::vector<std::string> orderedGroups(const edit::CommandTable& table) {
  const auto isThere = [&](std::string_view group) {
    return std::any_of(table.commands().begin(), table.commands().end(),
                       [&](const edit::Command& command) { return command.group == group; });
  };
  std::vector<std::string> groups;
  for (const std::string_view group : kGroups) {
    if (isThere(group)) groups.emplace_back(group);
  }
  for (const edit::Command& command : table.commands()) {
    if (command.group.empty() || command.group == kLast) continue;
    if (std::find(groups.begin(), groups.end(), command.group) == groups.end()) groups.push_back(command.group);
  }
  if (isThere(kLast)) groups.emplace_back(kLast);
  return groups;
}

std::vector<PaletteEntry> paletteEntries(const edit::CommandTable& table) {
  std::vector<PaletteEntry> entries;
  for (const edit::Command& command : table.commands()) {
    if (!command.inPalette) continue;
    PaletteEntry entry;
    entry.detail = command.group;
    entry.isPossible = !command.isPossible || command.isPossible();
    std::vector<edit::Command::Choice> choices;
    if (command.choices) choices = command.choices();
    if (choices.empty() || !command.chordArguments.empty() || runsBare(command)) {
      entry.title = command.title;
      entry.chords = command.chords;
      entry.wantsText = !runsBare(command);
      entry.usage = command.usage;
      entry.line = entry.wantsText ? command.name + " " : edit::bareLine(command);
      entry.folded = foldedText(command.title + '\n' + command.name + '\n' + command.group);
      entries.push_back(entry);
    }
    for (edit::Command::Choice& choice : choices) {
      const std::string line = command.name + (choice.arguments.empty() ? "" : " " + choice.arguments);
      if (line == entry.line) continue;
      PaletteEntry chosen;
      chosen.detail = entry.detail;
      chosen.isPossible = entry.isPossible;
      chosen.isChoice = true;
      chosen.folded = foldedText(choice.title + '\n' + line);
      chosen.title = std::move(choice.title);
      chosen.line = line;
      entries.push_back(std::move(chosen));
    }
  }
  return entries;
}

std::vector<std::size_t> rankedEntries(const std::vector<PaletteEntry>& entries, std::string_view text,
                                       const std::vector<std::string>& recent) {
  const std::string wanted = foldedText(text);
  if (wanted.find_first_not_of(' ') == std::string::npos) {
    std::vector<std::pair<std::size_t, std::size_t>> placed;
    for (std::size_t i = 0; i < entries.size(); ++i) placed.emplace_back(placeUntyped(entries[i], recent), i);
    std::sort(placed.begin(), placed.end());
    std::vector<std::size_t> all;
    all.reserve(placed.size());
    for (const auto& [place, index] : placed) all.push_back(index);
    return all;
  }
  std::vector<std::pair<int, std::size_t>> scored;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto score = commandScore(wanted, entries[i].folded);
    if (score) scored.emplace_back(*score, i);
  }
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> ranked;
  ranked.reserve(scored.size());
  for (const auto& [score, index] : scored) ranked.push_back(index);
  return ranked;
}

}  // namespace cordon::ui
