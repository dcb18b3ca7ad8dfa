#pragma once

#include <cstdint>
#include <vector>

namespace cordon::render {

/// The relief's tints: 256 RGBA entries, one for each height code of mapdata/tile.h.
std::vector<std::uint8_t> colorRampRgba();

/// How the contrast of slope shading follows the size of a pixel on the ground, as a power: between tiles of
/// different levels, which carry the contrast of their own texels, the shader evens it out.
inline constexpr double kShadeContrastExponent = 0.5;

}  // namespace cordon::render
