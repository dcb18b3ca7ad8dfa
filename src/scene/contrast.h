#pragma once

#include "typography/drawing.h"

namespace cordon::scene {

/// The contrast of two opaque colours after WCAG 2.1, from 1 to 21.
double contrast(const typography::Color& a, const typography::Color& b);

/// The ink or the paper colour, whichever reads better on a ground.
typography::Color inkOrPaperOn(const typography::Color& ground);

/// The colour itself, or mixed with as much ink as it needs to read as small type on a light ground (4.5 at least).
typography::Color darkenedFor(const typography::Color& color, const typography::Color& ground);

}  // namespace cordon::scene
