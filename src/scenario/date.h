#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cordon::scenario {

/// A calendar date of the Gregorian calendar as a source gives it: a year, a month or a day.
///
/// A partial date stands for all of its days: "2016-11" begins on 2016-11-01 and ends on 2016-11-30.
class Date {
 public:
  /// Parses "YYYY", "YYYY-MM" or "YYYY-MM-DD" with a year from 1000 to 9999; nothing for any other text
  /// and for days that the calendar does not have.
  static std::optional<Date> parse(std::string_view text);

  /// The day so many days after 1970-01-01; years before 1000 and after 9999 are clamped to the nearest day of these.
  static Date fromDay(int daysSince1970);

  /// The day 1970-01-01.
  Date() = default;

  int year() const { return year_; }
  std::optional<int> month() const { return month_ == 0 ? std::nullopt : std::optional<int>(month_); }
  std::optional<int> day() const { return day_ == 0 ? std::nullopt : std::optional<int>(day_); }

  /// Days since 1970-01-01 of the first and of the last day that the date stands for.
  int firstDay() const;
  int lastDay() const;

  /// The text that parse() reads, as precise as the date.
  std::string toString() const;

  friend bool operator==(const Date&, const Date&) = default;

 private:
  Date(int year, int month, int day) : year_(year), month_(month), day_(day) {}

  int year_ = 1970;
  int month_ = 1;
  int day_ = 1;
};

/// A date with the time of day where a source gives one.
struct Moment {
  Date date;
  std::optional<int> secondOfDayUtc;  ///< 0 to 86 399

  /// Parses a Date, or "YYYY-MM-DDThh:mmZ" or "YYYY-MM-DDThh:mm:ssZ"; nothing for any other text.
  static std::optional<Moment> parse(std::string_view text);
  std::string toString() const;

  friend bool operator==(const Moment&, const Moment&) = default;
};

}  // namespace cordon::scenario
