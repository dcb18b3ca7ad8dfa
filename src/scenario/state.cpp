#include "scenario/state.h"

#include <algorithm>

namespace cordon::scenario {

namespace {

std::optional<Date> lastDate(const SystemAssignment& assignment) {
  if (assignment.to) return assignment.to;
  if (assignment.status == Status::Exercise) return assignment.from;
  return std::nullopt;
}

bool isWithin(const std::optional<Date>& from, const std::optional<Date>& to, const Date& date) {
  const int day = date.lastDay();
  return (!from || from->firstDay() <= day) && (!to || day <= to->lastDay());
}

/// Whether a later statement takes the place of an earlier one about the same system.
bool replaces(Status later, Status earlier) {
  switch (later) {
    case Status::Deployed:
    case Status::Withdrawn:
      return true;
    case Status::Reported:
      return earlier != Status::Deployed;
    case Status::Exercise:
      return earlier != Status::Deployed && earlier != Status::Reported;
    case Status::Planned:
      return earlier == Status::Planned || earlier == Status::Withdrawn || earlier == Status::Hypothetical;
    case Status::Hypothetical:
      return earlier == Status::Hypothetical;
  }
  return true;
}

}  // namespace

bool isActive(const SystemAssignment& assignment, const Date& date) {
  return isWithin(assignment.from, lastDate(assignment), date);
}

bool isShown(const Feature& feature, const Date& date) {
  const auto& from = feature.from || feature.kind != FeatureKind::Note ? feature.from : feature.date;
  return isWithin(from, feature.to, date);
}

std::vector<const SystemAssignment*> stateAt(const Feature& site, const Date& date) {
  std::vector<const SystemAssignment*> state;
  if (!isShown(site, date)) return state;

  std::vector<const SystemAssignment*> active;
  for (const SystemAssignment& assignment : site.systems) {
    if (isActive(assignment, date)) active.push_back(&assignment);
  }
  std::stable_sort(active.begin(), active.end(), [](const SystemAssignment* a, const SystemAssignment* b) {
    if (!a->from || !b->from) return !a->from && b->from;
    return a->from->firstDay() < b->from->firstDay();
  });

  for (const SystemAssignment& named : site.systems) {
    const auto isSame = [&named](const SystemAssignment* a) { return a->systemId == named.systemId; };
    if (std::any_of(state.begin(), state.end(), isSame)) continue;
    const SystemAssignment* current = nullptr;
    for (const SystemAssignment* assignment : active) {
      if (isSame(assignment) && (!current || replaces(assignment->status, current->status))) current = assignment;
    }
    if (current) state.push_back(current);
  }
  return state;
}

}  // namespace cordon::scenario
