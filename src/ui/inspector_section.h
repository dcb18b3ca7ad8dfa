#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Everything known of what was selected last; something must be selected.
void drawInspector(const Panel& panel);

/// Scenario: what it is about, its problems and its sources.
void drawScenarioSection(const Panel& panel);

}  // namespace cordon::ui
