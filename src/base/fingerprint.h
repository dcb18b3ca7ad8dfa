#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cordon {

/// 64 bits that tell texts apart (FNV-1a), by accident alike once in 10^19: not against somebody who wants them alike.
/// `seed`: the fingerprint of what went before, for a chain.
std::uint64_t fingerprint(std::string_view bytes, std::uint64_t seed = 0);

/// As 16 hexadecimal digits.
std::string fingerprintText(std::uint64_t fingerprint);

}  // namespace cordon
