#pragma once

#include <optional>

#include "scene/palette.h"
#include "scene/render_model.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// Half a sign's height without its casing, and from one to the next of a site's signs, which stand in a row; pixels of
/// a picture 1080 pixels high.
inline constexpr double kSymbolRadius = 6.5;
inline constexpr double kSymbolStep = 16.5;

/// Draws a system's sign: the shape tells the system, its filling the status, so that it reads without colour.
///
/// Deployed: filled. Planned: outlined. Reported: outlined with a dot. Exercise: dashed outline. Withdrawn: grey
/// with a bar across. Hypothetical: outlined with a question mark. `radiusPixels` is half the sign's height, without
/// its casing; `unit` scales the lines.
void drawSymbol(typography::Drawing& drawing, const SiteSymbol::Part& part, typography::Point centre,
                double radiusPixels, double unit, const Palette& colors);

/// A sign that stands for many sites.
void drawCluster(typography::Drawing& drawing, typography::Point centre, double radiusPixels, int count, double unit,
                 const Palette& colors);

}  // namespace cordon::scene
