#pragma once

#include <string_view>

#include "scenario/json_patch_text.h"

namespace cordon::scenario {

/// Takes two JSON texts with a NUL byte between them; whether the first, patched, reads as the second, and stays as it
/// is where nothing changed. What is no pair of JSON texts only must not crash.
inline bool survivesPatch(std::string_view bytes) {
  const std::size_t end = bytes.find('\0');
  if (end == std::string_view::npos) return true;
  const std::string_view text = bytes.substr(0, end);
  const auto wanted = parseJson(bytes.substr(end + 1), "fuzz");
  if (!wanted) return true;
  const auto read = parseJson(patchedText(text, *wanted), "fuzz");
  if (!read.ok() || *read != *wanted) return false;
  const auto before = parseJson(text, "fuzz");
  return !before.ok() || patchedText(text, *before) == text;
}

}  // namespace cordon::scenario
