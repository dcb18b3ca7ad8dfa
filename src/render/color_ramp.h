#pragma once

#include <cstdint>
#include <vector>

namespace cordon::render {

/// The relief's tints: 256 RGBA entries, one for each height code of mapdata/tile.h.
std::vector<std::uint8_t> colorRampRgba();

}  // namespace cordon::render
