#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edit/workspace.h"
#include "scene/length_unit.h"
#include "scene/picking.h"
#include "scene/render_model.h"

namespace cordon::ui {

/// What a tooltip over the map says.
struct TooltipText {
  std::string title;
  std::string secondTitle;           ///< the other toponym, "/ Etorofu"; may be empty
  std::vector<std::string> details;  ///< status by system with dates, distance from a ring's centre
  struct Row {
    std::string name;    ///< "Bastion ≥ 300 km, Kunashir"
    std::string margin;  ///< "45 km inside the rim"
    typography::Color color;
    bool first = false;  ///< what a click selects
  };
  std::vector<Row> rings;  ///< where several overlap; at most kMostRings
  std::size_t moreRings = 0;
  std::string hint;  ///< may be empty

  static constexpr std::size_t kMostRings = 8;
};

/// Puts what lies under the pointer into words, the first of `under` foremost; nothing where nothing is there or what
/// is there is no longer in the document.
///
/// `cursor` is the ground under the pointer: without it no distances are told. Pure.
std::optional<TooltipText> tooltipText(const scenario::Document& document, const scenario::Date& date,
                                       const scene::RenderModel& model, const std::vector<scene::Pick>& under,
                                       const std::optional<geo::LatLon>& cursor, const std::string& language,
                                       scene::LengthUnit unit);

/// A statement about a system on a day: "Bastion: deployed since 18 Nov 2016, last confirmed 22 Nov 2016". Says
/// nothing that was published only after the day.
std::string stateLine(const std::string& system, const scenario::SystemAssignment& assignment,
                      const scenario::Date& date);

/// How far inside or outside of a circle a place lies: "45 km inside the rim", "on the rim".
std::string marginText(double marginMeters, scene::LengthUnit unit);

}  // namespace cordon::ui
