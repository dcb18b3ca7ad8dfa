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

/// A number of kilometres without needless decimals.
std::string kilometers(double km) {
  if (km >= 100.0 || km == std::round(km)) return fmt::format("{:.0f}", km);
  return fmt::format("{:.3g}", km);
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
  std::string published = kilometers(km);
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
  const double scale = std::pow(10.0, decimals);
  constexpr double kUnseen = 0.05;
  double steps = std::round(value * scale);
  if (rounding == Rounding::Down) steps = std::max(std::floor(value * scale + kUnseen), 1.0);
  if (rounding == Rounding::Up) steps = std::ceil(value * scale - kUnseen);
  return grouped(steps / scale, std::max(decimals, 0));
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
