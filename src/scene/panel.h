#pragma once

#include "scene/palette.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// What a panel holds, drawn from its own top left corner.
struct PanelContent {
  typography::Drawing drawing;
  /// Above it, what is true of one camera or one date alone.
  typography::Drawing live;
  double widthPixels = 0.0;
  double heightPixels = 0.0;

  bool empty() const { return heightPixels <= 0.0; }
};

/// Moves everything in a drawing.
void translate(typography::Drawing& drawing, typography::Point by);

/// Puts a content below another, with a rule between them.
void append(PanelContent& content, PanelContent below, double unit, const Palette& colors);

inline constexpr double kPanelPadding = 14.0;  ///< pixels of a picture 1080 high

/// The room a panel takes with its padding.
typography::Rect panelRect(const PanelContent& content, double unit);

/// Draws a sheet of paper and the content on it; returns what of it is live, in its place.
typography::Drawing drawPanel(typography::Drawing& drawing, PanelContent content, const typography::Rect& rect,
                              double unit, const Palette& colors);

}  // namespace cordon::scene
