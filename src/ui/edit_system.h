#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Every member of the system that InterfaceState::Editing names, with a warning where its colour is hard to tell from
/// another's.
void editSystem(const Panel& panel);

/// Below the list of systems: a new one, and one of the catalogue to copy.
void drawAddSystem(const Panel& panel);

}  // namespace cordon::ui
