#include "ui/color_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cordon::ui {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
/// Linear sRGB to CIE XYZ, IEC 61966-2-1.
constexpr Matrix kToXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector kWhiteD65{0.95047, 1.0, 1.08883};

Vector times(const Matrix& matrix, const Vector& vector) {
  Vector product{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) product[i] += matrix[i][k] * vector[k];
  }
  return product;
}

double toLinear(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double fromLinear(double value) {
  const double clamped = std::clamp(value, 0.0, 1.0);
  return clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * std::pow(clamped, 1.0 / 2.4) - 0.055;
}

Vector linearOf(const Srgb& color) {
  return {toLinear(color.red), toLinear(color.green), toLinear(color.blue)};
}

Vector labOf(const Srgb& color) {
  Vector f = times(kToXyz, linearOf(color));
  for (std::size_t i = 0; i < 3; ++i) {
    const double share = f[i] / kWhiteD65[i];
    f[i] = share > 216.0 / 24389.0 ? std::cbrt(share) : (24389.0 / 27.0 * share + 16.0) / 116.0;
  }
  return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

}  // namespace

std::optional<Srgb> readColor(const std::string& text) {
  if (text.size() != 7 || text[0] != '#' || text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos) {
    return std::nullopt;
  }
  const unsigned long value = std::stoul(text.substr(1), nullptr, 16);
  const auto channel = [value](unsigned shift) { return static_cast<double>((value >> shift) & 0xFFU) / 255.0; };
  return Srgb{channel(16), channel(8), channel(0)};
}

std::string colorText(const Srgb& color) {
  const auto byte = [](double value) { return std::lround(std::clamp(value, 0.0, 1.0) * 255.0); };
  return fmt::format("#{:02x}{:02x}{:02x}", byte(color.red), byte(color.green), byte(color.blue));
}

Srgb seenBy(Eye eye, const Srgb& color) {
  if (eye == Eye::Usual) return color;
  const Matrix& matrix = eye == Eye::Protanopia ? kProtanopia : eye == Eye::Deuteranopia ? kDeuteranopia : kTritanopia;
  const Vector seen = times(matrix, linearOf(color));
  return {fromLinear(seen[0]), fromLinear(seen[1]), fromLinear(seen[2])};
}

double colorDifference(const Srgb& a, const Srgb& b) {
  const Vector first = labOf(a);
  const Vector second = labOf(b);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

std::vector<ColorClash> colorClashes(const std::vector<scenario::System>& systems, std::size_t of) {
  std::vector<ColorClash> clashes;
  const std::optional<Srgb> own = readColor(systems[of].color);
  for (std::size_t i = 0; own && i < systems.size(); ++i) {
    const std::optional<Srgb> other = readColor(systems[i].color);
    if (i == of || !other) continue;
    ColorClash worst{i, Eye::Usual, colorDifference(*own, *other)};
    for (const Eye eye : {Eye::Protanopia, Eye::Deuteranopia, Eye::Tritanopia}) {
      const double difference = colorDifference(seenBy(eye, *own), seenBy(eye, *other));
      // The usual eye's trouble is everyone's.
      const bool isCommon = worst.eye == Eye::Usual && worst.difference < kLeastColorDifference;
      if (!isCommon && difference < worst.difference) worst = {i, eye, difference};
    }
    if (worst.difference < kLeastColorDifference) clashes.push_back(worst);
  }
  return clashes;
}

std::string clashText(const ColorClash& clash, const std::string& otherName) {
  switch (clash.eye) {
    case Eye::Protanopia:
      return fmt::format("Hard to tell from {} for red-blind eyes (protanopia).", otherName);
    case Eye::Deuteranopia:
      return fmt::format("Hard to tell from {} for green-blind eyes (deuteranopia).", otherName);
    case Eye::Tritanopia:
      return fmt::format("Hard to tell from {} for blue-blind eyes (tritanopia).", otherName);
    case Eye::Usual:
      break;
  }
  return fmt::format("Hard to tell from {}.", otherName);
}

}  // namespace cordon::ui
