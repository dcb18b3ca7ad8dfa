#pragma once

#include "scene/palette.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// The contrast of two opaque colours after WCAG 2.1, from 1 to 21.
double contrast(const typography::Color& a, const typography::Color& b);

/// A palette's ink or its paper colour, whichever reads better on a ground.
typography::Color inkOrPaperOn(const typography::Color& ground, const Palette& colors);

/// The colour itself, or mixed with as much ink as it needs to read as small type on the palette's paper (4.5 at
/// least).
typography::Color readableOnPaper(const typography::Color& color, const Palette& colors);

}  // namespace cordon::scene
