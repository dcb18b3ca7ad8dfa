#include "scenario/date.h"

#include <gtest/gtest.h>

#include <limits>

namespace cordon::scenario {
namespace {

TEST(Date, ReadsWholeAndPartialDates) {
  for (const char* text : {"2016", "2016-11", "2016-11-18", "2016-02-29", "2000-02-29", "9999-12-31"}) {
    const auto date = Date::parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->toString(), text);
  }
}

TEST(Date, RefusesWhatTheCalendarDoesNotHave) {
  for (const char* text : {"", "16", "2016-13", "2016-00", "2016-02-30", "2017-02-29", "1900-02-29", "2016-11-00",
                           "2016-1-1", "2016/11/18", "18.11.2016", "2016-11-18T00:00:00Z", "0999", "-016", " 2016"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
}

TEST(Date, StandsForAllOfItsDays) {
  EXPECT_EQ(Date::parse("1970")->firstDay(), 0);
  EXPECT_EQ(Date::parse("1970")->lastDay(), 364);
  EXPECT_EQ(Date::parse("2016-02")->lastDay(), Date::parse("2016-02-29")->firstDay());
  EXPECT_EQ(Date::parse("2018-12-30")->firstDay(), 17895);
  EXPECT_EQ(Date::parse("2018-12-30")->lastDay(), 17895);
}

TEST(Date, ComesFromACountOfDays) {
  EXPECT_EQ(Date::fromDay(0).toString(), "1970-01-01");
  EXPECT_EQ(Date::fromDay(-1).toString(), "1969-12-31");
  // The day of a billion seconds, and a leap day, by `date -u -d @...`.
  EXPECT_EQ(Date::fromDay(11'574).toString(), "2001-09-09");
  EXPECT_EQ(Date::fromDay(11'016).toString(), "2000-02-29");
  EXPECT_EQ(Date::fromDay(17'895).toString(), "2018-12-30");
  // 1 March 1900 follows 28 February: the century is no leap year.
  EXPECT_EQ(Date::fromDay(Date::parse("1900-02-28")->firstDay() + 1).toString(), "1900-03-01");
}

TEST(Date, IsClampedToTheYearsThatItCanSay) {
  EXPECT_EQ(Date::fromDay(std::numeric_limits<int>::min()).toString(), "1000-01-01");
  EXPECT_EQ(Date::fromDay(std::numeric_limits<int>::max()).toString(), "9999-12-31");
  for (const int day : {-354'285, 2'932'896}) EXPECT_EQ(Date::fromDay(day).firstDay(), day);
  EXPECT_EQ(Date::fromDay(-354'286), Date::fromDay(-354'285));
  EXPECT_EQ(Date::fromDay(2'932'897), Date::fromDay(2'932'896));
}

TEST(Moment, ReadsDatesAndTimes) {
  EXPECT_EQ(Moment::parse("2018-05-07T14:30:05Z")->secondOfDayUtc, 14 * 3600 + 30 * 60 + 5);
  EXPECT_EQ(Moment::parse("2018-05-07T14:30Z")->toString(), "2018-05-07T14:30:00Z");
  EXPECT_EQ(Moment::parse("2018")->toString(), "2018");
  for (const char* text : {"2018-05-07T24:00Z", "2018-05-07T14:30", "2018-05-07 14:30Z", "2018-05-07T14:60Z"}) {
    EXPECT_FALSE(Moment::parse(text)) << text;
  }
}

}  // namespace
}  // namespace cordon::scenario
