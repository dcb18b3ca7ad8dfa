#pragma once

#include <vector>

#include "scene/panel.h"
#include "scene/render_model.h"
#include "typography/typesetter.h"

namespace cordon::scene {

/// The explanation of what the picture shows, from the entries given, with the model's disclaimer below.
///
/// Where rings are shown and the model has no disclaimer, it says that a ring is a missile's reach.
/// Without `details` each entry has its name alone. The entries stand in `columns` (>= 1), each as wide as given. Empty
/// where there is nothing to explain.
PanelContent legendContent(const RenderModel& model, const std::vector<LegendEntry>& entries,
                           typography::Typesetter& typesetter, double widthPixels, double unit, bool details,
                           std::size_t columns = 1);

}  // namespace cordon::scene
