#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Inspector: everything known of what was selected last, or of the scenario.
void drawInspectorSection(const Panel& panel);

}  // namespace cordon::ui
