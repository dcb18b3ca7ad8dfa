#include "scene/map_changes.h"

#include <algorithm>

namespace cordon::scene {

ChangeKind changeKindOf(const scenario::Difference& difference) {
  switch (difference.kind) {
    case scenario::DifferenceKind::Added:
      return ChangeKind::New;
    case scenario::DifferenceKind::Removed:
      return ChangeKind::Gone;
    case scenario::DifferenceKind::Changed:
      break;
  }
  return difference.isMoved() ? ChangeKind::Moved : ChangeKind::Changed;
}

std::size_t countOf(const scenario::Comparison& comparison, ChangeKind kind) {
  return static_cast<std::size_t>(
      std::count_if(comparison.differences.begin(), comparison.differences.end(),
                    [kind](const scenario::Difference& each) { return changeKindOf(each) == kind; }));
}

std::string countsText(const scenario::Comparison& comparison) {
  const auto counted = [&](ChangeKind kind, const char* word) {
    return std::to_string(countOf(comparison, kind)) + " " + word;
  };
  return counted(ChangeKind::New, "added") + ", " + counted(ChangeKind::Gone, "removed") + ", " +
         counted(ChangeKind::Moved, "moved") + ", " + counted(ChangeKind::Changed, "changed");
}

}  // namespace cordon::scene
