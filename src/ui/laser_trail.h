#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "typography/drawing.h"

namespace cordon::ui {

/// Where a laser pointer was in the last moments.
class LaserTrail {
 public:
  static constexpr double kFadeSeconds = 0.45;

  /// Notes the pointer's place now (nothing: it is off) and forgets what has faded. Times must not go back.
  void update(const std::optional<typography::Point>& place, double seconds);

  struct Mark {
    typography::Point place;
    double strength = 1.0;  ///< 1: now, 0: faded
  };
  /// The trail, the oldest first.
  std::vector<Mark> marks(double seconds) const;

  /// Whether something is left to fade: the picture changes although nothing moves.
  bool isFading() const;

 private:
  struct Sample {
    typography::Point place;
    double seconds = 0.0;
  };
  std::deque<Sample> samples_;
  bool on_ = false;
};

}  // namespace cordon::ui
