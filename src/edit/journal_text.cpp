#include "edit/journal_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "base/fingerprint.h"

namespace cordon::edit {

namespace {

constexpr std::string_view kBaseWord = "cordon-journal-1";
constexpr std::size_t kDigits = 16;
constexpr std::array<std::pair<JournalMove, std::string_view>, 3> kMoveWords{
    {{JournalMove::Do, "do"}, {JournalMove::Undo, "undo"}, {JournalMove::Redo, "redo"}}};
constexpr std::array<std::pair<char, char>, 4> kEscapes{{{'\\', '\\'}, {'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}}};

void appendField(std::string_view field, std::string& line) {
  line += '\t';
  while (!field.empty()) {
    const std::size_t plain = std::min(field.find_first_of("\\\t\n\r"), field.size());
    line += field.substr(0, plain);
    field.remove_prefix(plain);
    if (field.empty()) return;
    for (const auto& [byte, letter] : kEscapes) {
      if (field.front() == byte) line.append({'\\', letter});
    }
    field.remove_prefix(1);
  }
}

std::optional<std::string> readField(std::string_view field) {
  std::string text;
  text.reserve(field.size());
  while (!field.empty()) {
    const std::size_t plain = std::min(field.find('\\'), field.size());
    text += field.substr(0, plain);
    field.remove_prefix(plain);
    if (field.empty()) break;
    if (field.size() < 2) return std::nullopt;
    const std::size_t before = text.size();
    for (const auto& [byte, letter] : kEscapes) {
      if (field[1] == letter) text += byte;
    }
    if (text.size() == before) return std::nullopt;
    field.remove_prefix(2);
  }
  return text;
}

std::string lineOf(std::initializer_list<std::string_view> fields, std::uint64_t& chain) {
  std::string body;
  for (const std::string_view field : fields) appendField(field, body);
  chain = fingerprint(body, chain);
  return fingerprintText(chain) + body + '\n';
}

/// The fields of a line without its line feed; nothing where it does not continue the chain.
std::optional<std::vector<std::string>> fieldsOf(std::string_view line, std::uint64_t& chain) {
  constexpr std::size_t kMostFields = 6;
  if (line.size() <= kDigits || line[kDigits] != '\t') return std::nullopt;
  std::string_view body = line.substr(kDigits);
  const std::uint64_t next = fingerprint(body, chain);
  if (line.substr(0, kDigits) != fingerprintText(next)) return std::nullopt;
  std::vector<std::string> fields;
  while (!body.empty()) {
    body.remove_prefix(1);
    const std::size_t end = std::min(body.find('\t'), body.size());
    auto field = readField(body.substr(0, end));
    if (!field || fields.size() == kMostFields) return std::nullopt;
    fields.push_back(std::move(*field));
    body.remove_prefix(end);
  }
  chain = next;
  return fields;
}

template <typename Number>
std::optional<Number> readNumber(const std::string& text, int radix) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, radix);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool readBase(std::vector<std::string> fields, JournalContent& content) {
  if (fields.size() != 6 || fields[0] != kBaseWord) return false;
  const auto begun = readNumber<UnixMilliseconds>(fields[1], 10);
  const auto saved = readNumber<std::uint64_t>(fields[4], 16);
  if (!begun || !saved) return false;
  content.begun = *begun;
  content.base = {fields[2], std::move(fields[3]), std::move(fields[5]), *saved};
  return true;
}

std::optional<JournalEntry> readEntry(std::vector<std::string> fields) {
  if (fields.size() != 4) return std::nullopt;
  const auto when = readNumber<UnixMilliseconds>(fields[1], 10);
  if (!when) return std::nullopt;
  for (const auto& [move, word] : kMoveWords) {
    if (fields[0] == word) return JournalEntry{move, std::move(fields[2]), std::move(fields[3]), *when};
  }
  return std::nullopt;
}

std::string_view wordOf(JournalMove move) {
  for (const auto& [known, word] : kMoveWords) {
    if (known == move) return word;
  }
  return {};
}

}  // namespace

std::string journalLine(const JournalBase& base, UnixMilliseconds begun, std::uint64_t& chain) {
  return lineOf({kBaseWord, std::to_string(begun), base.file.native(), base.name,
                 fingerprintText(base.savedFingerprint), base.text},
                chain);
}

std::string journalLine(const JournalEntry& entry, std::uint64_t& chain) {
  return lineOf({wordOf(entry.move), std::to_string(entry.when), entry.step, entry.payload}, chain);
}

std::optional<JournalContent> readJournal(std::string_view text) {
  JournalContent content;
  bool hasBase = false;
  while (content.soundBytes < text.size()) {
    const std::string_view rest = text.substr(content.soundBytes);
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) break;
    std::uint64_t chain = content.chain;
    auto fields = fieldsOf(rest.substr(0, end), chain);
    if (!fields) break;
    if (!hasBase) {
      if (!readBase(std::move(*fields), content)) break;
      hasBase = true;
    } else {
      auto entry = readEntry(std::move(*fields));
      if (!entry) break;
      content.entries.push_back(std::move(*entry));
    }
    content.chain = chain;
    content.soundBytes += end + 1;
  }
  if (!hasBase) return std::nullopt;
  return content;
}

}  // namespace cordon::edit
