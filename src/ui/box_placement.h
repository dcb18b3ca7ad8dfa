#pragma once

#include <optional>

#include "typography/drawing.h"

namespace cordon::ui {

/// Where a box of a size may stand beside a thing: wholly within `bounds` and clear of the thing by `gap`.
///
/// Right of it and below where there is room, else left, below or above. Nothing where it fits on no side. Pure.
std::optional<typography::Rect> placeBeside(const typography::Rect& thing, double width, double height,
                                            const typography::Rect& bounds, double gap);

}  // namespace cordon::ui
