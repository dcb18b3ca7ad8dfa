#include "mapdata/shading.h"

#include <algorithm>
#include <cmath>

namespace cordon::mapdata {

namespace {

// Both lights stand 45 degrees high, so that a facing slope s has the brightness (1 + s) / sqrt(1 + slope^2).
constexpr float kMainLight = 0.78F;         // azimuth 315
constexpr float kSecondLight = 0.22F;       // azimuth 255
constexpr float kMainEast = 0.70710678F;    // minus sine of the azimuth
constexpr float kMainNorth = -0.70710678F;  // minus cosine
constexpr float kSecondEast = 0.96592583F;
constexpr float kSecondNorth = 0.25881905F;

// Close to tanh, a tenth of its cost.
float compress(float x) {
  const float clamped = std::clamp(x, -3.0F, 3.0F);
  const float square = clamped * clamped;
  return clamped * (27.0F + square) / (27.0F + 9.0F * square);
}

}  // namespace

double shadeZFactor(double texelMeters) {
  return std::pow(std::max(texelMeters, 500.0) / 100.0, kShadeExponent);
}

std::uint8_t shadeCode(float eastSlope, float northSlope) {
  const float facing = kMainLight * (kMainEast * eastSlope + kMainNorth * northSlope) +
                       kSecondLight * (kSecondEast * eastSlope + kSecondNorth * northSlope);
  const float tilt = 1.0F / std::sqrt(1.0F + eastSlope * eastSlope + northSlope * northSlope);
  const float shade = (1.0F + facing) * tilt - 1.0F;
  return static_cast<std::uint8_t>(128.5F + 127.0F * compress(shade));
}

}  // namespace cordon::mapdata
