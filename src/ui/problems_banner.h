#pragma once

#include <string>

#include "ui/panel.h"

namespace cordon::ui {

/// A strip at `top` of the map that says that parts of the file were left out, with a button to the messages and one
/// that puts it away for this file (`dismissed`: the text that was put away). Returns its height, 0 without one.
float drawProblemsBanner(const Panel& panel, const typography::Rect& room, float top, std::string& dismissed);

}  // namespace cordon::ui
