#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geo/position.h"
#include "scene/camera.h"
#include "scene/render_model.h"
#include "typography/drawing.h"
#include "typography/typesetter.h"

namespace cordon::scene {

/// How the legend stands: as in a still picture, which leaves out what has no room and cannot be folded; or in a window
/// under a title that folds it, where it is made smaller before an entry is left out and then says how many are.
enum class LegendStyle { Still, Open, Folded };

/// What a window asks of the layout.
struct Chrome {
  LegendStyle legend = LegendStyle::Still;
  std::vector<typography::Rect> covered;  ///< parts of the picture that something stands on, pixels: kept free
};
bool operator==(const Chrome& a, const Chrome& b);

struct OverlayOptions {
  /// Height of the ground, metres above the ellipsoid, before exaggeration; nothing: the ellipsoid.
  std::function<double(geo::LatLon)> groundHeightMeters;
  /// Height of the sea floor (negative) or land: chooses the ink of waters' names; nothing: all waters are shallow.
  std::function<double(geo::LatLon)> elevationMeters;
  /// Second names (Russian, Japanese) of places and sites; disputed pairs always show both.
  bool showSecondNames = true;
  Chrome chrome;
};

enum class LabelKind { Furniture, Graticule, Site, Cluster, Ring, Place, Line, Area };

/// A text that stands on the picture.
struct PlacedLabel {
  LabelKind kind = LabelKind::Place;
  std::string id;                       ///< of the site, ring, line or area; of a place its name
  std::string text;                     ///< its first line
  std::vector<typography::Rect> boxes;  ///< the room it takes, pixels; several along a curve
  double angleRadians = 0.0;            ///< of its middle, clockwise; within a quarter turn of upright
};

/// A sign that stands on the picture: of one site, or of several that would lie on each other.
struct PlacedSign {
  std::vector<std::string> siteIds;  ///< the most important first
  typography::Rect rect;
};

/// A text that found no room.
struct DroppedLabel {
  LabelKind kind = LabelKind::Place;
  std::string id;
};

/// Furniture that tells of its layout's camera or date: a window leaves it out while its map shows another.
struct LivePart {
  enum class Of { Camera, Date };
  Of of = Of::Camera;
  typography::Rect rect;  ///< holds it, whole pixels
  std::size_t from = 0;   ///< items of the overlay's drawing
  std::size_t to = 0;
};

/// What stands over the globe's picture, and what is where.
struct Overlay {
  typography::Drawing drawing;
  std::size_t furnitureFrom =
      0;  ///< items of `drawing` from here on are furniture: they stand still when the map moves
  std::vector<LivePart> liveParts;  ///< the last of the furniture
  std::vector<PlacedLabel> labels;
  std::vector<DroppedLabel> dropped;
  std::vector<PlacedSign> signs;
  std::optional<typography::Rect> legendTitle;  ///< of a legend that folds: what is clicked
  std::vector<typography::Rect> panels;         ///< the furniture's rooms: no other label stands in them
};

/// Lays out everything that is drawn in pixels: areas, lines, symbols, labels and furniture, in drawing order.
///
/// Honours the model's layers. Pure: the same model, projector and options give the same overlay, on every machine.
/// The typesetter only measures. Rings and the graticule are lines of the globe's shader; here only their labels.
Overlay layoutOverlay(const RenderModel& model, const Projector& projector, typography::Typesetter& typesetter,
                      const OverlayOptions& options = {});

}  // namespace cordon::scene
