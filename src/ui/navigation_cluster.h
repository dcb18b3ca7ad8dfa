#pragma once

#include <optional>

#include "typography/drawing.h"
#include "ui/panel.h"

namespace cordon::ui {

/// Compass, zoom, tilt and home at the map's right edge, from `top` (window pixels) down. In a low window what comes
/// last is left out. Each button runs its command (north, zoom-in, zoom-out, tilt-up, tilt-down, reset-tilt, home) and
/// its tooltip tells the keys.
void drawNavigationCluster(const Panel& panel, const typography::Rect& room, double top);

/// The cluster's place in the window; nothing where it has no room. `unit`: pixels of a unit of length. Pure.
std::optional<typography::Rect> navigationClusterRect(const typography::Rect& room, double top, double unit);

}  // namespace cordon::ui
