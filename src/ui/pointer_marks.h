#pragma once

#include <imgui.h>

#include "ui/laser_trail.h"
#include "ui/panel.h"

namespace cordon::ui {

/// The box that is being drawn to select what it holds.
void drawDragBox(const Panel& panel, ImDrawList& list, ImVec2 origin);

/// The laser pointer's dot with its fading trail. Returns whether it goes on fading: another frame is wanted.
bool drawLaser(const Panel& panel, ImDrawList& list, ImVec2 origin, LaserTrail& trail);

}  // namespace cordon::ui
