#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// What the program is, and where its data comes from; while InterfaceState::showsAbout.
void drawAbout(const Panel& panel);

}  // namespace cordon::ui
