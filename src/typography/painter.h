#pragma once

#include "typography/drawing.h"
#include "typography/shaper.h"
#include "typography/typesetter.h"

namespace cordon::typography {

/// Paints a drawing by Cairo on a transparent picture; a picture without pixels is empty.
///
/// Private to typography.
Image paintDrawing(const Drawing& drawing, int widthPixels, int heightPixels, Shaper& shaper);

}  // namespace cordon::typography
