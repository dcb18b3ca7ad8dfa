#include "ui/rest_timer.h"

#include <cmath>

namespace cordon::ui {

bool RestTimer::update(const std::string& subject, typography::Point pointer, double slackPixels, double seconds) {
  if (subject.empty()) {
    since_.reset();
    rested_ = false;
    subject_.clear();
    return false;
  }
  const bool moved = std::hypot(pointer.x - place_.x, pointer.y - place_.y) > slackPixels;
  if (!since_ || subject != subject_ || (moved && !rested_)) {
    subject_ = subject;
    place_ = pointer;
    since_ = seconds;
    rested_ = false;
  }
  rested_ = rested_ || seconds - *since_ >= kRestSeconds;
  return rested_;
}

}  // namespace cordon::ui
