#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "app/view/overlay_painter.h"
#include "render/overlay_layer.h"
#include "render/renderer.h"

namespace cordon::app {

/// The map in the window: what is drawn when, and how finely.
///
/// While the camera moves, a picture of fewer pixels is drawn whole each time, as fine as the machine keeps up with,
/// with the last labels moved along. Once it rests, the picture of all pixels is drawn a few rows at a time, so that
/// the window answers meanwhile. Where nothing changes, nothing is drawn. Belongs to the thread that draws.
class MapPicture {
 public:
  /// What is shown, where and how large.
  struct Subject {
    scene::Projector projector;  ///< of the whole map, all pixels
    std::shared_ptr<const render::PreparedModel> model;
    bool moving = false;   ///< more changes are to come soon
    bool playing = false;  ///< dates play, and the window tells which is shown
    scene::Chrome chrome;
  };

  MapPicture(render::Renderer& renderer, OverlayPainter& painter, bool softwareDriver);

  /// Takes the next step towards the picture. Returns whether the window has to be drawn again.
  bool step(const Subject& subject, double nowSeconds);

  /// Lays the picture on the window.
  void show(const typography::Rect& room, int windowHeightPixels) const;
  /// Lays labels, signs and furniture on the window.
  void showLettering(const typography::Rect& room, int windowWidthPixels, int windowHeightPixels) const;

  /// Whether the labels are the last subject's, whatever the picture's pixels.
  bool hasLettering() const { return overlayIsCurrent_; }
  /// Whether the last subject is shown with all its pixels, tiles and labels.
  bool isComplete() const { return stillIsCurrent_ && overlayIsCurrent_; }
  /// Whether step() could go on at once, without waiting for another thread.
  bool hasWork() const { return hasWork_; }
  /// Of the tiles, how many are there.
  render::Renderer::Readiness readiness() const { return readiness_; }
  /// The last overlay, without its pictures: they are on the graphics card.
  const std::optional<PaintedOverlay>& overlay() const { return overlay_; }

  /// Changes whenever the labels and signs in the window do, or whether they are the last subject's.
  std::uint64_t letteringNumber() const { return 2 * overlayNumber_ + (overlayIsCurrent_ ? 1 : 0); }

  /// Of the moving picture's width and height.
  double reduction() const { return reduction_; }
  /// Whether the last step drew a reduced picture.
  bool drewMoving() const { return drewMoving_; }

 private:
  scene::Projector reducedProjector() const;
  void adaptReduction(double milliseconds);
  void askForOverlay(double nowSeconds);
  bool tellsTheTruth(const PaintedPart& part) const;
  bool takeOverlay();

  render::Renderer& renderer_;
  OverlayPainter& painter_;
  bool softwareDriver_;
  std::optional<Subject> subject_;
  std::optional<PaintedOverlay> overlay_;
  render::OverlayLayer mapLayer_;
  render::OverlayLayer furnitureLayer_;
  std::vector<std::unique_ptr<render::OverlayLayer>> partLayers_;  ///< of the overlay's parts
  render::Renderer::Readiness readiness_;
  double reduction_ = 1.0;
  int slowPictures_ = 0;
  int fastPictures_ = 0;
  int rowsAPiece_ = 256;
  bool movingIsCurrent_ = false;
  bool movingIsDrawn_ = false;  ///< with what tiles there were
  bool stillIsCurrent_ = false;
  bool overlayIsCurrent_ = false;
  bool overlayIsAsked_ = false;
  std::uint64_t overlayNumber_ = 0;
  bool hasDrawn_ = false;
  bool drewMoving_ = false;
  bool hasWork_ = false;
  int rowsDone_ = 0;
  double restsSince_ = 0.0;
  double lastOverlayAsked_ = -1.0;
};

/// The affine map that brings an earlier picture's points to where the ground under them is now, as nearly as one can;
/// nothing where the pictures share too little ground or it would distort too much.
std::optional<render::AffineMap> movedAlong(const scene::Projector& from, const scene::Projector& to);

}  // namespace cordon::app
