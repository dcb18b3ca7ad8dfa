#pragma once

#include "typography/drawing.h"
#include "ui/panel.h"

namespace cordon::ui {

/// What differs from what the scenario is compared with, in a window over the map's lower left corner (`room`: the
/// map's, window pixels). Closing it ends the comparison.
void drawComparisonWindow(const Panel& panel, const typography::Rect& room);

/// The dialog that asks for two dates; while InterfaceState::comparedDates says so.
void drawComparedDates(const Panel& panel);

}  // namespace cordon::ui
