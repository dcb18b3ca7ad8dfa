#include "render/overlay_layer.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cordon::render {

namespace {

constexpr int kBlockPixels = 32;

bool isEmpty(const typography::Image& image, const Block& block) {
  for (int y = block.top; y < block.bottom; ++y) {
    const std::uint8_t* row =
        image.rgba.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) * 4;
    for (int x = block.left; x < block.right; ++x) {
      if (row[x * 4 + 3] != 0) return false;
    }
  }
  return true;
}

// Fixed functions on texture unit 0; afterwards all is as whoever keeps count of OpenGL's state left it.
class PlainState {
 public:
  PlainState() {
    glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
    glGetIntegerv(GL_ACTIVE_TEXTURE, &unit_);
    glUseProgram(0);
    glActiveTexture(GL_TEXTURE0);
    glPushAttrib(GL_ENABLE_BIT | GL_TEXTURE_BIT | GL_COLOR_BUFFER_BIT | GL_VIEWPORT_BIT | GL_SCISSOR_BIT |
                 GL_TRANSFORM_BIT | GL_CURRENT_BIT);
    glPushClientAttrib(GL_CLIENT_PIXEL_STORE_BIT);
  }
  ~PlainState() {
    glPopClientAttrib();
    glPopAttrib();
    glActiveTexture(static_cast<GLenum>(unit_));
    glUseProgram(static_cast<GLuint>(program_));
  }
  PlainState(const PlainState&) = delete;
  PlainState& operator=(const PlainState&) = delete;

 private:
  GLint program_ = 0;
  GLint unit_ = 0;
};

}  // namespace

std::vector<Block> inkedBlocks(const typography::Image& image) {
  std::vector<Block> blocks;
  for (int top = 0; top < image.height; top += kBlockPixels) {
    for (int left = 0; left < image.width; left += kBlockPixels) {
      const Block block{left, top, std::min(left + kBlockPixels, image.width),
                        std::min(top + kBlockPixels, image.height)};
      if (!isEmpty(image, block)) blocks.push_back(block);
    }
  }
  return blocks;
}

OverlayLayer::~OverlayLayer() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void OverlayLayer::set(const typography::Image& image, std::vector<Block> blocks) {
  blocks_ = std::move(blocks);
  if (blocks_.empty()) return;
  const PlainState plain;
  const bool isNew = texture_ == 0;
  if (isNew) glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  if (isNew || width_ != image.width || height_ != image.height) {
    width_ = image.width;
    height_ = image.height;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  } else {
    // Only the rows that hold anything: furniture leaves most of a picture empty.
    const int top = blocks_.front().top;
    const int bottom = blocks_.back().bottom;
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, top, width_, bottom - top, GL_RGBA, GL_UNSIGNED_BYTE,
                    image.rgba.data() + static_cast<std::size_t>(top) * static_cast<std::size_t>(width_) * 4);
  }
}

void OverlayLayer::draw(const AffineMap& map, const typography::Rect& room, int windowWidthPixels,
                        int windowHeightPixels) const {
  if (blocks_.empty()) return;
  const PlainState plain;
  glMatrixMode(GL_PROJECTION);
  glPushMatrix();
  glLoadIdentity();
  glOrtho(0.0, windowWidthPixels, windowHeightPixels, 0.0, -1.0, 1.0);
  glMatrixMode(GL_MODELVIEW);
  glPushMatrix();
  glLoadIdentity();
  glViewport(0, 0, windowWidthPixels, windowHeightPixels);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_LIGHTING);
  glEnable(GL_SCISSOR_TEST);
  glScissor(static_cast<GLint>(std::lround(room.x)),
            windowHeightPixels - static_cast<GLint>(std::lround(room.y + room.height)),
            static_cast<GLsizei>(std::lround(room.width)), static_cast<GLsizei>(std::lround(room.height)));
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // premultiplied
  glEnable(GL_TEXTURE_2D);
  glBindTexture(GL_TEXTURE_2D, texture_);
  // Where every point stays on its pixel, looking at one texel is enough, and a quarter of the work.
  const bool isWhole = map.xx == 1.0 && map.yy == 1.0 && map.xy == 0.0 && map.yx == 0.0 &&
                       map.x0 == std::floor(map.x0) && map.y0 == std::floor(map.y0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, isWhole ? GL_NEAREST : GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, isWhole ? GL_NEAREST : GL_LINEAR);
  glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_REPLACE);
  glBegin(GL_QUADS);
  for (const Block& block : blocks_) {
    for (const auto& [x, y] : {std::pair{block.left, block.top}, std::pair{block.left, block.bottom},
                               std::pair{block.right, block.bottom}, std::pair{block.right, block.top}}) {
      const typography::Point p = map({static_cast<double>(x), static_cast<double>(y)});
      glTexCoord2d(static_cast<double>(x) / width_, static_cast<double>(y) / height_);
      glVertex2d(room.x + p.x, room.y + p.y);
    }
  }
  glEnd();
  glPopMatrix();
  glMatrixMode(GL_PROJECTION);
  glPopMatrix();
}

}  // namespace cordon::render
