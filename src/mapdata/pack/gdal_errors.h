#pragma once

#include <string>

namespace cordon::mapdata {

/// Collects what GDAL reports on this thread instead of letting it print.
///
/// Scopes nest; each must be destroyed on the thread that made it.
class GdalErrors {
 public:
  GdalErrors();
  ~GdalErrors();
  GdalErrors(const GdalErrors&) = delete;
  GdalErrors& operator=(const GdalErrors&) = delete;

  /// The warnings and errors so far, joined by "; ". Empty where there were none.
  const std::string& text() const { return text_; }

  void append(const char* message);

 private:
  std::string text_;
};

}  // namespace cordon::mapdata
