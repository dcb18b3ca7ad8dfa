#pragma once

#include <imgui.h>

#include <vector>

#include "typography/drawing.h"

namespace cordon::ui {

/// A place across a line and the colour there.
struct RibbonStop {
  float offsetPixels = 0.0F;  ///< from the line's middle, to its right where positive
  ImU32 color = 0;
};

/// Draws a line as a ribbon whose colour runs across it from stop to stop, in rising order of their offsets.
///
/// Unlike strokes upon strokes it is even everywhere, and a line beneath can show through its middle. Corners are
/// mitred within limits. `origin` is added to the points.
void drawRibbon(ImDrawList& list, const std::vector<typography::Point>& line, ImVec2 origin,
                const std::vector<RibbonStop>& stops);

}  // namespace cordon::ui
