#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The control panel's column: sections for date, systems, sites, inspector, tools, layers and views, each of which
/// opens and closes.
void drawSidePanel(const Panel& panel, float left, float top, float width, float height);

}  // namespace cordon::ui
