#include "ui/side_panel.h"

#include <imgui.h>

#include "ui/date_section.h"
#include "ui/inspector_section.h"
#include "ui/layers_section.h"
#include "ui/sites_section.h"
#include "ui/systems_section.h"
#include "ui/tools_section.h"
#include "ui/views_section.h"

namespace cordon::ui {

void drawSidePanel(const Panel& panel, float left, float top, float width, float height) {
  const float unit = panel.unit;
  ImGui::SetNextWindowPos({left, top});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12.0F * unit, 8.0F * unit});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                      ImGuiWindowFlags_AlwaysVerticalScrollbar;
  const bool visible = ImGui::Begin("##side panel", nullptr, kFlags);
  ImGui::PopStyleVar(3);
  if (visible) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit, 6.0F * unit});
    ImGui::PushStyleVar(ImGuiStyleVar_IndentSpacing, 20.0F * unit);
    updateSiteList(panel);
    drawDateSection(panel);
    drawSystemsSection(panel);
    drawSitesSection(panel);
    drawInspectorSection(panel);
    drawToolsSection(panel);
    drawLayersSection(panel);
    drawViewsSection(panel);
    ImGui::PopStyleVar(2);
  }
  ImGui::End();
}

}  // namespace cordon::ui
