#pragma once

#include <imgui.h>

#include "ui/panel.h"

namespace cordon::ui {

/// The map's date in words on a small plate above the picture's foot, where neither the control panel nor the picture's
/// title shows it, and while it plays; larger in full screen and with large type.
void drawDateBanner(const Panel& panel, ImDrawList& list, const typography::Rect& room);

}  // namespace cordon::ui
