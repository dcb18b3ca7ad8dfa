#include "app/view/large_type.h"

#include <algorithm>

#include "edit/preferences.h"

namespace cordon::app {

namespace {

constexpr double kFactor = 1.6;

}  // namespace

void LargeType::set(bool on, double& textScale) {
  if (on == isOn()) return;
  if (on) {
    before_ = textScale;
    enlarged_ = std::min(edit::kMostTextScale, kFactor * textScale);
    textScale = enlarged_;
  } else {
    textScale = kept(textScale);
    before_.reset();
  }
}

double LargeType::kept(double textScale) const {
  return before_ && textScale == enlarged_ ? *before_ : textScale;
}

}  // namespace cordon::app
