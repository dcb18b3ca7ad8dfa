#include "ui/laser_trail.h"

namespace cordon::ui {

void LaserTrail::update(const std::optional<typography::Point>& place, double seconds) {
  on_ = place.has_value();
  if (place) {
    // A pointer at rest is one mark: what it left fades, itself it does not.
    if (!samples_.empty() && samples_.back().place.x == place->x && samples_.back().place.y == place->y) {
      samples_.back().seconds = seconds;
    } else {
      samples_.push_back({*place, seconds});
    }
  }
  while (!samples_.empty() && seconds - samples_.front().seconds >= kFadeSeconds) samples_.pop_front();
}

std::vector<LaserTrail::Mark> LaserTrail::marks(double seconds) const {
  std::vector<Mark> marks;
  marks.reserve(samples_.size());
  for (const Sample& sample : samples_)
    marks.push_back({sample.place, 1.0 - (seconds - sample.seconds) / kFadeSeconds});
  return marks;
}

bool LaserTrail::isFading() const {
  return samples_.size() > (on_ ? 1U : 0U);
}

}  // namespace cordon::ui
