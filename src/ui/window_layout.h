#pragma once

#include "edit/preferences.h"
#include "typography/drawing.h"

namespace cordon::ui {

/// How the window is parted, pixels; parts that have no room, or are not wanted, have no size.
struct WindowLayout {
  typography::Rect menuBar;
  typography::Rect map;
  typography::Rect panel;  ///< at the right of the map
  typography::Rect statusBar;
};

/// Parts a window. `pixelsAUnit`: of a unit of length; `barPixels`: the height of the menu bar and of the status bar.
///
/// The map keeps at least half of the width and, as long as the bars leave it, half of the height; a panel that would
/// be narrower than kLeastPanelUnits is left out. `bare`: the map alone. Pure.
WindowLayout layoutWindow(double width, double height, double pixelsAUnit, double barPixels,
                          const edit::Preferences& preferences, bool bare);

/// The share of the side panel's height that its lower part takes where the user has not chosen one.
///
/// A low panel, or one in large type, gives it more, so that a dozen lines of what is selected are read at once, as
/// long as the sections keep their date. `units`: the panel's height in units of length, over 0. Pure.
double detailsShare(double units, bool editing);

inline constexpr double kLeastPanelUnits = 160.0;

}  // namespace cordon::ui
