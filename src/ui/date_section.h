#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Date: the day shown, a slider over the scenario's span with its events, and the play of it.
void drawDateSection(const Panel& panel);

}  // namespace cordon::ui
