#include "scene/length_unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace cordon::scene {

namespace {

constexpr int kSignificantDigits = 4;

void requireFinite(double value) {
  if (!std::isfinite(value)) throw std::invalid_argument("a quantity to be written must be finite");
}

/// A number to so many decimals without zeros at their end, its thousands parted by spaces.
std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  const bool isZero = text == "0";
  const std::size_t whole = std::min(text.find('.'), text.size());
  for (std::size_t at = whole; at > 3;) text.insert(at -= 3, 1, ' ');
  return value < 0.0 && !isZero ? "-" + text : text;
}

/// Rounds a number > 0 to so many decimals (negative: to tens and so on). What floating point adds to a whole number of
/// steps is none of it; and never nothing of something.
double roundedTo(double value, int decimals, Rounding rounding) {
  constexpr double kNoise = 1e-9;
  const double scale = std::pow(10.0, decimals);
  double steps = std::round(value * scale);
  if (rounding == Rounding::Down) steps = std::max(std::floor(value * scale * (1.0 + kNoise)), 1.0);
  if (rounding == Rounding::Up) steps = std::ceil(value * scale * (1.0 - kNoise));
  return steps / scale;
}

/// A number of kilometres without needless decimals.
std::string kilometers(double km, Rounding rounding) {
  if (km == std::round(km) || !(km > 0.0)) return fmt::format("{:.0f}", km);
  const int decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(km))));
  std::string text = fmt::format("{:.{}f}", roundedTo(km, decimals, rounding), decimals);
  if (decimals > 0) text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Decimals that give four significant digits, from none to `most`.
int decimalsFor(double value, int most) {
  if (value == 0.0) return 0;
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
  return std::clamp(kSignificantDigits - 1 - magnitude, 0, most);
}

struct Quantity {
  std::string number;
  std::string symbol;
};

Quantity lengthIn(double meters, LengthUnit unit) {
  requireFinite(meters);
  // What would round to 1000 m is 1 km.
  if (unit == LengthUnit::Kilometers && std::abs(meters) < 999.95) {
    return {grouped(meters, decimalsFor(meters, 2)), "m"};
  }
  const double value = meters / metersIn(unit);
  return {grouped(value, decimalsFor(value, 3)), symbolOf(unit)};
}

}  // namespace

double metersIn(LengthUnit unit) {
  switch (unit) {
    case LengthUnit::Kilometers:
      return 1000.0;
    case LengthUnit::NauticalMiles:
      return 1852.0;
    case LengthUnit::Miles:
      return 1609.344;
  }
  throw std::invalid_argument("no such unit of length");
}

std::string symbolOf(LengthUnit unit) {
  switch (unit) {
    case LengthUnit::Kilometers:
      return "km";
    case LengthUnit::NauticalMiles:
      return "nmi";
    case LengthUnit::Miles:
      return "mi";
  }
  throw std::invalid_argument("no such unit of length");
}

std::string lengthText(double meters, LengthUnit unit) {
  const Quantity length = lengthIn(meters, unit);
  return length.number + " " + length.symbol;
}

double roughMeters(double meters, LengthUnit unit, double uncertaintyMeters) {
  requireFinite(meters);
  requireFinite(uncertaintyMeters);
  const double unitMeters = metersIn(unit);
  double step = std::abs(meters) >= unitMeters ? 1.0 : 0.1;
  const double known = 0.1 * uncertaintyMeters / unitMeters;
  if (known > step) {
    const double power = std::pow(10.0, std::floor(std::log10(known)));
    const double first = known / power;
    step = power * (first >= 5.0 ? 5.0 : first >= 2.0 ? 2.0 : 1.0);
  }
  return std::round(meters / unitMeters / step) * step * unitMeters;
}

std::string lengthSpanText(double leastMeters, double greatestMeters, LengthUnit unit) {
  const Quantity least = lengthIn(leastMeters, unit);
  const Quantity greatest = lengthIn(greatestMeters, unit);
  std::string end = greatest.number + " " + greatest.symbol;
  const bool sameSymbol = least.symbol == greatest.symbol;
  if (sameSymbol && least.number == greatest.number) return end;
  // Nothing is nothing in every unit.
  return least.number + (sameSymbol || least.number == "0" ? "" : " " + least.symbol) + "–" + end;
}

std::string claimedNumber(double km, LengthUnit unit, Rounding rounding) {
  requireFinite(km);
  std::string published = kilometers(km, rounding);
  if (unit == LengthUnit::Kilometers || !(km > 0.0)) return published;
  const std::size_t point = std::min(published.find('.'), published.size());
  const std::size_t first = std::min(published.find_first_not_of("0."), published.size());
  const auto digits = static_cast<int>(std::count_if(published.begin() + static_cast<std::ptrdiff_t>(first),
                                                     published.end(), [](char c) { return c != '.'; }));
  const int decimalsOfClaim = point < published.size() ? static_cast<int>(published.size() - point - 1) : 0;
  const double value = km * 1000.0 / metersIn(unit);
  const int magnitude = static_cast<int>(std::floor(std::log10(value)));
  int decimals = std::min(digits - 1 - magnitude, decimalsOfClaim + (value < 10.0 ? 1 : 0));
  // Never nothing of something.
  decimals = std::max(decimals, -magnitude);
  return grouped(roundedTo(value, decimals, rounding), std::max(decimals, 0));
}

std::string claimedText(double km, LengthUnit unit, Rounding rounding) {
  return claimedNumber(km, unit, rounding) + " " + symbolOf(unit);
}

std::string areaText(double squareMeters, LengthUnit unit) {
  requireFinite(squareMeters);
  const double value = squareMeters / (metersIn(unit) * metersIn(unit));
  double rounded = value;
  if (value != 0.0) {
    const double step = std::pow(10.0, std::floor(std::log10(std::abs(value))) - (kSignificantDigits - 1));
    if (step > 1.0) rounded = std::round(value / step) * step;
  }
  return grouped(rounded, decimalsFor(value, 6)) + " " + symbolOf(unit) + "²";
}

std::string azimuthText(double radians) {
  requireFinite(radians);
  // In whole tenths, so that what rounds to 360.0 is 000.0.
  const double tenths = std::round(std::remainder(radians, 2.0 * std::numbers::pi) * 1800.0 / std::numbers::pi);
  return fmt::format("{:05.1f}°", (tenths < 0.0 ? tenths + 3600.0 : std::abs(tenths)) / 10.0);
}

}  // namespace cordon::scene
