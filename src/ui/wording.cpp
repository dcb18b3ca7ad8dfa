#include "ui/wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "scene/model_text.h"
#include "scene/words.h"

namespace cordon::ui {

std::string rangeText(const scenario::RangeClaim& claim, scene::LengthUnit unit) {
  const std::string published = scene::claimText(claim);
  return unit == scene::LengthUnit::Kilometers ? published : scene::claimText(claim, unit) + " (" + published + ")";
}

std::string_view boundMeaning(scenario::Bound bound) {
  switch (bound) {
    case scenario::Bound::AtLeast:
      return "At least: the true range may be greater.";
    case scenario::Bound::AtMost:
      return "At most: the true range may be smaller.";
    case scenario::Bound::Span:
      return "A span: the true range depends on flight profile or load, or sources differ.";
    case scenario::Bound::Exact:
      break;
  }
  return "As published, without a bound.";
}

std::string_view roleText(scenario::Role role) {
  switch (role) {
    case scenario::Role::CoastalDefence:
      return "Coastal defence";
    case scenario::Role::AirDefence:
      return "Air defence";
    case scenario::Role::Ballistic:
      return "Ballistic missile";
    case scenario::Role::Naval:
      return "Naval";
    case scenario::Role::LandAttack:
      return "Land attack";
  }
  return {};
}

std::string_view statusTitle(scenario::Status status) {
  switch (status) {
    case scenario::Status::Deployed:
      return "Deployed";
    case scenario::Status::Planned:
      return "Planned";
    case scenario::Status::Reported:
      return "Reported";
    case scenario::Status::Exercise:
      return "Exercise";
    case scenario::Status::Withdrawn:
      return "Withdrawn";
    case scenario::Status::Hypothetical:
      return "Hypothetical";
  }
  return {};
}

std::string spanText(const std::optional<scenario::Date>& from, const std::optional<scenario::Date>& to) {
  if (from && to && *from == *to) return scene::shortDate(*from);
  if (from && to) return scene::shortDate(*from) + " – " + scene::shortDate(*to);
  if (from) return "since " + scene::shortDate(*from);
  if (to) return "until " + scene::shortDate(*to);
  return {};
}

std::string positionText(geo::LatLon position, geo::CoordinateFormat format) {
  switch (format) {
    case geo::CoordinateFormat::DecimalDegrees:
      return geo::formatCoordinates(position, format, 4);
    case geo::CoordinateFormat::DegreesMinutesSeconds:
      return geo::formatCoordinates(position, format, 1);
    case geo::CoordinateFormat::Mgrs:
      break;
  }
  return geo::formatCoordinates(position, format, 5);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string problemsText(const std::string& name, const Diagnostics& problems) {
  const auto errors = static_cast<std::size_t>(std::count_if(
      problems.begin(), problems.end(), [](const Diagnostic& problem) { return problem.severity == Severity::Error; }));
  if (errors == 0) return {};
  return fmt::format("{}: {}, the sound rest is shown", name, counted(errors, "problem", "problems"));
}

std::string languageTitle(const std::string& code) {
  for (const scene::Word<std::string_view>& word : scene::kLanguageWords) {
    if (word.value == code) return std::string(word.label);
  }
  return code;
}

std::string labelOf(std::string_view word) {
  std::string label(word);
  for (char& c : label) {
    if (c == '_' || c == '-') c = ' ';
  }
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

std::string positionArgument(geo::LatLon position) {
  return fmt::format("{:.6f},{:.6f}", position.latDegrees(), position.lonDegrees());
}

}  // namespace cordon::ui
