#pragma once

#include <imgui.h>

#include "ui/ground_curve.h"
#include "ui/panel.h"

namespace cordon::ui {

/// Draws what a click of the present tool would add, from the pointer's place on the ground: the next leg of a path
/// with its measures, a free ring, a bearing from the place asked about. Nothing while the pointer is not on the map.
void drawPathRubber(const Panel& panel, ImDrawList& list, const typography::Rect& room, CurveCache& curves);

}  // namespace cordon::ui
