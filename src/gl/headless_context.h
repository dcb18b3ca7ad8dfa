#pragma once

#include <memory>
#include <string>

#include "base/result.h"

namespace cordon::gl {

/// A current OpenGL context (compatibility profile) that needs no display and has no window framebuffer.
///
/// Belongs to the thread that made it; there it stays current until it is destroyed.
class HeadlessContext {
 public:
  /// Opens EGL's first working way of: a device, Mesa's surfaceless platform, the default display.
  /// Errors name what was tried and what to install.
  static Result<std::unique_ptr<HeadlessContext>> create();

  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

  /// How it was opened: "EGL device", "EGL surfaceless" or "EGL default display".
  const std::string& platform() const { return platform_; }

 private:
  HeadlessContext() = default;

  void* display_ = nullptr;
  void* context_ = nullptr;
  std::string platform_;
};

}  // namespace cordon::gl
