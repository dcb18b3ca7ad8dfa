#include "ui/map_decorations.h"

#include <imgui.h>

#include "ui/date_banner.h"
#include "ui/highlights.h"
#include "ui/map_tooltip.h"
#include "ui/navigation_cluster.h"
#include "ui/path_rubber.h"
#include "ui/pointer_marks.h"
#include "ui/problems_banner.h"

namespace cordon::ui {

namespace {

void drawFurniture(const ImDrawList*, const ImDrawCmd* command) {
  const auto& draw = *static_cast<const std::function<void()>*>(command->UserCallbackData);
  if (draw) draw();
}

}  // namespace

bool drawMapDecorations(const Panel& panel, const typography::Rect& room) {
  if (room.width < 1.0 || room.height < 1.0) return false;
  MapDecorationState& state = panel.state.decorations;
  const ImVec2 origin(static_cast<float>(room.x), static_cast<float>(room.y));
  const ImVec2 end(static_cast<float>(room.x + room.width), static_cast<float>(room.y + room.height));
  const float gap = 8.0F * panel.unit;

  // Windows first: whether the pointer is over one decides about the tooltip.
  float top = origin.y + gap;
  const float banner = drawProblemsBanner(panel, room, top, state.dismissedProblems);
  if (banner > 0.0F) top += banner + gap;
  drawNavigationCluster(panel, room, top + gap);

  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.PushClipRect(origin, end);
  drawHighlights(panel, list, origin, state.curves);
  // The picture's furniture lies above what glows on the map.
  list.AddCallback(drawFurniture, const_cast<std::function<void()>*>(&panel.view.drawFurniture));
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  drawPathRubber(panel, list, room, state.curves);
  state.curves.endFrame();
  drawDragBox(panel, list, origin);
  drawDateBanner(panel, list, room);
  bool wantsFrame = drawMapTooltip(panel, list, room, state.rest);
  wantsFrame = drawLaser(panel, list, origin, state.laser) || wantsFrame;
  list.PopClipRect();
  return wantsFrame;
}

}  // namespace cordon::ui
