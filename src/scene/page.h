#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scene/ground_projection.h"
#include "scene/occupancy.h"
#include "scene/overlay.h"
#include "scene/panel.h"
#include "scene/text_block.h"

namespace cordon::scene {

/// A ring's line on the picture, by azimuth.
struct RingOnPage {
  const Ring* ring = nullptr;
  std::vector<std::optional<typography::Point>> points;  ///< equally spaced azimuths from north; nothing: hidden
};

/// What the steps of one layout share. Private to scene's overlay; lives for one call of layoutOverlay.
struct Page {
  const RenderModel& model;
  const Projector& projector;
  typography::Typesetter& typesetter;
  const OverlayOptions& options;
  double unit;             ///< pixels for one pixel of a picture 1080 high
  double metersPerPixel;   ///< on the ground at the camera's target, for one such unit
  typography::Rect frame;  ///< where labels may stand
  GroundProjection ground;
  Occupancy occupied;
  LineMask lineMask;
  std::vector<RingOnPage> rings;
  Overlay overlay;
  typography::Drawing live = {};  ///< of overlay.liveParts, whose items are counted in it until all is drawn

  const Palette& palette() const { return paletteOf(model.palette); }

  /// Notes a label and takes its room.
  void place(LabelKind kind, std::string id, std::string text, std::vector<typography::Rect> boxes,
             double angleRadians = 0.0);
  /// Whether boxes lie in the frame and on nothing.
  bool hasRoom(const std::vector<typography::Rect>& boxes) const;
};

/// Whether a line is too fine or too coarse for pictures of this scale.
bool isLeftOut(const Page& page, const GroundLine& line);

/// Type set along a curve through the middle of its letters, with the boxes it takes.
struct CurvedText {
  typography::TextItem item;
  std::vector<typography::Rect> boxes;
  double angleRadians = 0.0;              ///< at the middle
  std::vector<typography::Point> middle;  ///< the curve under the text, from its start to its end
};

/// Sets a text about `centrePixels` along a curve that runs left to right; `padPixels` is added to the boxes.
CurvedText setAlong(Page& page, const std::string& text, const typography::TextStyle& style,
                    const std::vector<typography::Point>& curve, double centrePixels, double padPixels);

/// How far a text turns away from its middle's direction on either side.
double bendRadians(const CurvedText& text);

/// Beyond this bend type on a curve is hard to read.
inline constexpr double kMostBendRadians = 0.9;

/// Puts a curve the way round that text on it is not upside down.
void readLeftToRight(std::vector<typography::Point>& curve);

/// Rings' labels, on their lines, and the badges beneath them.
void layoutRingLabels(Page& page, typography::Drawing& drawing);

/// Sites' signs, then their names beside them.
void layoutSites(Page& page, typography::Drawing& symbols, typography::Drawing& labels);

/// Great names that spread over what they name come before the rings' labels, which find room more easily.
enum class PlaceTurn { Spread, Others };

/// Names of places.
void layoutPlaces(Page& page, PlaceTurn turn, typography::Drawing& drawing);

/// Names of lines and areas, in their middle.
void layoutLineAndAreaLabels(Page& page, typography::Drawing& drawing);

/// Title, legend, scale, north arrow and sources; sets the frame and takes the panels' room.
void layoutFurniture(Page& page, typography::Drawing& drawing);

/// What the furniture keeps from the picture's edges, pixels of a picture 1080 high.
inline constexpr double kFurnitureMargin = 20.0;
/// How wide the legend is, of the same pixels.
inline constexpr double kLegendWidth = 314.0;

/// Draws a panel of furniture in a place and takes its room. `liveOf`: what its live part, if any, tells of.
void putPanel(Page& page, typography::Drawing& drawing, PanelContent content, const typography::Rect& rect,
              const char* id, const std::string& text, LivePart::Of liveOf = LivePart::Of::Camera);

/// Degrees along the frame's edges.
void layoutGraticuleLabels(Page& page, typography::Drawing& drawing);

}  // namespace cordon::scene
