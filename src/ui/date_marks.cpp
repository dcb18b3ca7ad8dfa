#include "ui/date_marks.h"

#include <algorithm>
#include <cmath>

namespace cordon::ui {

double shareOfSpan(const scenario::DaySpan& span, int day) {
  if (span.lastDay <= span.firstDay) return 0.0;
  const double share = (static_cast<double>(day) - span.firstDay) / (static_cast<double>(span.lastDay) - span.firstDay);
  return std::clamp(share, 0.0, 1.0);
}

int dayAtShare(const scenario::DaySpan& span, double share) {
  const double days = static_cast<double>(span.lastDay) - span.firstDay;
  return span.firstDay + static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * std::max(days, 0.0)));
}

std::vector<DateTick> dateTicks(const std::vector<scenario::TimelineEvent>& timeline, const scenario::DaySpan& span,
                                double widthPixels, double leastGapPixels) {
  std::vector<DateTick> ticks;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    const int day = timeline[i].date.firstDay();
    if (day < span.firstDay || day > span.lastDay) continue;
    const double x = shareOfSpan(span, day) * widthPixels;
    if (!ticks.empty() && x - ticks.back().xPixels < leastGapPixels) {
      ++ticks.back().count;
    } else {
      ticks.push_back({x, i, 1});
    }
  }
  return ticks;
}

EventRange eventsNear(const std::vector<scenario::TimelineEvent>& timeline, int day, std::size_t before,
                      std::size_t after) {
  const auto next =
      std::upper_bound(timeline.begin(), timeline.end(), day,
                       [](int value, const scenario::TimelineEvent& event) { return value < event.date.firstDay(); });
  const auto begun = static_cast<std::size_t>(next - timeline.begin());
  const std::size_t count = std::min(before + after, timeline.size());
  const std::size_t wanted = begun > before ? begun - before : 0;
  return {std::min(wanted, timeline.size() - count), count};
}

std::string isoDay(int day) {
  return scenario::Date::fromDay(day).toString();
}

}  // namespace cordon::ui
