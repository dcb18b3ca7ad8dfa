#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Whether anything was measured, asked about or laid on the map.
bool hasToolResults(const Panel& panel);

/// What to do with the tool in hand, and what the tools have found out.
void drawToolResults(const Panel& panel);

}  // namespace cordon::ui
