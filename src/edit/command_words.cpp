#include "edit/command_words.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "geo/geodesic.h"
#include "scenario/suggestion.h"

namespace cordon::edit {

Diagnostic unknown(std::string_view what, std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t kMostNamed = 20;
  std::string message = fmt::format("There is no {} \"{}\".", what, word);
  if (known.empty()) return plainError(std::move(message), fmt::format("There is no {} at all.", what));
  const std::string near = scenario::nearest(word, known);
  if (!near.empty()) return plainError(std::move(message), fmt::format("Did you mean {}?", near));
  const std::size_t named = std::min(known.size(), kMostNamed);
  std::string mend =
      fmt::format("There is {}", fmt::join(known.begin(), known.begin() + static_cast<long>(named), ", "));
  if (named < known.size()) mend += fmt::format(" and {} more", known.size() - named);
  return plainError(std::move(message), mend + ".");
}

Result<double> readNumber(std::string_view what, const std::string& word, NumberRange range) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value)) {
    return Result<double>::failure(plainError(fmt::format("{}: \"{}\" is no number.", what, word)));
  }
  if (value < range.least || value > range.most || (range.aboveLeast && value == range.least)) {
    return Result<double>::failure(plainError(
        range.aboveLeast
            ? fmt::format("{}: {} is not more than {:.6g} and at most {:.6g}.", what, word, range.least, range.most)
            : fmt::format("{}: {} is not from {:.6g} to {:.6g}.", what, word, range.least, range.most)));
  }
  return value;
}

Result<double> readRingRadiusMeters(const std::string& word) {
  // A greater circle would come back.
  Result<double> km = readNumber("Radius in km", word, {0.0, geo::kFarthestMeters / 1000.0, true});
  if (km) *km *= 1000.0;
  return km;
}

Result<std::size_t> readIndex(std::string_view what, const std::string& word, std::size_t count) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < 1 || value > count) {
    return Result<std::size_t>::failure(plainError(
        fmt::format("There is no {} \"{}\".", what, word),
        count == 0 ? fmt::format("There is no {} at all.", what) : fmt::format("They count from 1 to {}.", count)));
  }
  return value;
}

Result<bool> readSwitch(const std::string& word, bool now) {
  if (word == "on") return true;
  if (word == "off") return false;
  if (word == "toggle") return !now;
  return Result<bool>::failure(plainError(fmt::format("\"{}\" is neither on, off nor toggle.", word)));
}

Result<bool> readSwitch(const Arguments& arguments, bool now) {
  return readSwitch(arguments.empty() ? "toggle" : arguments.front(), now);
}

Command command(std::string name, std::string title, std::string usage, std::string group, std::string chords) {
  Command made;
  made.name = std::move(name);
  made.title = std::move(title);
  made.usage = std::move(usage);
  made.group = std::move(group);
  made.chords = std::move(chords);
  return made;
}

void addCommand(CommandTable& table, Command added, std::size_t least, std::size_t most) {
  const std::string form = added.usage.empty() ? added.name : added.name + " " + added.usage;
  added.run = [form, least, most, inner = std::move(added.run)](const Arguments& arguments) -> Failure {
    if (arguments.size() < least || arguments.size() > most) {
      return plainError(
          fmt::format("{} {}.", arguments.size() < least ? "Something is missing after" : "Too much after",
                      form.substr(0, form.find(' '))),
          fmt::format("Write: {}", form));
    }
    return inner(arguments);
  };
  table.add(std::move(added));
}

void addSwitch(CommandTable& table, Command added, std::string showTitle, std::string hideTitle,
               const std::function<bool()>& get, std::function<void(bool)> set) {
  added.usage = "on|off|toggle";
  added.chordArguments = "toggle";
  added.isOn = get;
  added.choices = [get, showTitle = std::move(showTitle), hideTitle = std::move(hideTitle)] {
    return std::vector<Command::Choice>{{"toggle", get() ? hideTitle : showTitle}};
  };
  added.run = [get, set = std::move(set)](const Arguments& arguments) -> Failure {
    const Result<bool> on = readSwitch(arguments[0], get());
    if (!on) return on.diagnostics().front();
    set(*on);
    return std::nullopt;
  };
  addCommand(table, std::move(added), 1, 1);
}

void addNumber(CommandTable& table, Command added, std::string what, NumberRange range,
               std::function<void(double)> set) {
  added.run = [what = std::move(what), range, set = std::move(set)](const Arguments& arguments) -> Failure {
    const Result<double> number = readNumber(what, arguments[0], range);
    if (!number) return number.diagnostics().front();
    set(*number);
    return std::nullopt;
  };
  addCommand(table, std::move(added), 1, 1);
}

}  // namespace cordon::edit
