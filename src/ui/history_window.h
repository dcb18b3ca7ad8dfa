#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The steps that can be undone and redone, the latest first; a click goes there. While InterfaceState::showsHistory.
void drawHistoryWindow(const Panel& panel);

}  // namespace cordon::ui
