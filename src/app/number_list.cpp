#include "app/number_list.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "app/messages.h"

namespace cordon::app {

namespace {

std::string expectedForm(const std::vector<NumberRule>& rules, std::size_t atLeast) {
  std::string form;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    form += fmt::format("{}{}{}", i >= atLeast ? "[" : "", i > 0 ? "," : "", rules[i].name);
  }
  return form + std::string(rules.size() - atLeast, ']');
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.push_back(text.substr(0, comma));
    text.remove_prefix(comma + 1);
  }
  parts.push_back(text);
  return parts;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<double> parseFinite(std::string_view text) {
  text = trimmed(text);
  // from_chars takes no plus sign, people do.
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

Result<std::vector<double>> parseNumbers(const std::string& option, std::string_view text,
                                         const std::vector<NumberRule>& rules, std::size_t atLeast) {
  using Numbers = Result<std::vector<double>>;
  const std::vector<std::string_view> parts = split(text);
  if (parts.size() < atLeast || parts.size() > rules.size()) {
    return Numbers::failure(
        plainError(fmt::format("{}: \"{}\" is not {}.", option, text, expectedForm(rules, atLeast))));
  }
  Diagnostics errors;
  std::vector<double> numbers;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const NumberRule& rule = rules[i];
    const std::optional<double> value = parseFinite(parts[i]);
    if (!value) {
      errors.push_back(plainError(fmt::format("{}: {} \"{}\" is not a number.", option, rule.name, parts[i])));
    } else if (*value < rule.min || *value > rule.max || (!rule.maxAllowed && *value >= rule.max) ||
               (rule.whole && *value != std::floor(*value))) {
      errors.push_back(plainError(fmt::format("{}: {} {} must be {}from {} {} {}.", option, rule.name, *value,
                                              rule.whole ? "a whole number " : "", rule.min,
                                              rule.maxAllowed ? "to" : "to less than", rule.max)));
    } else {
      numbers.push_back(*value);
    }
  }
  if (!errors.empty()) return Numbers::failure(errors);
  return numbers;
}

}  // namespace cordon::app
