#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Compass, zoom, tilt and home at the map's right edge, from `top` (window pixels) down. In a low window what comes
/// last is left out. Each button runs its command (north, zoom-in, zoom-out, tilt-up, tilt-down, reset-tilt, home) and
/// its tooltip tells the keys.
void drawNavigationCluster(const Panel& panel, const typography::Rect& room, float top);

}  // namespace cordon::ui
