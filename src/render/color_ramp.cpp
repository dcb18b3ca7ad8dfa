#include "render/color_ramp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "mapdata/tile.h"

namespace cordon::render {

namespace {

struct Stop {
  double meters;
  std::array<double, 3> rgb;
};

// A pale shelf that deepens to slate blue; land in quiet paper greens and warm greys, so that the rings stay on top.
constexpr std::array<Stop, 9> kSea{{{-10000.0, {18, 40, 74}},
                                    {-7500.0, {24, 52, 92}},
                                    {-5500.0, {38, 78, 124}},
                                    {-4000.0, {56, 102, 148}},
                                    {-2500.0, {82, 131, 173}},
                                    {-1000.0, {120, 165, 197}},
                                    {-300.0, {158, 194, 216}},
                                    {-80.0, {184, 212, 227}},
                                    {0.0, {203, 225, 234}}}};
constexpr std::array<Stop, 7> kLand{{{0.0, {211, 217, 200}},
                                     {150.0, {215, 218, 199}},
                                     {500.0, {218, 214, 196}},
                                     {1100.0, {211, 202, 183}},
                                     {1900.0, {202, 190, 173}},
                                     {3000.0, {224, 218, 211}},
                                     {4500.0, {247, 246, 244}}}};

template <std::size_t N>
std::array<double, 3> interpolate(const std::array<Stop, N>& stops, double meters) {
  if (meters <= stops.front().meters) return stops.front().rgb;
  for (std::size_t i = 1; i < N; ++i) {
    if (meters > stops[i].meters) continue;
    const double t = (meters - stops[i - 1].meters) / (stops[i].meters - stops[i - 1].meters);
    std::array<double, 3> rgb{};
    for (std::size_t c = 0; c < 3; ++c) rgb[c] = stops[i - 1].rgb[c] + t * (stops[i].rgb[c] - stops[i - 1].rgb[c]);
    return rgb;
  }
  return stops.back().rgb;
}

}  // namespace

std::vector<std::uint8_t> colorRampRgba() {
  std::vector<std::uint8_t> ramp;
  ramp.reserve(1024);
  for (int code = 0; code < 256; ++code) {
    const double meters = mapdata::decodeMeters(code);
    const std::array<double, 3> rgb = code <= mapdata::kSeaTop ? interpolate(kSea, meters) : interpolate(kLand, meters);
    for (const double c : rgb) ramp.push_back(static_cast<std::uint8_t>(std::lround(c)));
    ramp.push_back(255);
  }
  return ramp;
}

}  // namespace cordon::render
