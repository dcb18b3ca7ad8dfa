#pragma once

#include <string>

namespace cordon::render {

/// What an entry of RegionRings is, as the first number of its style; shaders/globe.frag reads the same.
namespace ring_flags {
inline constexpr int kInner = 1;          ///< this entry cuts a hole into the ring before it
inline constexpr int kSector = 2;         ///< limited to the azimuths between two half planes
inline constexpr int kWideSector = 4;     ///< that hold one or the other, not both
inline constexpr int kLine = 8;           ///< draws its outline
inline constexpr int kGroupEnd = 16;      ///< the last entry of its fill group
inline constexpr int kFar = 32;           ///< inside is where the distance is greater
inline constexpr int kUnionLine = 64;     ///< the group's outline is drawn instead of each ring's
inline constexpr int kNoFill = 128;       ///< does not tint
inline constexpr int kHoleFollows = 256;  ///< the next entry completes this ring
inline constexpr int kFull = 512;         ///< the whole region lies inside: nothing to test
}  // namespace ring_flags

/// The flags and RegionRings' sizes as constants of a shader, one a line.
std::string ringConstantsText();

}  // namespace cordon::render
