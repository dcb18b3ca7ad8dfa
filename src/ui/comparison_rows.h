#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "geo/coordinate_format.h"
#include "scenario/comparison.h"
#include "scene/length_unit.h"
#include "scene/map_changes.h"

/// A comparison as a list of lines. Pure; any thread.
namespace cordon::ui {

/// A line of the list.
struct ComparisonRow {
  enum class Kind {
    Heading,  ///< of a group: "Moved", with how many there are
    Part,     ///< what differs
    Move,     ///< how far it moved, from where to where
    Member    ///< a member with another value
  };
  Kind kind = Kind::Heading;
  scene::ChangeKind group = scene::ChangeKind::New;  ///< of Heading
  std::size_t difference = 0;                        ///< index into the comparison's, but of Heading
  std::size_t member = 0;                            ///< of Member: index into the difference's
};

/// The lines of a comparison: what was added, removed, moved and changed, each group under its heading; none of an
/// empty group. Within a group in the comparison's order.
std::vector<ComparisonRow> comparisonRows(const scenario::Comparison& comparison);

/// How lines tell lengths and positions.
struct ComparisonForm {
  scene::LengthUnit unit = scene::LengthUnit::Kilometers;
  geo::CoordinateFormat coordinates = geo::CoordinateFormat::DecimalDegrees;
};

/// A line's text: "Added (2)", "Iturup", "42 km: 44.1800°N 145.9600°E → 44.5000°N 146.1000°E", "accuracy (km): 67 →
/// 25".
std::string rowText(const scenario::Comparison& comparison, const ComparisonRow& row, const ComparisonForm& form);

/// The commands that a click on a part gives, in order: they fly to where it is (what is gone: where it was) and select
/// it, if `isThere` (in the scenario). None of what has no place.
std::vector<std::string> linesToShow(const scenario::Difference& difference, bool isThere);

}  // namespace cordon::ui
