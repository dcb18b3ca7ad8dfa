#include "ui/side_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/date_section.h"
#include "ui/details_pane.h"
#include "ui/inspector_section.h"
#include "ui/layers_section.h"
#include "ui/review_section.h"
#include "ui/sites_section.h"
#include "ui/systems_section.h"
#include "ui/tools_section.h"
#include "ui/views_section.h"

namespace cordon::ui {

namespace {

/// The content that a scroll was set for is known to ImGui a frame later.
constexpr int kFramesToRestore = 3;

/// Scrolls so that what was at the top of the view is there again after the type's size changed; else notes it.
void keepInView(const Panel& panel, float endY) {
  InterfaceState::Sections& sections = panel.state.sections;
  const auto topOf = [&](std::size_t i) { return i < sections.tops.size() ? sections.tops[i].second : endY; };
  if (sections.unit != panel.unit) {
    sections.framesToRestore = sections.unit > 0.0F ? kFramesToRestore : 0;
    sections.unit = panel.unit;
  }
  if (sections.framesToRestore > 0) {
    --sections.framesToRestore;
    for (std::size_t i = 0; i < sections.tops.size(); ++i) {
      if (sections.tops[i].first != sections.title) continue;
      ImGui::SetScrollY(topOf(i) + static_cast<float>(sections.share) * (topOf(i + 1) - topOf(i)));
    }
    return;
  }
  const float scroll = ImGui::GetScrollY();
  for (std::size_t i = 0; i < sections.tops.size(); ++i) {
    if (i > 0 && topOf(i) > scroll) break;
    sections.title = sections.tops[i].first;
    const float length = std::max(topOf(i + 1) - topOf(i), 1.0F);
    sections.share = static_cast<double>(std::max(scroll - topOf(i), 0.0F) / length);
  }
}

void drawSections(const Panel& panel, float height) {
  if (ImGui::BeginChild("sections", {0.0F, height}, false, ImGuiWindowFlags_AlwaysVerticalScrollbar)) {
    panel.state.sections.tops.clear();
    updateSiteList(panel);
    drawDateSection(panel);
    drawSystemsSection(panel);
    drawSitesSection(panel);
    drawToolsSection(panel);
    drawLayersSection(panel);
    drawViewsSection(panel);
    drawScenarioSection(panel);
    drawReviewSection(panel);
    keepInView(panel, ImGui::GetCursorPosY());
  }
  ImGui::EndChild();
}

}  // namespace

void drawSidePanel(const Panel& panel, float left, float top, float width, float height) {
  const float unit = panel.unit;
  panel.state.panelLeft = left;
  ImGui::SetNextWindowPos({left, top});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12.0F * unit, 8.0F * unit});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  const bool visible = ImGui::Begin("##side panel", nullptr, kFlags);
  ImGui::PopStyleVar(3);
  if (visible) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {8.0F * unit, 6.0F * unit});
    ImGui::PushStyleVar(ImGuiStyleVar_IndentSpacing, 20.0F * unit);
    const float room = ImGui::GetContentRegionAvail().y;
    const float details = detailsHeight(panel, room);
    drawSections(panel, std::max(room - details, 1.0F));
    if (details > 0.0F) drawDetailsPane(panel, room);
    ImGui::PopStyleVar(2);
  }
  ImGui::End();
}

}  // namespace cordon::ui
