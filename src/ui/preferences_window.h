#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// What a user chooses for every scenario; while InterfaceState::showsPreferences.
void drawPreferencesWindow(const Panel& panel);

}  // namespace cordon::ui
