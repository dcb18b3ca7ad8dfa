#include "render/color_ramp.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "mapdata/tile.h"

namespace cordon::render {

namespace {

template <std::size_t N>
typography::Color interpolate(const std::array<scene::HeightTint, N>& tints, double meters) {
  if (meters <= tints.front().meters) return tints.front().color;
  for (std::size_t i = 1; i < N; ++i) {
    if (meters > tints[i].meters) continue;
    const double t = (meters - tints[i - 1].meters) / (tints[i].meters - tints[i - 1].meters);
    return scene::palette::mix(tints[i - 1].color, tints[i].color, t);
  }
  return tints.back().color;
}

}  // namespace

std::vector<std::uint8_t> colorRampRgba(const scene::GroundColors& colors) {
  std::vector<std::uint8_t> ramp;
  ramp.reserve(1024);
  for (int code = 0; code < 256; ++code) {
    const double meters = mapdata::decodeMeters(code);
    const typography::Color color =
        code <= mapdata::kSeaTop ? interpolate(colors.sea, meters) : interpolate(colors.land, meters);
    for (const double c : {color.red, color.green, color.blue})
      ramp.push_back(static_cast<std::uint8_t>(std::lround(255.0 * c)));
    ramp.push_back(255);
  }
  return ramp;
}

}  // namespace cordon::render
