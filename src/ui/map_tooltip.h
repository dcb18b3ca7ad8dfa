#pragma once

#include <imgui.h>

#include "ui/panel.h"
#include "ui/rest_timer.h"

namespace cordon::ui {

/// Says what lies under the pointer once it rests there; nothing while anything is dragged or drawn. Returns whether
/// time alone will make it appear, so that another frame is wanted.
bool drawMapTooltip(const Panel& panel, ImDrawList& list, const typography::Rect& room, RestTimer& rest);

}  // namespace cordon::ui
