#pragma once

#include <vector>

#include "typography/drawing.h"
#include "typography/typesetter.h"

namespace cordon::render {

/// Moves points of one picture to those of another: x' = xx x + xy y + x0, y' = yx x + yy y + y0.
struct AffineMap {
  double xx = 1.0, xy = 0.0, x0 = 0.0;
  double yx = 0.0, yy = 1.0, y0 = 0.0;

  typography::Point operator()(typography::Point p) const {
    return {xx * p.x + xy * p.y + x0, yx * p.x + yy * p.y + y0};
  }
};

/// A part of a picture, pixels.
struct Block {
  int left = 0, top = 0, right = 0, bottom = 0;
};

/// The blocks of a picture that hold anything, at most 32 pixels wide and high, by rows. Pure; any thread.
std::vector<Block> inkedBlocks(const typography::Image& image);

/// A painted picture kept as a texture, to be laid over the map in a window. Belongs to the context's thread.
class OverlayLayer {
 public:
  OverlayLayer() = default;
  ~OverlayLayer();
  OverlayLayer(const OverlayLayer&) = delete;
  OverlayLayer& operator=(const OverlayLayer&) = delete;

  /// Takes a picture over to the graphics card; `blocks` are its inkedBlocks().
  void set(const typography::Image& image, std::vector<Block> blocks);
  bool empty() const { return blocks_.empty(); }
  /// OpenGL's name of the texture; 0 before anything was set.
  unsigned texture() const { return texture_; }

  /// Draws it on the bound framebuffer within a room (pixels from the top left corner), its points moved by `map` and
  /// then by the room's corner.
  void draw(const AffineMap& map, const typography::Rect& room, int windowWidthPixels, int windowHeightPixels) const;

 private:
  std::vector<Block> blocks_;
  int width_ = 0;
  int height_ = 0;
  unsigned texture_ = 0;
};

}  // namespace cordon::render
