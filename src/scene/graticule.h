#pragma once

#include <string>
#include <vector>

#include "scene/camera.h"

namespace cordon::scene {

/// The spacing of the graticule's lines, degrees: 30, 20, 10, 5, 2, 1, 0.5, 1/3, ... down to one minute; some seven to
/// a picture.
///
/// The globe's shader and the labels at the picture's edge both ask here.
double graticuleStepDegrees(const Projector& projector);

/// Where a line of the graticule meets the edge of a frame within the picture.
struct GraticuleTick {
  enum class Edge { Left, Right, Top, Bottom };
  Edge edge = Edge::Left;
  typography::Point position;
  typography::Point along;  ///< the line's direction there, of length 1; nothing where it cannot be told
  std::string text;         ///< "45°N", "150°30′E", "180°"
};

/// The meridians' meetings with the frame's top and bottom and the parallels' with its sides, in that order.
std::vector<GraticuleTick> graticuleTicks(const Projector& projector, const typography::Rect& frame);

}  // namespace cordon::scene
