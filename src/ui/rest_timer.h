#pragma once

#include <optional>
#include <string>

#include "typography/drawing.h"

namespace cordon::ui {

/// Tells when the pointer has rested over something for long enough to say more about it.
class RestTimer {
 public:
  static constexpr double kRestSeconds = 0.25;

  /// Takes what is under the pointer now (empty: nothing) and where it is; returns whether it has rested.
  ///
  /// Moves up to `slackPixels` from where the rest began are no moves. Once rested, moves over the same thing do not
  /// start it anew.
  bool update(const std::string& subject, typography::Point pointer, double slackPixels, double seconds);

  /// Whether time alone will bring the rest.
  bool isWaiting() const { return since_.has_value() && !rested_; }

 private:
  std::string subject_;
  typography::Point place_;
  std::optional<double> since_;
  bool rested_ = false;
};

}  // namespace cordon::ui
