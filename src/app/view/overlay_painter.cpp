#include "app/view/overlay_painter.h"

#include <algorithm>
#include <utility>

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
  typography::Drawing furniture;
  for (std::size_t i = overlay.furnitureFrom; i < items.size(); ++i) furniture.items.push_back(std::move(items[i]));
  items.resize(std::min(items.size(), overlay.furnitureFrom));

  const int width = request.projector.widthPixels();
  const int height = request.projector.heightPixels();
  PaintedOverlay painted{request,
                         typesetter.paint(overlay.drawing, width, height),
                         {},
                         {},
                         {},
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

void layOver(typography::Image& picture, const typography::Image& above) {
  for (std::size_t i = 0; i + 3 < picture.rgba.size() && i + 3 < above.rgba.size(); i += 4) {
    const unsigned left = 255U - above.rgba[i + 3];
    if (left == 255U) continue;
    for (std::size_t k = i; k < i + 4; ++k) {
      picture.rgba[k] = static_cast<std::uint8_t>(above.rgba[k] + (picture.rgba[k] * left + 127U) / 255U);
    }
  }
}

}  // namespace cordon::app
