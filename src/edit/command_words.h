#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edit/command_table.h"
#include "scene/words.h"

/// What all commands share: how they are made, read their words and answer wrong ones.
namespace cordon::edit {

/// What a command answers: nothing where it was carried out.
using Failure = std::optional<Diagnostic>;

/// The answer to a word that is none of those that there are: "There is no layer "sea"." with the nearest, or with all.
Diagnostic unknown(std::string_view what, std::string_view word, const std::vector<std::string>& known);

/// A finite number in [least, most], or, where `aboveLeast`, in (least, most].
struct NumberRange {
  double least = 0.0;
  double most = 0.0;
  bool aboveLeast = false;
};
Result<double> readNumber(std::string_view what, const std::string& word, NumberRange range);

/// The radius of a ring, written in kilometres: over 0, and as far as the antipode at most. Returns metres.
Result<double> readRingRadiusMeters(const std::string& word);

/// A whole number from 1 to `count`.
Result<std::size_t> readIndex(std::string_view what, const std::string& word, std::size_t count);

/// "on", "off", or "toggle" of what is now.
Result<bool> readSwitch(const std::string& word, bool now);
/// The same of the only argument; without one it toggles.
Result<bool> readSwitch(const Arguments& arguments, bool now);

/// A command without what only some have.
Command command(std::string name, std::string title, std::string usage, std::string group, std::string chords = {});

/// Adds a command that is run only with `least` to `most` arguments; any other number is answered with its usage.
void addCommand(CommandTable& table, Command added, std::size_t least, std::size_t most);

/// Adds a command that turns something on and off: "on|off|toggle"; its chord and its menu's entry toggle.
void addSwitch(CommandTable& table, Command added, std::string showTitle, std::string hideTitle,
               const std::function<bool()>& get, std::function<void(bool)> set);

/// Adds a command that takes one number, which its refusals call `what`.
void addNumber(CommandTable& table, Command added, std::string what, NumberRange range,
               std::function<void(double)> set);

/// One of the values that a command chooses among.
template <typename Value>
struct Option {
  std::string word;
  Value value;
  std::string title;  ///< in the palette
};

template <typename Value, typename Kept, std::size_t count>
std::vector<Option<Value>> optionsOf(const std::array<scene::Word<Kept>, count>& words) {
  std::vector<Option<Value>> options;
  for (const scene::Word<Kept>& word : words) {
    options.push_back({std::string(word.text), Value(word.value), std::string(word.title)});
  }
  return options;
}

/// Adds a command that chooses one of a few values; its usage is made from their words.
template <typename Value>
void addChoice(CommandTable& table, Command added, const std::vector<Option<Value>>& options,
               std::function<void(const Value&)> set) {
  std::vector<std::string> words;
  std::vector<Command::Choice> choices;
  for (const Option<Value>& option : options) {
    if (!added.usage.empty()) added.usage += '|';
    added.usage += option.word;
    words.push_back(option.word);
    choices.push_back({option.word, added.title + ": " + option.title});
  }
  added.choices = [choices = std::move(choices)] { return choices; };
  added.run = [name = added.name, options, words, set = std::move(set)](const Arguments& arguments) -> Failure {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option<Value>& option) { return option.word == arguments[0]; });
    if (found == options.end()) return unknown("value of " + name, arguments[0], words);
    set(found->value);
    return std::nullopt;
  };
  addCommand(table, std::move(added), 1, 1);
}

}  // namespace cordon::edit
