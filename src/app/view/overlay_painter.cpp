#include "app/view/overlay_painter.h"

#include <algorithm>
#include <utility>

#include "scene/panel.h"

namespace cordon::app {

scene::Overlay layoutOnGround(const scene::RenderModel& model, const scene::Projector& projector,
                              const mapdata::MapData& mapData, typography::Typesetter& typesetter,
                              const scene::Chrome& chrome) {
  scene::OverlayOptions options;
  options.groundHeightMeters = [&mapData](geo::LatLon position) { return mapData.groundHeightMeters(position); };
  options.elevationMeters = [&mapData](geo::LatLon position) { return mapData.elevationMeters(position); };
  options.chrome = chrome;
  return scene::layoutOverlay(model, projector, typesetter, options);
}

PaintedOverlay paintOverlay(const OverlayRequest& request, const mapdata::MapData& mapData,
                            typography::Typesetter& typesetter) {
  scene::Overlay overlay = layoutOnGround(*request.model, request.projector, mapData, typesetter, request.chrome);
  std::vector<typography::Item>& items = overlay.drawing.items;
  const auto taken = [&items](std::size_t from, std::size_t to) {
    typography::Drawing drawing;
    for (std::size_t i = from; i < to; ++i) drawing.items.push_back(std::move(items[i]));
    return drawing;
  };
  const std::size_t partsFrom = overlay.liveParts.empty() ? items.size() : overlay.liveParts.front().from;
  const typography::Drawing furniture = taken(overlay.furnitureFrom, partsFrom);
  std::vector<PaintedPart> parts;
  for (const scene::LivePart& part : overlay.liveParts) {
    typography::Drawing drawing = taken(part.from, part.to);
    scene::translate(drawing, {-part.rect.x, -part.rect.y});
    parts.push_back({part.of, part.rect,
                     typesetter.paint(drawing, static_cast<int>(part.rect.width), static_cast<int>(part.rect.height))});
  }
  items.resize(std::min(items.size(), overlay.furnitureFrom));

  const int width = request.projector.widthPixels();
  const int height = request.projector.heightPixels();
  PaintedOverlay painted{request,
                         typesetter.paint(overlay.drawing, width, height),
                         {},
                         {},
                         {},
                         std::move(parts),
                         std::move(overlay.signs),
                         std::move(overlay.panels),
                         overlay.legendTitle};
  painted.mapBlocks = render::inkedBlocks(painted.map);
  if (!furniture.items.empty()) {
    painted.furniture = typesetter.paint(furniture, width, height);
    painted.furnitureBlocks = render::inkedBlocks(painted.furniture);
  }
  return painted;
}

void layOver(typography::Image& picture, const typography::Image& above, int left, int top) {
  const auto at = [](const typography::Image& image, int x, int y) {
    return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x));
  };
  const int right = std::min(above.width, picture.width - left);
  const int bottom = std::min(above.height, picture.height - top);
  for (int y = std::max(0, -top); y < bottom; ++y) {
    for (int x = std::max(0, -left); x < right; ++x) {
      const std::uint8_t* from = &above.rgba[at(above, x, y)];
      std::uint8_t* to = &picture.rgba[at(picture, left + x, top + y)];
      const unsigned shown = 255U - from[3];
      if (shown == 255U) continue;
      for (int k = 0; k < 4; ++k) to[k] = static_cast<std::uint8_t>(from[k] + (to[k] * shown + 127U) / 255U);
    }
  }
}

}  // namespace cordon::app
