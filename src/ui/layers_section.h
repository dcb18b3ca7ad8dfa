#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Layers: what the map shows, its relief, the languages of its names, its colours.
void drawLayersSection(const Panel& panel);

}  // namespace cordon::ui
