#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The control panel's column: sections for date, systems, sites, tools, layers, views and the scenario, each of which
/// opens and closes, and below them the details of what is selected or was measured.
void drawSidePanel(const Panel& panel, float left, float top, float width, float height);

}  // namespace cordon::ui
