#include "edit/command_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <utility>

#include "scenario/suggestion.h"

namespace cordon::edit {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isBlank(char c) {
  return kBlanks.find(c) != std::string_view::npos;
}

bool sameLetters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

/// A key in its one form, or an empty text where there is no such key.
std::string normalizedKey(std::string_view key) {
  constexpr std::array<std::string_view, 14> names{"Space",  "Enter", "Escape", "Tab",    "Backspace",
                                                   "Delete", "Home",  "End",    "PageUp", "PageDown",
                                                   "Up",     "Down",  "Left",   "Right"};
  constexpr std::string_view signs = "+-=?/,.[]";
  if (key.size() == 1) {
    const auto c = static_cast<unsigned char>(key[0]);
    if (c < 0x80 && std::isalnum(c) != 0) return {static_cast<char>(std::toupper(c))};
    return signs.find(key[0]) == std::string_view::npos ? std::string() : std::string(key);
  }
  for (const std::string_view name : names) {
    if (sameLetters(key, name)) return std::string(name);
  }
  for (int i = 1; i <= 12; ++i) {
    std::string name = fmt::format("F{}", i);
    if (sameLetters(key, name)) return name;
  }
  return {};
}

}  // namespace

std::string bareLine(const Command& command) {
  return command.chordArguments.empty() ? command.name : command.name + " " + command.chordArguments;
}

Result<std::vector<std::string>> splitLine(std::string_view line) {
  using Words = Result<std::vector<std::string>>;
  std::vector<std::string> words;
  std::size_t i = 0;
  while (i < line.size()) {
    if (isBlank(line[i])) {
      ++i;
      continue;
    }
    std::string word;
    if (line[i] != '"') {
      const std::size_t end = std::min(line.find_first_of(kBlanks, i), line.size());
      words.emplace_back(line.substr(i, end - i));
      i = end;
      continue;
    }
    const std::size_t start = i++;
    while (i < line.size() && line[i] != '"') {
      const bool escapes = line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\');
      i += escapes ? 1 : 0;
      word += line[i++];
    }
    if (i == line.size()) {
      return Words::failure(plainError(fmt::format("The quote before {} is not closed.", line.substr(start + 1)),
                                       "Close it by \", and write \\\" for a quote within."));
    }
    ++i;
    if (i < line.size() && !isBlank(line[i])) {
      return Words::failure(plainError(fmt::format("After the quoted \"{}\" there is no space.", word),
                                       "Write \\\" for a quote within a quoted word."));
    }
    words.push_back(std::move(word));
  }
  return words;
}

std::string quoted(std::string_view word) {
  const bool isPlain = !word.empty() && word[0] != '"' && word.find_first_of(kBlanks) == std::string_view::npos;
  if (isPlain) return std::string(word);
  std::string text = "\"";
  for (const char c : word) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

Result<std::string> normalizedChord(std::string_view chord) {
  constexpr std::array<std::string_view, 3> modifiers{"Ctrl", "Alt", "Shift"};
  std::array<bool, 3> held{};
  std::string_view key = chord;
  // The key itself may be a plus sign.
  for (std::size_t plus = key.find('+'); plus != std::string_view::npos && plus + 1 < key.size();
       plus = key.find('+')) {
    const auto* modifier = std::find_if(modifiers.begin(), modifiers.end(),
                                        [&](std::string_view name) { return sameLetters(name, key.substr(0, plus)); });
    if (modifier == modifiers.end()) {
      return Result<std::string>::failure(
          plainError(fmt::format("\"{}\" in \"{}\" is no modifier.", key.substr(0, plus), chord),
                     "Modifiers are Ctrl, Alt and Shift."));
    }
    held[static_cast<std::size_t>(modifier - modifiers.begin())] = true;
    key.remove_prefix(plus + 1);
  }
  const std::string name = normalizedKey(key);
  if (name.empty()) {
    return Result<std::string>::failure(plainError(
        key == chord ? fmt::format("\"{}\" is no key.", key) : fmt::format("\"{}\" in \"{}\" is no key.", key, chord),
        "Keys are A to Z, 0 to 9, F1 to F12, Space, Enter, Escape, Tab, Backspace, Delete, Home, End, PageUp, "
        "PageDown, Up, Down, Left, Right, and + - = ? / , . [ ]."));
  }
  std::string text;
  for (std::size_t i = 0; i < modifiers.size(); ++i) {
    if (held[i]) text += fmt::format("{}+", modifiers[i]);
  }
  return text + name;
}

void CommandTable::add(Command command) {
  if (command.name.empty() || command.name.find_first_of(kBlanks) != std::string::npos || !command.run) {
    throw std::logic_error("CommandTable: a command has a name of one word, and does something");
  }
  if (find(command.name) != nullptr) throw std::logic_error("CommandTable: there is a command " + command.name);
  std::vector<std::string> chords;
  const Result<std::vector<std::string>> texts = splitLine(command.chords);
  for (const std::string& text : *texts) {
    const Result<std::string> chord = normalizedChord(text);
    if (!chord) throw std::logic_error(command.name + ": " + chord.diagnostics().front().message);
    if (byChord_.count(*chord) != 0 || std::find(chords.begin(), chords.end(), *chord) != chords.end()) {
      throw std::logic_error(fmt::format("CommandTable: the chord {} of {} is taken", *chord, command.name));
    }
    chords.push_back(*chord);
  }
  for (const std::string& chord : chords) byChord_.emplace(chord, commands_.size());
  command.chords = fmt::format("{}", fmt::join(chords, " "));
  byName_.emplace(command.name, commands_.size());
  commands_.push_back(std::move(command));
}

const Command* CommandTable::find(std::string_view name) const {
  const auto found = byName_.find(name);
  return found == byName_.end() ? nullptr : &commands_[found->second];
}

const Command* CommandTable::byChord(std::string_view chord) const {
  const auto found = byChord_.find(chord);
  return found == byChord_.end() ? nullptr : &commands_[found->second];
}

std::optional<Diagnostic> CommandTable::run(std::string_view line) const {
  Result<std::vector<std::string>> words = splitLine(line);
  if (!words) return words.diagnostics().front();
  if (words->empty()) return std::nullopt;
  const Command* command = find(words->front());
  if (command == nullptr) {
    std::vector<std::string> names;
    for (const Command& known : commands_) names.push_back(known.name);
    const std::string near = scenario::nearest(words->front(), names);
    return plainError(fmt::format("There is no command \"{}\".", words->front()),
                      near.empty() ? std::string() : fmt::format("Did you mean {}?", near));
  }
  return command->run(Arguments(words->begin() + 1, words->end()));
}

}  // namespace cordon::edit
