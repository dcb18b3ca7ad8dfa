#pragma once

#include "typography/drawing.h"
#include "ui/panel.h"

namespace cordon::ui {

/// What stands over the map and is no part of it: highlights of what is selected and pointed at, the tooltip, the box
/// being drawn, the path being measured, the laser pointer, the navigation cluster and the date.
///
/// `room` is the map's place in the window, pixels. Returns whether another frame is wanted although nothing happens: a
/// trail fades, a tooltip is due.
bool drawMapDecorations(const Panel& panel, const typography::Rect& room);

/// What of the map's room they cover where it stands still, pixels of the map. `unit`: pixels of a unit of length.
/// Pure.
std::vector<typography::Rect> coveredByDecorations(const typography::Rect& room, double unit,
                                                   const MapDecorationState& state);

}  // namespace cordon::ui
