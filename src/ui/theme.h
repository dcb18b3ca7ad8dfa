#pragma once

#include "edit/preferences.h"

struct ImGuiStyle;

namespace cordon::ui {

/// Sets the colours of a theme and all lengths for a scale (pixels a unit, over 0).
///
/// Text, and secondary text (the style's colour for what is disabled), reach a contrast of 4.5 to 1 on every surface
/// that text stands on.
void applyTheme(ImGuiStyle& style, edit::Theme theme, double pixelsAUnit);

}  // namespace cordon::ui
