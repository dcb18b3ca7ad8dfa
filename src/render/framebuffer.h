#pragma once

#include <osg/GLExtensions>

namespace cordon::render {

/// A framebuffer object with 8-bit RGBA colour and 32-bit float depth.
class Framebuffer {
 public:
  /// Throws std::runtime_error where the driver cannot make one of this size.
  Framebuffer(osg::GLExtensions& gl, int widthPixels, int heightPixels);
  ~Framebuffer();
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;

  GLuint id() const { return framebuffer_; }
  int widthPixels() const { return width_; }
  int heightPixels() const { return height_; }

 private:
  void release();

  osg::GLExtensions& gl_;
  int width_;
  int height_;
  GLuint framebuffer_ = 0;
  GLuint color_ = 0;
  GLuint depth_ = 0;
};

}  // namespace cordon::render
