#pragma once

#include <cmath>

namespace cordon::mapdata {

/// How much steeper than true the relief is drawn for shading at a texel size: slopes flatten as the ground is seen
/// from farther away, so the factor grows with the texel: (max(texelMeters, kFinestShadedTexelMeters) /
/// 100)^kShadeExponent. Below 500 m it stays, because the relief itself has no finer slopes.
///
/// The same law lets a shader match neighbouring levels: the shade code's distance from 128 grows about in
/// proportion to the factor.
double shadeZFactor(double texelMeters);
inline constexpr double kShadeExponent = 0.55;
inline constexpr double kFinestShadedTexelMeters = 500.0;

/// Weaker at sea than on land, so that the sea floor stays behind the coast.
inline constexpr float kSeaShadeShare = 0.45F;

/// The shade of a slope, not yet rounded down to its code: 128.5 where flat, brighter where it faces the north-west; a
/// second, weaker light from the west-south-west keeps ridges visible that run along the first. Compressed, so it
/// reaches neither 0 nor 255 abruptly; always within [1, 256).
///
/// `eastSlope` and `northSlope` are rises over runs, already multiplied by the z-factor. Inline, because a tile asks
/// for it 66 000 times in a loop that becomes vector code.
inline float shadeValue(float eastSlope, float northSlope) {
  // Both lights stand 45 degrees high, so that a facing slope s has the brightness (1 + s) / sqrt(1 + slope^2).
  constexpr float kMainLight = 0.78F;                                               // azimuth 315
  constexpr float kSecondLight = 0.22F;                                             // azimuth 255
  constexpr float kEast = kMainLight * 0.70710678F + kSecondLight * 0.96592583F;    // minus the azimuths' sines
  constexpr float kNorth = -kMainLight * 0.70710678F + kSecondLight * 0.25881905F;  // minus their cosines
  const float facing = kEast * eastSlope + kNorth * northSlope;
  const float tilt = 1.0F / std::sqrt(1.0F + eastSlope * eastSlope + northSlope * northSlope);
  float shade = (1.0F + facing) * tilt - 1.0F;
  // Close to tanh, a tenth of its cost.
  shade = shade < 3.0F ? shade : 3.0F;
  const float square = shade * shade;
  return 128.5F + 127.0F * shade * (27.0F + square) / (27.0F + 9.0F * square);
}

}  // namespace cordon::mapdata
