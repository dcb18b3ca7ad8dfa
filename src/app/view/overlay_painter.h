#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/view/latest_worker.h"
#include "mapdata/map_data.h"
#include "render/overlay_layer.h"
#include "scene/camera.h"
#include "scene/overlay.h"
#include "scene/render_model.h"
#include "typography/typesetter.h"

namespace cordon::app {

/// What an overlay is painted for.
struct OverlayRequest {
  std::shared_ptr<const scene::RenderModel> model;
  scene::Projector projector;
  scene::Chrome chrome = {};
};

/// A part of the furniture that is true of the request's camera or date alone, as a picture of its rect's size.
struct PaintedPart {
  scene::LivePart::Of of = scene::LivePart::Of::Camera;
  typography::Rect rect;  ///< whole pixels
  typography::Image image;
};

/// Labels and signs, and the rest of the furniture, as pictures of the projector's size.
struct PaintedOverlay {
  OverlayRequest request;
  typography::Image map;
  std::vector<render::Block> mapBlocks;
  typography::Image furniture;
  std::vector<render::Block> furnitureBlocks;
  std::vector<PaintedPart> parts;
  std::vector<scene::PlacedSign> signs;
  std::vector<typography::Rect> panels;  ///< the furniture's rooms
  std::optional<typography::Rect> legendTitle;
};

/// Lays out an overlay over the map's ground. The typesetter may be used by one thread at a time.
scene::Overlay layoutOnGround(const scene::RenderModel& model, const scene::Projector& projector,
                              const mapdata::MapData& mapData, typography::Typesetter& typesetter,
                              const scene::Chrome& chrome = {});

/// Lays out and paints an overlay. The typesetter may be used by one thread at a time.
PaintedOverlay paintOverlay(const OverlayRequest& request, const mapdata::MapData& mapData,
                            typography::Typesetter& typesetter);

using OverlayPainter = LatestWorker<OverlayRequest, PaintedOverlay>;

/// Lays a premultiplied picture over another, which holds it, with its corner at a pixel.
void layOver(typography::Image& picture, const typography::Image& above, int left = 0, int top = 0);

}  // namespace cordon::app
