#pragma once

#include "scene/page.h"
#include "scene/palette.h"
#include "scene/render_model.h"

/// The marks of a comparison: told apart by their shapes alone, in the palette's ink and grey, so that they are no
/// system's colours and read without colour.
namespace cordon::scene {

/// What was and is no more there: grey dashed lines and grey signs, with arrows from there to where it is now; below
/// all signs. Labels that find no room are left out. Takes the room of signs and labels.
void layoutWhatWas(Page& page, typography::Drawing& drawing, typography::Drawing& labels);

/// What is new (a band about the sign, and a plus) or changed (a tilde); of signs that stand for many, each once. Needs
/// the signs' places (Overlay::signs).
void layoutChangeBadges(Page& page, typography::Drawing& drawing);

/// A mark for the legend: from `left` over so many pixels, about the height `middle`.
void drawChangeSample(typography::Drawing& drawing, ChangeKind kind, typography::Point left, double widthPixels,
                      double unit, PaletteName palette);

}  // namespace cordon::scene
