#include "render/framebuffer.h"

#include <fmt/format.h>

#include <stdexcept>

namespace cordon::render {

Framebuffer::Framebuffer(osg::GLExtensions& gl, int widthPixels, int heightPixels)
    : gl_(gl), width_(widthPixels), height_(heightPixels) {
  gl_.glGenRenderbuffers(1, &color_);
  gl_.glBindRenderbuffer(GL_RENDERBUFFER, color_);
  gl_.glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_, height_);
  gl_.glGenRenderbuffers(1, &depth_);
  gl_.glBindRenderbuffer(GL_RENDERBUFFER, depth_);
  gl_.glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT32F, width_, height_);
  gl_.glGenFramebuffers(1, &framebuffer_);
  gl_.glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
  gl_.glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
  gl_.glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_);
  const GLenum status = gl_.glCheckFramebufferStatus(GL_FRAMEBUFFER);
  if (status != GL_FRAMEBUFFER_COMPLETE) {
    release();
    throw std::runtime_error(
        fmt::format("the OpenGL driver makes no picture of {} x {} pixels (status 0x{:04x})", width_, height_, status));
  }
}

Framebuffer::~Framebuffer() {
  release();
}

void Framebuffer::release() {
  gl_.glDeleteFramebuffers(1, &framebuffer_);
  gl_.glDeleteRenderbuffers(1, &color_);
  gl_.glDeleteRenderbuffers(1, &depth_);
}

}  // namespace cordon::render
