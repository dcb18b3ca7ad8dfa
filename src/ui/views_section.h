#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Views: saved cameras with their pictures.
void drawViewsSection(const Panel& panel);

}  // namespace cordon::ui
