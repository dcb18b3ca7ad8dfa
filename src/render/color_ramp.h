#pragma once

#include <cstdint>
#include <vector>

#include "scene/palette.h"

namespace cordon::render {

/// The relief's tints: 256 RGBA entries, one for each height code of mapdata/tile.h.
std::vector<std::uint8_t> colorRampRgba(const scene::GroundColors& colors);

}  // namespace cordon::render
