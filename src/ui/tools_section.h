#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Tools: what a click on the map does. What the tools find out stands in the panel's lower part.
void drawToolsSection(const Panel& panel);

}  // namespace cordon::ui
