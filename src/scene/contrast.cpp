#include "scene/contrast.h"

#include <algorithm>
#include <cmath>

#include "scene/palette.h"

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

Color inkOrPaperOn(const Color& ground) {
  return contrast(palette::kInk, ground) > contrast(palette::kSymbolPaper, ground) ? palette::kInk
                                                                                   : palette::kSymbolPaper;
}

Color darkenedFor(const Color& color, const Color& ground) {
  for (double share = 0.0; share < 1.0; share += 0.1) {
    const Color mixed = palette::mix(color, palette::kInk, share);
    if (contrast(mixed, ground) >= kReadable) return mixed;
  }
  return palette::kInk;
}

}  // namespace cordon::scene
