#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "scenario/timeline.h"

namespace cordon::ui {

/// Where a day lies in a span, 0 at its first day and 1 at its last; outside it is clamped. 0 in a span of one day.
double shareOfSpan(const scenario::DaySpan& span, int day);

/// The day at a share of a span, to the nearest; outside 0 to 1 it is clamped.
int dayAtShare(const scenario::DaySpan& span, double share);

/// A stroke under the date slider that stands for one event or for several too near to tell apart.
struct DateTick {
  double xPixels = 0.0;   ///< of its first event, from the slider's left end
  std::size_t first = 0;  ///< index of its first event in the timeline
  std::size_t count = 1;  ///< of events, one after the other
};

/// The ticks of a timeline (sorted by day) on a slider: no two nearer than `leastGapPixels`; events outside the span
/// have none. Pure.
std::vector<DateTick> dateTicks(const std::vector<scenario::TimelineEvent>& timeline, const scenario::DaySpan& span,
                                double widthPixels, double leastGapPixels);

/// A stretch of the timeline.
struct EventRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The events about a day: the latest `before` that have begun by then and the next `after`; where one side has fewer,
/// the other has more. `timeline` is sorted by day.
EventRange eventsNear(const std::vector<scenario::TimelineEvent>& timeline, int day, std::size_t before,
                      std::size_t after);

/// The day as the command `date` takes it: "2018-12-30".
std::string isoDay(int day);

}  // namespace cordon::ui
