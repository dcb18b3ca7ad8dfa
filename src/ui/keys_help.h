#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Every key by group, and what the mouse does over the map; while InterfaceState::showsKeys.
void drawKeysHelp(const Panel& panel);

}  // namespace cordon::ui
