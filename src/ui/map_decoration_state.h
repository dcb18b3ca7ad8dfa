#pragma once

#include <string>

#include "ui/ground_curve.h"
#include "ui/laser_trail.h"
#include "ui/rest_timer.h"

namespace cordon::ui {

/// What the map's decorations remember from frame to frame.
struct MapDecorationState {
  CurveCache curves;
  RestTimer rest;
  LaserTrail laser;
  float bannerHeight = 0.0F;      ///< of the problems' banner, pixels; 0: none
  std::string dismissedProblems;  ///< the banner's text that was put away
};

}  // namespace cordon::ui
