#pragma once

#include <imgui.h>

#include "typography/drawing.h"
#include "ui/panel.h"

namespace cordon::ui {

/// Draws what can be taken hold of while the scenario is edited: the vertices of the selected lines, tracks and areas,
/// with a fainter knob in the middle of each leg, and, while something is dragged, the way that it has come.
void drawEditHandles(const Panel& panel, ImDrawList& list, const typography::Rect& room);

}  // namespace cordon::ui
