#pragma once

#include <cstdint>

namespace cordon::mapdata {

/// How much steeper than true the relief is drawn for shading at a texel size: slopes flatten as the ground is seen
/// from farther away, so the factor grows with the texel: (max(texelMeters, 500) / 100)^kShadeExponent. Below 500 m it
/// stays, because the relief itself has no finer slopes.
///
/// The same law lets a shader match neighbouring levels: the shade code's distance from 128 grows about in
/// proportion to the factor.
double shadeZFactor(double texelMeters);
inline constexpr double kShadeExponent = 0.55;

/// Weaker at sea than on land, so that the sea floor stays behind the coast.
inline constexpr float kSeaShadeShare = 0.45F;

/// The shade of a slope, 128 where flat, brighter where it faces the north-west; a second, weaker light from the
/// west-south-west keeps ridges visible that run along the first. Compressed, so it reaches neither 0 nor 255 abruptly.
///
/// `eastSlope` and `northSlope` are rises over runs, already multiplied by the z-factor.
std::uint8_t shadeCode(float eastSlope, float northSlope);

}  // namespace cordon::mapdata
