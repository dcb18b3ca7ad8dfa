#pragma once

#include "scene/camera.h"
#include "scene/length_unit.h"
#include "scene/panel.h"

namespace cordon::scene {

/// Kilometres above and nautical miles (or `below`, where it is miles) below one bar, true at the picture's middle, and
/// a north arrow beside it.
///
/// The caption says where the scale holds; a `compact` one has kilometres alone, without it. Empty where the picture's
/// middle is sky; the arrow is left out where north differs much over the picture (a pole or most of a hemisphere in
/// view).
PanelContent scaleContent(const Projector& projector, double widthPixels, double unit, const Palette& colors,
                          LengthUnit below = LengthUnit::NauticalMiles, bool compact = false);

/// The largest of 1, 2 or 5 times a power of ten that is not above a value > 0.
double roundLength(double value);

}  // namespace cordon::scene
