#include "scenario/timeline.h"

#include <algorithm>
#include <set>
#include <utility>

#include "scenario/words.h"

namespace cordon::scenario {

namespace {

std::string nameOf(const Document& document, const std::string& systemId) {
  const System* system = document.findSystem(systemId);
  return system == nullptr || system->name.empty() ? systemId : system->name;
}

std::string nameOf(const Feature& feature) {
  if (!feature.name.empty()) return feature.name;
  if (!feature.names.empty()) return feature.names.begin()->second;
  return feature.text.empty() ? feature.id : feature.text;
}

void add(std::vector<TimelineEvent>& events, const Feature& feature, const std::optional<Date>& date,
         std::string text) {
  if (date) events.push_back({*date, feature.id, std::move(text)});
}

std::optional<Date> lastDayOf(const std::optional<Date>& date) {
  return date ? std::optional(Date::fromDay(date->lastDay())) : std::nullopt;
}

void addFeature(std::vector<TimelineEvent>& events, const Document& document, const Feature& feature) {
  const std::string name = nameOf(feature);
  add(events, feature, feature.from, name + " begins");
  for (const SystemAssignment& assignment : feature.systems) {
    const std::string what =
        nameOf(document, assignment.systemId) + " " + std::string(toWord(assignment.status)) + ": " + name;
    add(events, feature, assignment.from, what);
    add(events, feature, lastDayOf(assignment.to), what + " ends");
  }
  if (feature.kind == FeatureKind::Note) add(events, feature, feature.date, name);
  if (!feature.times.empty()) {
    const auto byDay = [](const Moment& a, const Moment& b) { return a.date.firstDay() < b.date.firstDay(); };
    const auto [first, last] = std::minmax_element(feature.times.begin(), feature.times.end(), byDay);
    add(events, feature, first->date, name + " begins");
    add(events, feature, last->date, name + " ends");
  }
  add(events, feature, lastDayOf(feature.to), name + " ends");
}

/// Adds the events of one feature, each day and text once.
void addOnce(std::vector<TimelineEvent> ofFeature, std::vector<TimelineEvent>& events) {
  std::set<std::pair<int, std::string>> known;
  for (TimelineEvent& event : ofFeature) {
    const bool isNew = ofFeature.size() == 1 || known.emplace(event.date.firstDay(), event.text).second;
    if (isNew) events.push_back(std::move(event));
  }
}

}  // namespace

std::vector<TimelineEvent> timeline(const Document& document) {
  std::vector<TimelineEvent> events;
  for (const Feature& feature : document.features) {
    std::vector<TimelineEvent> ofFeature;
    addFeature(ofFeature, document, feature);
    addOnce(std::move(ofFeature), events);
  }
  std::stable_sort(events.begin(), events.end(), [](const TimelineEvent& a, const TimelineEvent& b) {
    return a.date.firstDay() < b.date.firstDay();
  });
  return events;
}

std::optional<DaySpan> daySpan(const Document& document) {
  return daySpan(document, timeline(document));
}

std::optional<DaySpan> daySpan(const Document& document, const std::vector<TimelineEvent>& events) {
  std::optional<int> first;
  std::optional<int> last;
  for (const TimelineEvent& event : events) {
    if (!first) first = event.date.firstDay();
    last = std::max(last.value_or(event.date.lastDay()), event.date.lastDay());
  }
  if (document.from) first = document.from->firstDay();
  if (document.to) last = document.to->lastDay();
  if (!first) first = last;
  if (!first) return std::nullopt;
  return DaySpan{*first, std::max(*first, last.value_or(*first))};
}

}  // namespace cordon::scenario
