#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "journal_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (!cordon::edit::survivesJournal({reinterpret_cast<const char*>(data), size})) std::abort();
  return 0;
}
