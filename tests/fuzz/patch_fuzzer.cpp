#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "patch_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!cordon::scenario::survivesPatch({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
