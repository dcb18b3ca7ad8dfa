#pragma once

#include <optional>

#include "scene/render_model.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// Draws a system's sign: the shape tells the system, its filling the status, so that it reads without colour.
///
/// Deployed: filled. Planned: outlined. Reported: outlined with a dot. Exercise: dashed outline. Withdrawn: grey
/// with a bar across. Hypothetical: outlined with a question mark. `radiusPixels` is half the sign's height, without
/// its casing; `unit` scales the lines.
void drawSymbol(typography::Drawing& drawing, const SiteSymbol::Part& part, typography::Point centre,
                double radiusPixels, double unit);

/// A sign that stands for many sites.
void drawCluster(typography::Drawing& drawing, typography::Point centre, double radiusPixels, int count, double unit);

}  // namespace cordon::scene
