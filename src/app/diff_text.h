#pragma once

#include <string>

#include "scenario/comparison.h"

namespace cordon::app {

/// What was compared, for the text's first lines.
struct ComparedNames {
  std::string before;
  std::string after;
};

/// A comparison for people: a line a part and a line a member, then a count. Empty where nothing differs. Control
/// characters of names and values are shown as spaces.
std::string textOf(const scenario::Comparison& comparison, const ComparedNames& names);

/// A comparison for programs: one JSON object (docs/command-line.md).
std::string jsonOf(const scenario::Comparison& comparison, const ComparedNames& names);

}  // namespace cordon::app
