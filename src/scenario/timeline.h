#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/date.h"
#include "scenario/document.h"

namespace cordon::scenario {

/// A change of the map that a document dates.
struct TimelineEvent {
  Date date;  ///< of what ends: the last day on which it holds
  std::string featureId;
  std::string text;  ///< "Bastion deployed: Iturup"; in the document's own language

  friend bool operator==(const TimelineEvent&, const TimelineEvent&) = default;
};

/// Days since 1970-01-01 (Date::firstDay), the last included; lastDay >= firstDay.
struct DaySpan {
  int firstDay = 0;
  int lastDay = 0;

  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Every dated change that a document's map shows, by first day, else in the document's order.
///
/// Statements about sites with their ends, notes, tracks' first and last times, and features that appear and vanish.
/// Each day, feature and text once. Pure; any thread, as daySpan.
std::vector<TimelineEvent> timeline(const Document& document);

/// The time that a document is about: its own `from` and `to`, and where one is missing the first or last day that the
/// timeline's events stand for. A last day before the first counts as the first. Nothing where all are missing.
std::optional<DaySpan> daySpan(const Document& document);
/// The same, where the document's timeline() is known already.
std::optional<DaySpan> daySpan(const Document& document, const std::vector<TimelineEvent>& events);

}  // namespace cordon::scenario
