#include "ui/window_layout.h"

#include <gtest/gtest.h>

namespace cordon::ui {
namespace {

TEST(WindowLayout, PartsTheWholeWindow) {
  edit::Preferences preferences;
  preferences.panelWidth = 360.0;
  const WindowLayout layout = layoutWindow(1280.0, 720.0, 1.0, 28.0, preferences, false);
  EXPECT_EQ(layout.map.x, 0.0);
  EXPECT_EQ(layout.map.y, 28.0);
  EXPECT_EQ(layout.map.width, 920.0);
  EXPECT_EQ(layout.map.height, 720.0 - 56.0);
  EXPECT_EQ(layout.panel.x, 920.0);
  EXPECT_EQ(layout.panel.width, 360.0);
  EXPECT_EQ(layout.panel.height, layout.map.height);
  EXPECT_EQ(layout.statusBar.y, 692.0);
}

TEST(WindowLayout, LeavesTheMapHalfAndNoNegativeSizeInAnyWindow) {
  edit::Preferences preferences;
  for (const double panelWidth : {edit::kLeastPanelWidth, 360.0, edit::kMostPanelWidth}) {
    preferences.panelWidth = panelWidth;
    for (const double scale : {0.75, 1.0, 2.0, 5.0}) {
      for (const double width : {0.0, 1.0, 200.0, 640.0, 3840.0}) {
        for (const double height : {0.0, 1.0, 50.0, 100.0, 2160.0}) {
          for (const bool bare : {false, true}) {
            const WindowLayout layout = layoutWindow(width, height, scale, 29.0 * scale, preferences, bare);
            EXPECT_GE(layout.map.width, 0.5 * width);
            EXPECT_GE(layout.map.height, 0.5 * height);
            EXPECT_GE(layout.panel.width, 0.0);
            EXPECT_EQ(layout.map.width + layout.panel.width, width);
            EXPECT_EQ(layout.menuBar.height + layout.map.height + layout.statusBar.height, height);
          }
        }
      }
    }
  }
}

TEST(WindowLayout, LeavesAllToTheMapWhenBareOrThePanelIsClosed) {
  edit::Preferences preferences;
  const WindowLayout bare = layoutWindow(800.0, 600.0, 1.0, 28.0, preferences, true);
  EXPECT_EQ(bare.map.width, 800.0);
  EXPECT_EQ(bare.map.height, 600.0);
  EXPECT_EQ(bare.menuBar.height, 0.0);
  preferences.panelOpen = false;
  EXPECT_EQ(layoutWindow(800.0, 600.0, 1.0, 28.0, preferences, false).map.width, 800.0);
}

TEST(WindowLayout, GivesWhatIsSelectedRoomInALowPanel) {
  EXPECT_EQ(detailsShare(1000.0, false), 0.46);
  EXPECT_EQ(detailsShare(1000.0, true), 0.64);
  // 1280x720 in large type: a dozen lines of about 22 units, and the date above them.
  EXPECT_GE(detailsShare(380.0, false), 0.6);
  EXPECT_GE((1.0 - detailsShare(380.0, false)) * 380.0, 130.0);
  for (double units = 1.0; units < 2000.0; units += 1.0) {
    for (const bool editing : {false, true}) {
      EXPECT_GE(detailsShare(units, editing), 0.4) << units;
      EXPECT_LT(detailsShare(units, editing), 0.81) << units;
    }
  }
}

TEST(WindowLayout, LeavesOutAPanelThatHasNoRoom) {
  const WindowLayout layout = layoutWindow(200.0, 100.0, 1.0, 28.0, edit::Preferences(), false);
  EXPECT_EQ(layout.panel.width, 0.0);
  EXPECT_EQ(layout.map.width, 200.0);
}

}  // namespace
}  // namespace cordon::ui
