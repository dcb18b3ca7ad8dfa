#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "render/prepared_model.h"
#include "render/tile_selection.h"
#include "render/tile_store.h"
#include "scene/camera.h"
#include "typography/typesetter.h"

namespace cordon::render {

/// Draws the globe, the rings and a painted overlay with OpenSceneGraph into a framebuffer of its own.
///
/// Needs a current OpenGL context (3.3 compatibility profile or later) from its creation to its destruction;
/// belongs to that context's thread.
class Renderer {
 public:
  /// Pictures that are kept, each until the next one of its kind is begun.
  enum class Slot { Still, Moving, Aside };

  /// Rows of a picture, counted from its bottom.
  struct Rows {
    int first = 0;
    int count = 0;
  };

  /// How far the tiles of a picture are there.
  struct Readiness {
    std::size_t wanted = 0;
    std::size_t missing = 0;
  };

  /// What one picture was made of.
  struct Statistics {
    std::size_t tiles = 0;
    std::size_t triangles = 0;
  };

  /// `tiles` builds in the background while the shaders compile; it must outlive the renderer.
  static Result<std::unique_ptr<Renderer>> create(TileStore& tiles, const TileDetail& detail);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Takes the model whose rings and layers are drawn.
  void setModel(std::shared_ptr<const PreparedModel> model);

  /// Draws a picture with all its tiles, waiting for them. The overlay (of the picture's size) may be null; without
  /// `sky` the background is transparent.
  void draw(const scene::Projector& projector, const typography::Image* overlay, bool sky = true);

  /// Draws the last picture again, unchanged, and waits until it is finished.
  void redraw();

  /// Asks for a picture's tiles and takes those that are built over to the graphics card, for about as long as is
  /// given. Never waits for a tile.
  Readiness prepare(const scene::Projector& projector, double budgetMilliseconds);

  /// Why a tile could not be built since the last call: prepare() does without it.
  std::optional<std::string> takeProblem();

  /// Draws some rows of a picture, without overlay, with the tiles that prepare() had: coarser ones stand in for those
  /// that are missing. Returns before the driver has finished. A picture drawn in parts is whole once all its rows
  /// were, with nothing but such parts in between.
  void drawRows(Slot slot, const scene::Projector& projector, Rows rows, bool sky);

  /// Waits until the driver has drawn everything.
  void finish();

  /// Lays a slot's picture on the window's own framebuffer, scaled to a rectangle (pixels from the top left corner).
  /// Nothing where the slot is empty.
  void show(Slot slot, const typography::Rect& room, int windowHeightPixels);

  /// A slot's picture, as readPixels() has it. Waits for the driver.
  typography::Image readSlot(Slot slot) const;

  /// Gives a slot's memory back.
  void drop(Slot slot);

  /// The last picture of draw(). Opaque where the background is drawn; else alpha is coverage, colours premultiplied.
  typography::Image readPixels() const;

  /// The window's own picture as it was drawn and not yet shown, opaque or not. Waits for the driver.
  typography::Image readWindow(int widthPixels, int heightPixels) const;

  const Statistics& statistics() const;

  /// GL_RENDERER and GL_VERSION, as the driver names itself.
  std::string driver() const;

 private:
  class Implementation;
  explicit Renderer(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cordon::render
