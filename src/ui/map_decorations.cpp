#include "ui/map_decorations.h"

#include <imgui.h>

#include <algorithm>

#include "ui/date_banner.h"
#include "ui/edit_handles.h"
#include "ui/highlights.h"
#include "ui/map_tooltip.h"
#include "ui/navigation_cluster.h"
#include "ui/path_rubber.h"
#include "ui/pointer_marks.h"
#include "ui/problems_banner.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr double kGapUnits = 8.0;
constexpr double kHandlingUnits = 18.0;

void drawLettering(const ImDrawList*, const ImDrawCmd* command) {
  const auto& draw = *static_cast<const std::function<void()>*>(command->UserCallbackData);
  if (draw) draw();
}

double clusterTop(const typography::Rect& room, double unit, const MapDecorationState& state) {
  const auto banner = static_cast<double>(state.bannerHeight);
  return room.y + 2.0 * kGapUnits * unit + (banner > 0.0 ? banner + kGapUnits * unit : 0.0);
}

/// What folds the legend and opens it again: its title, as the picture has it.
void drawLegendTitle(const Panel& panel, const typography::Rect& room) {
  if (!panel.view.legendTitle) return;
  const typography::Rect& title = *panel.view.legendTitle;
  ImGui::SetNextWindowPos({static_cast<float>(room.x + title.x), static_cast<float>(room.y + title.y)});
  const ImVec2 size(std::max(static_cast<float>(title.width), 1.0F), std::max(static_cast<float>(title.height), 1.0F));
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;
  const bool visible = ImGui::Begin("##legend title", nullptr, kFlags);
  ImGui::PopStyleVar(2);
  if (visible) {
    if (ImGui::InvisibleButton("##fold", size)) panel.run("legend toggle");
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    tooltipWithKey(panel, panel.view.preferences.legendOpen ? "Fold the legend" : "Open the legend", "legend");
  }
  ImGui::End();
}

}  // namespace

bool drawMapDecorations(const Panel& panel, const typography::Rect& room) {
  if (room.width < 1.0 || room.height < 1.0) return false;
  MapDecorationState& state = panel.state.decorations;
  const ImVec2 origin(static_cast<float>(room.x), static_cast<float>(room.y));
  const ImVec2 end(static_cast<float>(room.x + room.width), static_cast<float>(room.y + room.height));
  const float gap = static_cast<float>(kGapUnits) * panel.unit;

  // Windows first: whether the pointer is over one decides about the tooltip.
  const bool isHandled = panel.view.model.shows(scene::Layer::Furniture) && !panel.view.model.handling.empty();
  const float below = isHandled ? static_cast<float>(kHandlingUnits) * panel.unit : 0.0F;
  state.bannerHeight = drawProblemsBanner(panel, room, origin.y + gap + below, state.dismissedProblems);
  if (state.bannerHeight > 0.0F) state.bannerHeight += below;
  drawNavigationCluster(panel, room, clusterTop(room, static_cast<double>(panel.unit), state));
  drawLegendTitle(panel, room);

  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  list.PushClipRect(origin, end);
  drawHighlights(panel, list, origin, state.curves);
  // The picture's names, signs and furniture lie above what glows on the map.
  list.AddCallback(drawLettering, const_cast<std::function<void()>*>(&panel.view.drawLettering));
  list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  drawPathRubber(panel, list, room, state.curves);
  drawEditHandles(panel, list, room);
  state.curves.endFrame();
  drawDragBox(panel, list, origin);
  drawDateBanner(panel, list, room);
  // What is told keeps off the buttons.
  typography::Rect clear = room;
  if (const auto cluster = navigationClusterRect(room, clusterTop(room, static_cast<double>(panel.unit), state),
                                                 static_cast<double>(panel.unit))) {
    clear.width = std::max(1.0, cluster->x - kGapUnits * static_cast<double>(panel.unit) - room.x);
  }
  bool wantsFrame = drawMapTooltip(panel, list, clear, state.rest);
  wantsFrame = drawLaser(panel, list, origin, state.laser) || wantsFrame;
  list.PopClipRect();
  return wantsFrame;
}

std::vector<typography::Rect> coveredByDecorations(const typography::Rect& room, double unit,
                                                   const MapDecorationState& state) {
  const auto cluster = navigationClusterRect(room, clusterTop(room, unit, state), unit);
  if (!cluster) return {};
  return {{cluster->x - room.x, cluster->y - room.y, cluster->width, cluster->height}};
}

}  // namespace cordon::ui
