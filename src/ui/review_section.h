#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// What a reviewer would ask the author, by topic; a click goes there.
void drawReviewSection(const Panel& panel);

}  // namespace cordon::ui
