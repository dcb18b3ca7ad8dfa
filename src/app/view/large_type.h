#pragma once

#include <optional>

namespace cordon::app {

/// Large type for an audience: enlarges the size of text for a while. A size that is chosen meanwhile stays.
class LargeType {
 public:
  bool isOn() const { return before_.has_value(); }

  /// Turns it on or off; `textScale` is the size of text (edit::Preferences::textScale).
  void set(bool on, double& textScale);

  /// The size of text to be kept between runs, of what it is now.
  double kept(double textScale) const;

 private:
  std::optional<double> before_;
  double enlarged_ = 1.0;
};

}  // namespace cordon::app
