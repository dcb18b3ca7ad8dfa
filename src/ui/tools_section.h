#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Tools: what a click on the map does, and what the tools have found out.
void drawToolsSection(const Panel& panel);

}  // namespace cordon::ui
