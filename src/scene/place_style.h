#pragma once

#include <string>

#include "scene/palette.h"
#include "scene/render_model.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// How a kind of place is named on the map at a rank: the hierarchy of the type.
struct PlaceStyle {
  enum class Marker { None, Dot, Summit };
  typography::TextStyle style;  ///< sizes in pixels of a picture 1080 high
  bool capitals = false;
  bool alongParallel = false;  ///< the name follows its path, or else the parallel of latitude
  bool water = false;          ///< its ink depends on the depth
  Marker marker = Marker::None;
  double reachPixels = 0.0;             ///< how far from its point the name may stand
  double coarsestMetersPerPixel = 0.0;  ///< with coarser pixels the name is left out
  double finestMetersPerPixel = 0.0;    ///< with finer ones too: the picture lies wholly within what it names
};

/// Ranks below 1 count as 1; those beyond the table are the last in it.
PlaceStyle placeStyle(PlaceKind kind, int rank, const Palette& colors);

/// Capitals of Western European and Cyrillic letters in UTF-8; all else unchanged.
std::string toCapitals(const std::string& text);

}  // namespace cordon::scene
