#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// The scenario's own members and its sources, to be changed.
void editScenario(const Panel& panel);

}  // namespace cordon::ui
