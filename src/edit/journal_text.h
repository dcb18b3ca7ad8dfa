#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The text of a journal: a line for the scenario that it is about, then one for each step.
///
/// A line is 16 hexadecimal digits and fields, with a tab before each of them; backslash, tab, line feed and carriage
/// return in a field are written \\, \t, \n and \r. The digits are the fingerprint of the fields, begun with that of
/// the line before: a line that was cut off, changed or taken out makes all from there on unsound.
namespace cordon::edit {

/// Milliseconds since 1970-01-01 UTC.
using UnixMilliseconds = std::int64_t;

/// What a journal's steps are steps from.
struct JournalBase {
  std::filesystem::path file;          ///< where the scenario was read from or saved to; empty: nowhere yet
  std::string name;                    ///< for the user: "mine.geojson"
  std::string text;                    ///< the scenario before the first step, as JSON
  std::uint64_t savedFingerprint = 0;  ///< of the file's text when it was last read or written

  friend bool operator==(const JournalBase&, const JournalBase&) = default;
};

/// Which way a step went. The payload says in each case what was done to the document as it was then.
enum class JournalMove { Do, Undo, Redo };

/// One change of the document.
struct JournalEntry {
  JournalMove move = JournalMove::Do;
  std::string step;     ///< its name, as the history has it
  std::string payload;  ///< what the editor makes of it
  UnixMilliseconds when = 0;

  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// What is sound of a journal's text.
struct JournalContent {
  JournalBase base;
  UnixMilliseconds begun = 0;  ///< when the base was written
  std::vector<JournalEntry> entries;
  std::size_t soundBytes = 0;  ///< of the text; what comes after them is torn or damaged
  std::uint64_t chain = 0;     ///< the last sound line's fingerprint, which the next line continues
};

/// A line with its line feed. `chain`: the fingerprint of the line before, which becomes that of this one.
std::string journalLine(const JournalBase& base, UnixMilliseconds begun, std::uint64_t& chain);
std::string journalLine(const JournalEntry& entry, std::uint64_t& chain);

/// Reads a journal of any origin; nothing where not even its first line is sound.
std::optional<JournalContent> readJournal(std::string_view text);

}  // namespace cordon::edit
