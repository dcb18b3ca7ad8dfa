#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Systems: a row each with its sign, visibility and number of sites on the date; opened, which published range is
/// drawn, and how.
void drawSystemsSection(const Panel& panel);

}  // namespace cordon::ui
