#pragma once

#include "scene/render_model.h"

namespace cordon::render {

/// How a status draws a ring's line; widths for a picture of 1080 lines.
struct RingStyle {
  double widthPixels = 2.0;
  double dashPixels = 0.0;  ///< length of a dash with its gap; 0: solid
  double dashShare = 1.0;   ///< of that length, how much is drawn
  double opacity = 1.0;
  bool fills = true;
};

/// Solid deployed, dashed planned, long dashes reported, dotted exercise, thin withdrawn, sparse hypothetical.
constexpr RingStyle ringStyle(scene::Status status) {
  switch (status) {
    case scene::Status::Deployed:
      return {2.4, 0.0, 1.0, 1.0, true};
    case scene::Status::Planned:
      return {2.2, 17.0, 0.64, 1.0, true};
    case scene::Status::Reported:
      return {2.2, 30.0, 0.82, 1.0, true};
    case scene::Status::Exercise:
      return {2.2, 8.0, 0.36, 1.0, true};
    case scene::Status::Withdrawn:
      return {1.4, 0.0, 1.0, 0.8, false};
    case scene::Status::Hypothetical:
      return {1.6, 12.0, 0.30, 0.9, false};
  }
  return {};
}

}  // namespace cordon::render
