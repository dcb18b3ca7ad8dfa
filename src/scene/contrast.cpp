#include "scene/contrast.h"

#include <algorithm>
#include <cmath>

namespace cordon::scene {

namespace {

using typography::Color;

constexpr double kReadable = 4.5;

double luminance(const Color& color) {
  const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

double contrast(const Color& a, const Color& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Color inkOrPaperOn(const Color& ground, const Palette& colors) {
  return contrast(colors.ink, ground) > contrast(colors.symbolPaper, ground) ? colors.ink : colors.symbolPaper;
}

Color readableOnPaper(const Color& color, const Palette& colors) {
  for (double share = 0.0; share < 1.0; share += 0.1) {
    const Color mixed = palette::mix(color, colors.ink, share);
    if (contrast(mixed, colors.symbolPaper) >= kReadable) return mixed;
  }
  return colors.ink;
}

}  // namespace cordon::scene
