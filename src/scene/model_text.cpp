#include "scene/model_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace cordon::scene {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string dateText(const scenario::Date& date, bool abbreviated, bool withDay) {
  if (!date.month()) return fmt::format("{}", date.year());
  std::string_view month = kMonths[static_cast<std::size_t>(*date.month() - 1)];
  if (abbreviated) month = month.substr(0, 3);
  if (!date.day() || !withDay) return fmt::format("{} {}", month, date.year());
  return fmt::format("{} {} {}", *date.day(), month, date.year());
}

const std::string* find(const std::map<std::string, std::string>& names, const std::string& language) {
  const auto found = names.find(language);
  return found == names.end() || found->second.empty() ? nullptr : &found->second;
}

}  // namespace

std::string systemName(const scenario::System& system, const std::string& language) {
  if (const std::string* name = find(system.names, language)) return *name;
  return system.name.empty() ? system.id : system.name;
}

std::string featureName(const scenario::Feature& feature, const std::string& language) {
  std::string name = chooseNames(feature.name, feature.names, {}, language, {}).first;
  return name.empty() ? feature.id : name;
}

std::string claimText(const scenario::RangeClaim& claim, LengthUnit unit) {
  switch (claim.bound) {
    case scenario::Bound::AtLeast:
      return "≥ " + claimedText(claim.minKm, unit, Rounding::Down);
    case scenario::Bound::AtMost:
      return "≤ " + claimedText(claim.maxKm, unit, Rounding::Up);
    case scenario::Bound::Span:
      return spanText(claim.minKm, claim.maxKm, unit);
    case scenario::Bound::Exact:
      break;
  }
  return claimedText(claim.maxKm, unit);
}

std::string spanText(double leastKm, double greatestKm, LengthUnit unit) {
  return claimedNumber(leastKm, unit, Rounding::Down) + "–" + claimedText(greatestKm, unit, Rounding::Up);
}

std::string longDate(const scenario::Date& date) {
  return dateText(date, false, true);
}

std::string shortDate(const scenario::Date& date) {
  return dateText(date, true, true);
}

std::string monthOf(const scenario::Date& date) {
  return dateText(date, true, false);
}

std::string citation(const scenario::Source& source) {
  std::string text = !source.publisher.empty() ? source.publisher : !source.title.empty() ? source.title : source.id;
  if (source.date) text += ", " + shortDate(*source.date);
  return text;
}

std::string shortCitation(const scenario::Source& source) {
  scenario::Source origin = source;
  origin.publisher = source.publisher.substr(0, source.publisher.find(", in "));
  return citation(origin);
}

Status toStatus(scenario::Status status) {
  switch (status) {
    case scenario::Status::Deployed:
      return Status::Deployed;
    case scenario::Status::Planned:
      return Status::Planned;
    case scenario::Status::Reported:
      return Status::Reported;
    case scenario::Status::Exercise:
      return Status::Exercise;
    case scenario::Status::Withdrawn:
      return Status::Withdrawn;
    case scenario::Status::Hypothetical:
      break;
  }
  return Status::Hypothetical;
}

std::string_view statusWord(Status status) {
  switch (status) {
    case Status::Deployed:
      return "deployed";
    case Status::Planned:
      return "planned";
    case Status::Reported:
      return "reported";
    case Status::Exercise:
      return "exercise";
    case Status::Withdrawn:
      return "withdrawn";
    case Status::Hypothetical:
      return "hypothetical";
  }
  return {};
}

std::string_view statusExplanation(Status status) {
  switch (status) {
    case Status::Deployed:
      return "Deployed";
    case Status::Planned:
      return "Planned";
    case Status::Reported:
      return "Reported, not confirmed";
    case Status::Exercise:
      return "Exercise";
    case Status::Withdrawn:
      return "Withdrawn";
    case Status::Hypothetical:
      return "Hypothetical: not named by the source";
  }
  return {};
}

NamePair chooseNames(const std::string& name, const std::map<std::string, std::string>& names,
                     const std::map<std::string, std::string>& altNames, const std::string& language,
                     const std::string& secondLanguage) {
  NamePair pair;
  const std::string* own = find(names, language);
  pair.first = own ? *own : name;
  if (pair.first.empty() && !names.empty()) pair.first = names.begin()->second;
  if (!altNames.empty()) {
    const std::string* other = find(altNames, language);
    if (!other) other = find(altNames, "en");
    if (!other) other = &altNames.begin()->second;
    if (!other->empty() && *other != pair.first) {
      pair.second = "/ " + *other;
      return pair;
    }
  }
  const std::string* second = find(names, secondLanguage);
  if (second && *second != pair.first) pair.second = *second;
  return pair;
}

typography::Color parseColor(std::string_view text, double alpha) {
  unsigned value = 0x808080;
  if (text.size() == 7 && text.front() == '#') {
    unsigned parsed = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), parsed, 16);
    if (error == std::errc() && end == text.data() + text.size()) value = parsed;
  }
  const auto channel = [value](unsigned shift) { return static_cast<double>((value >> shift) & 0xFFU) / 255.0; };
  return {channel(16), channel(8), channel(0), alpha};
}

SymbolShape parseSymbol(std::string_view word) {
  constexpr std::array shapes{SymbolShape::Circle,  SymbolShape::Square, SymbolShape::Diamond, SymbolShape::Triangle,
                              SymbolShape::Hexagon, SymbolShape::Star,   SymbolShape::Cross,   SymbolShape::Note};
  const std::vector<std::string>& words = scenario::symbolNames();
  const auto found = std::find(words.begin(), words.end(), word);
  const auto index = static_cast<std::size_t>(found - words.begin());
  return index < shapes.size() ? shapes[index] : SymbolShape::Circle;
}

}  // namespace cordon::scene
