#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edit/command_table.h"
#include "edit/preferences.h"
#include "edit/workspace.h"
#include "scene/camera.h"
#include "scene/ground_projection.h"
#include "scene/overlay.h"
#include "scene/picking.h"
#include "scene/render_model.h"

namespace cordon::ui {

/// A texture that panels may show, as the drawing backend names it.
struct Picture {
  std::uintptr_t texture = 0;
  double width = 0.0;  ///< texels
  double height = 0.0;
};

/// What the map tells of the pointer and of itself.
struct MapStatus {
  std::optional<geo::LatLon> cursor;         ///< the ground under the pointer; nothing: sky, or outside the map
  std::optional<double> elevationMeters;     ///< there; negative: depth
  std::optional<std::size_t> reachingRings;  ///< there
  double cameraHeightMeters = 0.0;           ///< of the eye above the ellipsoid
  double loadedShare = 1.0;                  ///< 1: everything is there
  std::string loadingText;                   ///< "12 tiles", "reading mine.geojson"; empty: nothing
  std::vector<scene::Pick> under;            ///< what lies under the pointer, the first is what a click selects
  std::optional<std::size_t> turn;           ///< which of `under` the last click selected; another selects the next
  std::optional<typography::Rect> dragBox;   ///< being drawn with Shift and the left button, pixels of the map
  std::optional<typography::Point> laser;    ///< the pointer's place while it is a laser pointer, pixels of the map
  /// From where to where what is dragged has been moved.
  std::optional<std::pair<geo::LatLon, geo::LatLon>> dragWay;
  bool fullScreen = false;
  bool bare = false;  ///< presenting: menus, panel and status bar are hidden
};

/// Everything that panels read; all of it const and valid for one frame.
struct ViewOfMap {
  const edit::Workspace& workspace;
  const edit::Preferences& preferences;
  const edit::CommandTable& commands;
  const scenario::Catalogue& catalogue;   ///< the built-in systems
  const scene::RenderModel& model;        ///< what the map shows now
  const scene::GroundProjection& ground;  ///< of the map's picture: positions to pixels of the map
  const MapStatus& status;
  std::function<std::optional<Picture>(const std::string& viewId)> viewPicture;  ///< of a saved view, once it is made
  /// Draws the picture's labels, signs and furniture on the window, while ImGui draws: above the highlights. The view
  /// must last till then.
  std::function<void()> drawLettering;
  const std::vector<scene::PlacedSign>* signs = nullptr;       ///< where signs stand; null: at their sites' places
  std::uint64_t modelNumber = 0;                               ///< another one for each model
  std::optional<typography::Rect> legendTitle = std::nullopt;  ///< what folds the legend, pixels of the map
};

}  // namespace cordon::ui
