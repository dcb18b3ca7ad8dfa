#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "render/tile_selection.h"
#include "render/tile_store.h"
#include "scene/camera.h"
#include "scene/render_model.h"
#include "typography/typesetter.h"

namespace cordon::render {

/// Draws the globe, the rings and a painted overlay with OpenSceneGraph into a framebuffer of its own.
///
/// Needs a current OpenGL context (3.3 compatibility profile or later) from its creation to its destruction;
/// belongs to that context's thread.
class Renderer {
 public:
  struct Options {
    bool background = true;  ///< false: the sky is transparent
    TileDetail detail;
  };

  /// What one picture was made of.
  struct Statistics {
    std::size_t tiles = 0;
    std::size_t triangles = 0;
  };

  /// `tiles` builds in the background while the shaders compile; it must outlive the renderer.
  static Result<std::unique_ptr<Renderer>> create(TileStore& tiles, const Options& options);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Takes the model whose rings and layers are drawn.
  void setModel(const scene::RenderModel& model);

  /// Draws a picture with all its tiles, waiting for them. The overlay (of the picture's size) may be null.
  void draw(const scene::Projector& projector, const typography::Image* overlay);

  /// Draws the last picture again, unchanged, and waits until it is finished.
  void redraw();

  /// The last picture. Opaque where the background is drawn; else alpha is coverage, colours premultiplied.
  typography::Image readPixels() const;

  const Statistics& statistics() const;

  /// GL_RENDERER and GL_VERSION, as the driver names itself.
  std::string driver() const;

 private:
  class Implementation;
  explicit Renderer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cordon::render
