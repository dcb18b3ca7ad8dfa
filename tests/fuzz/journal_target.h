#pragma once

#include <string>
#include <string_view>

#include "edit/journal_text.h"

namespace cordon::edit {

/// Reads a journal; whether what is sound of it is what would have been written.
inline bool survivesJournal(std::string_view text) {
  const auto content = readJournal(text);
  if (!content) return true;
  std::uint64_t chain = 0;
  std::string written = journalLine(content->base, content->begun, chain);
  for (const JournalEntry& entry : content->entries) written += journalLine(entry, chain);
  const auto again = readJournal(written);
  return again && again->base == content->base && again->entries == content->entries && again->chain == chain;
}

}  // namespace cordon::edit
