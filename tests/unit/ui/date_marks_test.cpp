#include "ui/date_marks.h"

#include <gtest/gtest.h>

namespace cordon::ui {
namespace {

using scenario::Date;
using scenario::DaySpan;
using scenario::TimelineEvent;

std::vector<TimelineEvent> eventsOn(const std::vector<int>& days) {
  std::vector<TimelineEvent> events;
  for (const int day : days) events.push_back({Date::fromDay(day), "site", "text"});
  return events;
}

TEST(ShareOfSpan, GoesFromFirstToLastDay) {
  const DaySpan span{100, 200};
  EXPECT_EQ(shareOfSpan(span, 100), 0.0);
  EXPECT_EQ(shareOfSpan(span, 150), 0.5);
  EXPECT_EQ(shareOfSpan(span, 200), 1.0);
  EXPECT_EQ(shareOfSpan(span, 99), 0.0);
  EXPECT_EQ(shareOfSpan(span, 300), 1.0);
  EXPECT_EQ(shareOfSpan({100, 100}, 100), 0.0);
}

TEST(DayAtShare, IsTheNearestDayWithinTheSpan) {
  const DaySpan span{-10, 10};
  for (int day = -10; day <= 10; ++day) EXPECT_EQ(dayAtShare(span, shareOfSpan(span, day)), day);
  EXPECT_EQ(dayAtShare(span, 0.51), 0);
  EXPECT_EQ(dayAtShare(span, -3.0), -10);
  EXPECT_EQ(dayAtShare(span, 7.0), 10);
}

TEST(DateTicks, JoinEventsThatAreTooNear) {
  const std::vector<DateTick> ticks = dateTicks(eventsOn({0, 1, 2, 50, 100}), {0, 100}, 100.0, 3.0);
  ASSERT_EQ(ticks.size(), 3U);
  EXPECT_EQ(ticks[0].first, 0U);
  EXPECT_EQ(ticks[0].count, 3U);
  EXPECT_EQ(ticks[1].first, 3U);
  EXPECT_DOUBLE_EQ(ticks[1].xPixels, 50.0);
  EXPECT_DOUBLE_EQ(ticks[2].xPixels, 100.0);
}

TEST(DateTicks, AreNeverNearerThanTheGap) {
  std::vector<int> days;
  for (int day = 0; day < 3650; ++day) days.push_back(day);
  const std::vector<DateTick> ticks = dateTicks(eventsOn(days), {0, 3649}, 300.0, 3.0);
  std::size_t count = 0;
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    if (i > 0) {
      EXPECT_GE(ticks[i].xPixels - ticks[i - 1].xPixels, 3.0);
    }
    count += ticks[i].count;
  }
  EXPECT_EQ(count, days.size());
  EXPECT_LE(ticks.size(), 101U);
}

TEST(DateTicks, LeaveOutWhatIsOutsideTheSpan) {
  const std::vector<DateTick> ticks = dateTicks(eventsOn({-5, 20, 101}), {0, 100}, 100.0, 3.0);
  ASSERT_EQ(ticks.size(), 1U);
  EXPECT_EQ(ticks[0].first, 1U);
}

TEST(EventsNear, AreTheLatestBeforeAndTheNext) {
  const auto events = eventsOn({10, 20, 30, 40, 50, 60});
  const EventRange range = eventsNear(events, 30, 2, 1);
  EXPECT_EQ(range.first, 1U);  // 20 and 30 have begun, 40 is next
  EXPECT_EQ(range.count, 3U);
}

TEST(EventsNear, FillUpWhereOneSideEnds) {
  const auto events = eventsOn({10, 20, 30, 40});
  EXPECT_EQ(eventsNear(events, 5, 2, 1).first, 0U);
  EXPECT_EQ(eventsNear(events, 5, 2, 1).count, 3U);
  EXPECT_EQ(eventsNear(events, 99, 1, 2).first, 1U);
  EXPECT_EQ(eventsNear(events, 99, 1, 2).count, 3U);
  EXPECT_EQ(eventsNear(events, 15, 5, 5).count, 4U);
  EXPECT_EQ(eventsNear({}, 15, 5, 5).count, 0U);
}

TEST(IsoDay, IsTheDayOfTheCalendar) {
  EXPECT_EQ(isoDay(0), "1970-01-01");
  EXPECT_EQ(isoDay(17895), "2018-12-30");  // date -u -d 2018-12-30 +%s / 86400
}

}  // namespace
}  // namespace cordon::ui
