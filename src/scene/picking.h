#pragma once

#include <string>
#include <vector>

#include "scene/ground_projection.h"
#include "scene/overlay.h"
#include "scene/render_model.h"

namespace cordon::scene {

/// What can be pointed at and selected.
enum class ItemKind { Site, Ring, Line, Area, Place };

/// A thing of a RenderModel by its kind and id (a place's id is its name).
struct Item {
  ItemKind kind = ItemKind::Site;
  std::string id;

  friend bool operator==(const Item&, const Item&) = default;
};

/// Something under the pointer.
struct Pick {
  Item item;
  double distancePixels = 0.0;  ///< from the sign's edge, the line, the rim or the place; 0 inside of something
  bool isBackground = false;    ///< inside of what a reader's own tools laid there, with no edge of it near
};

/// Everything of a model at a pixel, by geometry: the one that a click selects first, then what repeated clicks step
/// through.
///
/// Signs come first (the one whose middle is nearest first), then rings whose rim is within reach, then lines, then
/// rings and areas that hold the point, the smallest first, then places; last those of the readers' own tools that hold
/// the point. A ring's rim is all that bounds it: its
/// circle, that of its minimum range and the sides of its sector. Rings are tested on the ellipsoid by geodesic
/// distance, areas by their contours (even-odd), both at the place of the ground that the pixel shows; places by their
/// point only. `reachPixels` is how far from a sign's edge, a rim or a line the pointer may be. What the model's layers
/// hide is not there, nor what the horizon hides, nor lines that the scale leaves out. `signs` are the signs as they
/// stand in the picture (Overlay::signs): some are moved off others, some stand for many sites, of which all are given,
/// the most important first. Null: each sign stands at its site's place. `symbolRadiusPixels` is half a sign's height:
/// kSymbolRadius (symbols.h) times Projector::unit(). Pure; any thread. 10 000 rings and as many signs: under 10 ms.
std::vector<Pick> pickAt(const RenderModel& model, const GroundProjection& ground, typography::Point pixel,
                         double reachPixels, double symbolRadiusPixels, const std::vector<PlacedSign>* signs = nullptr);

/// Ids of the sites whose signs' middles stand in a rectangle of the picture, in the model's order.
///
/// A rectangle of negative width or height, as a drag to the left or up gives, is turned round. `signs` as of pickAt.
std::vector<std::string> sitesIn(const RenderModel& model, const GroundProjection& ground, const typography::Rect& rect,
                                 const std::vector<PlacedSign>* signs = nullptr);

}  // namespace cordon::scene
