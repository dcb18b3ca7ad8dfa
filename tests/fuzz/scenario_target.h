#pragma once

#include <string_view>

#include "scenario/io.h"

namespace cordon::scenario {

/// Reads a text; where that succeeds, whether the document is the same after a save and another read.
inline bool survivesRoundTrip(std::string_view text, const Catalogue& catalogue) {
  const auto document = readDocument(text, "fuzz", catalogue);
  if (!document) return hasErrors(document.diagnostics());
  const auto again = readDocument(writeDocument(*document), "fuzz", catalogue);
  return again.ok() && *again == *document;
}

}  // namespace cordon::scenario
