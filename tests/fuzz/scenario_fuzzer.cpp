#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "scenario_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto catalogue = cordon::scenario::loadCatalogue(CORDON_SOURCE_DIR "/assets").value();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!cordon::scenario::survivesRoundTrip(text, catalogue)) std::abort();
  return 0;
}
