#include "ui/window_layout.h"

#include <algorithm>
#include <cmath>

namespace cordon::ui {

WindowLayout layoutWindow(double width, double height, double pixelsAUnit, double barPixels,
                          const edit::Preferences& preferences, bool bare) {
  width = std::max(width, 0.0);
  height = std::max(height, 0.0);
  WindowLayout layout;
  double top = 0.0;
  double bottom = height;
  double right = width;
  if (!bare) {
    if (height >= 2.0 * barPixels) {
      layout.menuBar = {0.0, 0.0, width, barPixels};
      top = barPixels;
    }
    if (height >= 4.0 * barPixels) {
      bottom = height - barPixels;
      layout.statusBar = {0.0, bottom, width, barPixels};
    }
    const double panelWidth = std::floor(std::min(preferences.panelWidth * pixelsAUnit, 0.5 * width));
    if (preferences.panelOpen && panelWidth >= kLeastPanelUnits * pixelsAUnit) {
      right = width - panelWidth;
      layout.panel = {right, top, panelWidth, bottom - top};
    }
  }
  layout.map = {0.0, top, right, bottom - top};
  return layout;
}

double detailsShare(double units, bool editing) {
  constexpr double kReadingShare = 0.46;
  constexpr double kEditingShare = 0.64;
  constexpr double kWantedUnits = 305.0;    // a heading and a dozen lines
  constexpr double kSectionsUnits = 132.0;  // the date with its slider
  const double usual = editing ? kEditingShare : kReadingShare;
  return std::max(usual, std::min(kWantedUnits, units - kSectionsUnits) / units);
}

}  // namespace cordon::ui
