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
    std::string margin;  ///< of a ring "45 km inside", else what it is: "site"
    std::optional<typography::Color> color;
    bool isTold = false;  ///< the one that the title tells of
  };
  std::vector<Row> rows;  ///< where several things lie over each other, in the order of clicks
  std::size_t rowsBefore = 0;
  std::size_t rowsAfter = 0;
  std::string hint;  ///< may be empty
};

/// What a tooltip is about.
struct TooltipSubject {
  const scenario::Document& document;
  const scenario::Date& date;
  const scene::RenderModel& model;
  const std::vector<scene::Pick>& under;     ///< the pointer
  const std::optional<geo::LatLon>& cursor;  ///< the ground under the pointer: without it no distances are told
  std::optional<std::size_t> turn;           ///< which of `under` the last click chose, where another chooses the next
  const std::string& language;
  scene::LengthUnit unit;
  double metersPerPixel = 0.0;  ///< of the map: nobody can point better
  std::size_t mostRows = 8;     ///< over 0
};

/// Puts what lies under the pointer into words: what the last click chose of it, or else what the next would choose.
///
/// Nothing where nothing is there, where it is no longer in the document, or where the pointer is merely inside of what
/// a reader's own tools laid there (scene::Pick::isBackground). Distances are rounded to what the sites' accuracy and
/// the pointer's allow (scene::roughMeters). Pure.
std::optional<TooltipText> tooltipText(const TooltipSubject& subject);

/// A statement about a system on a day: "Bastion: deployed since 18 Nov 2016, last confirmed 22 Nov 2016". Says
/// nothing that was published only after the day.
std::string stateLine(const std::string& system, const scenario::SystemAssignment& assignment,
                      const scenario::Date& date);

/// How far inside or outside of a circle a place lies, which is known to `uncertaintyMeters`: "45 km inside", "on the
/// rim" (scene::roughMeters).
std::string marginText(double marginMeters, scene::LengthUnit unit, double uncertaintyMeters);

}  // namespace cordon::ui
