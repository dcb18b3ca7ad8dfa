#pragma once

#include <imgui.h>

#include "ui/ground_curve.h"
#include "ui/panel.h"

namespace cordon::ui {

/// Draws a glow about everything that is selected and about what is under the pointer: along rings, lines and outlines
/// (what is drawn beneath stays seen in its middle), round signs.
///
/// `origin` is the map's corner in the window. Of very many selected things the latest have one.
void drawHighlights(const Panel& panel, ImDrawList& list, ImVec2 origin, CurveCache& curves);

/// How far the drawn ground may lie above or below its height at the camera's target, metres: for GroundCurve::trace.
double reliefMeters(const ViewOfMap& view);

}  // namespace cordon::ui
