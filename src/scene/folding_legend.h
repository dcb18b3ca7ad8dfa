#pragma once

#include <vector>

#include "scene/page.h"

namespace cordon::scene {

/// Lays out a window's legend in `room`, pixels, with the scale below: under a title that folds it
/// (Overlay::legendTitle), clear of the sites in view as far as possible.
///
/// It stands in the first corner that is free. Where it would hide sites it loses its details, then the scale's second
/// unit, becomes smaller, stands in two columns, moves along an edge, and at last tells how many entries it leaves out.
/// Returns whether there was room.
bool layoutFoldingLegend(Page& page, typography::Drawing& drawing, const typography::Rect& room,
                         const std::vector<LegendEntry>& entries);

}  // namespace cordon::scene
