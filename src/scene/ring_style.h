#pragma once

#include "scene/palette.h"
#include "scene/render_model.h"

namespace cordon::scene {

/// How a status draws a ring's line; pixels of a picture 1080 pixels high.
struct RingStyle {
  double widthPixels = 2.0;
  double dashPixels = 0.0;  ///< length of a dash with its gap; 0: solid
  double dashShare = 1.0;   ///< of that length, how much is drawn
  double opacity = 1.0;
  bool fills = true;
};

/// Solid deployed, dashed planned, long dashes reported, dotted exercise, thin withdrawn, sparse hypothetical.
///
/// The globe's shader draws rings so and the legend shows them so.
constexpr RingStyle ringStyle(Status status) {
  switch (status) {
    case Status::Deployed:
      return {2.4, 0.0, 1.0, 1.0, true};
    case Status::Planned:
      return {2.2, 17.0, 0.64, 1.0, true};
    case Status::Reported:
      return {2.2, 30.0, 0.82, 1.0, true};
    case Status::Exercise:
      return {2.2, 8.0, 0.36, 1.0, true};
    case Status::Withdrawn:
      return {1.4, 0.0, 1.0, 0.8, false};
    case Status::Hypothetical:
      return {1.6, 12.0, 0.30, 0.9, false};
  }
  return {};
}

/// Whether a ring tints what it covers, and so counts where places are tinted by the number of rings.
constexpr bool tintsGround(const Ring& ring) {
  return ring.tints && ringStyle(ring.status).fills;
}

/// Of two states, the one to be named or shown first has the smaller number.
constexpr int statusRank(Status status) {
  switch (status) {
    case Status::Deployed:
      return 0;
    case Status::Reported:
      return 1;
    case Status::Planned:
      return 2;
    case Status::Exercise:
      return 3;
    case Status::Withdrawn:
      return 4;
    case Status::Hypothetical:
      break;
  }
  return 5;
}

/// A withdrawn system's ring is grey: it has lost its claim to the eye.
constexpr typography::Color ringColor(Status status, const typography::Color& color) {
  return status == Status::Withdrawn ? palette::kWithdrawn : color;
}

/// The same as a line on paper, for the legend.
LineStyle ringLineStyle(Status status, const typography::Color& color);

}  // namespace cordon::scene
