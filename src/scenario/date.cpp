#include "scenario/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace cordon::scenario {

namespace {

/// Reads exactly `text.size()` decimal digits.
std::optional<int> parseDigits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int lastDayOfMonth(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year{year},
                                 month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int daysSinceEpoch(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  return static_cast<int>(sys_days{date}.time_since_epoch().count());
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = parseDigits(text.substr(0, 4));
  if (!year || *year < 1000) return std::nullopt;
  if (text.size() == 4) return Date(*year, 0, 0);
  if (text[4] != '-') return std::nullopt;
  const auto month = parseDigits(text.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return Date(*year, *month, 0);
  if (text[7] != '-') return std::nullopt;
  const auto day = parseDigits(text.substr(8, 2));
  if (!day || *day < 1 || *day > lastDayOfMonth(*year, *month)) return std::nullopt;
  return Date(*year, *month, *day);
}

Date Date::fromDay(int daysSince1970) {
  using namespace std::chrono;
  const int day = std::clamp(daysSince1970, daysSinceEpoch(1000, 1, 1), daysSinceEpoch(9999, 12, 31));
  const year_month_day date{sys_days{days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int Date::firstDay() const {
  return daysSinceEpoch(year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_);
}

int Date::lastDay() const {
  const int month = month_ == 0 ? 12 : month_;
  return daysSinceEpoch(year_, month, day_ == 0 ? lastDayOfMonth(year_, month) : day_);
}

std::string Date::toString() const {
  if (month_ == 0) return fmt::format("{:04}", year_);
  if (day_ == 0) return fmt::format("{:04}-{:02}", year_, month_);
  return fmt::format("{:04}-{:02}-{:02}", year_, month_, day_);
}

std::optional<Moment> Moment::parse(std::string_view text) {
  const auto date = Date::parse(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() <= 10) return Moment{*date, std::nullopt};
  // The rest is "Thh:mmZ" or "Thh:mm:ssZ".
  const std::string_view time = text.substr(10);
  if ((time.size() != 7 && time.size() != 10) || time.front() != 'T' || time.back() != 'Z' || time[3] != ':') {
    return std::nullopt;
  }
  const auto hour = parseDigits(time.substr(1, 2));
  const auto minute = parseDigits(time.substr(4, 2));
  std::optional<int> second = 0;
  if (time.size() == 10) {
    if (time[6] != ':') return std::nullopt;
    second = parseDigits(time.substr(7, 2));
  }
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Moment{*date, *hour * 3600 + *minute * 60 + *second};
}

std::string Moment::toString() const {
  if (!secondOfDayUtc) return date.toString();
  const int s = *secondOfDayUtc;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date.toString(), s / 3600, s / 60 % 60, s % 60);
}

}  // namespace cordon::scenario
