#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// How much of the panel's height (pixels) its lower part takes; 0 while there is nothing to show in it. Brings to the
/// front what has changed since the last frame: a selection, or what a tool found out.
float detailsHeight(const Panel& panel, float room);

/// The lower part: everything known of the selection, or the tool in hand with its results. Takes all that is left
/// below the cursor; its upper edge is dragged to share out the panel's height, which is `room`.
void drawDetailsPane(const Panel& panel, float room);

}  // namespace cordon::ui
