#include "render/ring_flags.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "render/tile_rings.h"

namespace cordon::render {

std::string ringConstantsText() {
  using namespace ring_flags;
  std::string text = fmt::format("const float kInnerFillShare = {:.3f};\n", kInnerFillShare);
  for (const auto& [name, value] :
       {std::pair{"kMaxRings", RegionRings::kMaxEntries}, std::pair{"kVectorsPerRing", RegionRings::kVectorsPerEntry},
        std::pair{"kInner", kInner}, std::pair{"kSector", kSector}, std::pair{"kWideSector", kWideSector},
        std::pair{"kLine", kLine}, std::pair{"kGroupEnd", kGroupEnd}, std::pair{"kFar", kFar},
        std::pair{"kUnionLine", kUnionLine}, std::pair{"kNoFill", kNoFill}, std::pair{"kHoleFollows", kHoleFollows},
        std::pair{"kFull", kFull}}) {
    text += fmt::format("const int {} = {};\n", name, value);
  }
  return text;
}

}  // namespace cordon::render
