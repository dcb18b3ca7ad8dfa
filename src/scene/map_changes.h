#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "scenario/comparison.h"
#include "scenario/date.h"
#include "scenario/document.h"
#include "scene/render_model.h"

namespace cordon::scene {

/// What a scenario is compared with, and what differs: shown with the map, never saved.
struct MapChanges {
  std::string title;                                 ///< of what it is compared with: "mine.geojson", "1 January 2015"
  std::shared_ptr<const scenario::Document> before;  ///< never null
  std::optional<scenario::Date> dateBefore;          ///< of a comparison of dates; else the map's date holds for both
  scenario::Comparison comparison;
};

/// What became of a part as lists group it: what moved, or has another shape, is Moved whatever else changed.
ChangeKind changeKindOf(const scenario::Difference& difference);

/// How many of a comparison's parts became what.
std::size_t countOf(const scenario::Comparison& comparison, ChangeKind kind);

/// "1 added, 0 removed, 2 moved, 0 changed". Pure; any thread, as all above.
std::string countsText(const scenario::Comparison& comparison);

}  // namespace cordon::scene
