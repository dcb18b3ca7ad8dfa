#pragma once

#include "ui/panel.h"

namespace cordon::ui {

/// Every member of a feature, to be changed.
void editFeature(const Panel& panel, const scenario::Feature& feature);

}  // namespace cordon::ui
