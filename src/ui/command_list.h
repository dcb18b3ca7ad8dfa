#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edit/command_table.h"

namespace cordon::ui {

/// One line of the command palette.
struct PaletteEntry {
  std::string title;   ///< "Layer: relief off"
  std::string detail;  ///< the group it stands in
  std::string chords;
  std::string line;        ///< what it runs
  std::string folded;      ///< title, group and name, to search in
  bool wantsText = false;  ///< `line` is to be completed with arguments: `usage` says which
  std::string usage;
  bool isPossible = true;
  bool isChoice = false;  ///< one of several ways to run its command
};

/// Every command and each of its choices, as they are now.
std::vector<PaletteEntry> paletteEntries(const edit::CommandTable& table);

/// Entries that fit a typed text, as indices, the best first. For an empty one all: those that run a line of `recent`
/// (the latest first), then what is often wanted, then the other commands, then the choices. 10 000 entries: some
/// milliseconds. Pure.
std::vector<std::size_t> rankedEntries(const std::vector<PaletteEntry>& entries, std::string_view text,
                                       const std::vector<std::string>& recent = {});

/// Whether a command can be run without anything typed: it needs no arguments, or its chord's serve.
bool runsBare(const edit::Command& command);

/// The first of a command's chords; empty where there is none.
std::string firstChord(const edit::Command& command);

/// Groups in the order in which menus show them, each once: those that are named here, then others as they come. Help
/// is the last.
std::vector<std::string> orderedGroups(const edit::CommandTable& table);

}  // namespace cordon::ui
