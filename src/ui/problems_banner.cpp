#include "ui/problems_banner.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/map_style.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr ImU32 kWarningFill = IM_COL32(255, 203, 60, 245);
constexpr ImU32 kWarningInk = IM_COL32(38, 28, 4, 255);

void drawWarningSign(ImDrawList& list, ImVec2 centre, float radius) {
  list.AddTriangleFilled({centre.x, centre.y - radius}, {centre.x + radius, centre.y + 0.8F * radius},
                         {centre.x - radius, centre.y + 0.8F * radius}, kWarningInk);
  list.AddLine({centre.x, centre.y - 0.4F * radius}, {centre.x, centre.y + 0.2F * radius}, kWarningFill,
               0.22F * radius);
  list.AddCircleFilled({centre.x, centre.y + 0.5F * radius}, 0.13F * radius, kWarningFill);
}

}  // namespace

float drawProblemsBanner(const Panel& panel, const typography::Rect& room, float top, std::string& dismissed) {
  const edit::Workspace& workspace = panel.view.workspace;
  const std::string text = problemsText(workspace.name(), workspace.problems());
  if (text.empty()) dismissed.clear();
  if (text.empty() || text == dismissed) return 0.0F;

  const float unit = panel.unit;
  const float height = std::ceil(panel.fonts.regular->FontSize + 12.0F * unit);
  const ImGuiStyle& style = ImGui::GetStyle();
  ImGui::PushFont(panel.fonts.regular);
  const float button = ImGui::CalcTextSize("Messages").x + 2.0F * style.FramePadding.x;
  const float close = ImGui::GetFrameHeight();
  const float wanted = 34.0F * unit + ImGui::CalcTextSize(text.c_str()).x + button + close + 24.0F * unit;
  const float width = std::min(std::ceil(wanted), static_cast<float>(room.width));
  const float left = std::floor(static_cast<float>(room.x + 0.5 * room.width) - 0.5F * width);

  ImGui::SetNextWindowPos({left, std::floor(top)});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 5.0F * unit);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, kWarningFill);
  ImGui::PushStyleColor(ImGuiCol_Text, kWarningInk);
  ImGui::PushStyleColor(ImGuiCol_Button, faded(kWarningInk, 0.14));
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, faded(kWarningInk, 0.28));
  ImGui::PushStyleColor(ImGuiCol_ButtonActive, faded(kWarningInk, 0.38));
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                      ImGuiWindowFlags_NoNav;
  if (ImGui::Begin("##problems", nullptr, kFlags)) {
    const ImVec2 corner = ImGui::GetWindowPos();
    drawWarningSign(*ImGui::GetWindowDrawList(), {corner.x + 18.0F * unit, corner.y + 0.5F * height}, 9.0F * unit);
    const float buttonsLeft = width - button - close - 12.0F * unit;
    const float textTop = 0.5F * (height - ImGui::GetTextLineHeight());
    ImGui::PushClipRect(corner, {corner.x + buttonsLeft - 4.0F * unit, corner.y + height}, true);
    ImGui::SetCursorPos({34.0F * unit, std::floor(textTop)});
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
    ImGui::PopClipRect();
    const float buttonTop = std::floor(0.5F * (height - ImGui::GetFrameHeight()));
    ImGui::SetCursorPos({std::floor(buttonsLeft), buttonTop});
    if (ImGui::Button("Messages")) panel.run("messages");
    ImGui::SetCursorPos({std::floor(buttonsLeft + button + 4.0F * unit), buttonTop});
    if (ImGui::Button("##close", {close, 0.0F})) dismissed = text;
    const ImVec2 a = ImGui::GetItemRectMin();
    const ImVec2 b = ImGui::GetItemRectMax();
    const ImVec2 middle(0.5F * (a.x + b.x), 0.5F * (a.y + b.y));
    const float arm = 4.0F * unit;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddLine({middle.x - arm, middle.y - arm}, {middle.x + arm, middle.y + arm}, kWarningInk, 1.6F * unit);
    list.AddLine({middle.x - arm, middle.y + arm}, {middle.x + arm, middle.y - arm}, kWarningInk, 1.6F * unit);
  }
  ImGui::End();
  ImGui::PopStyleColor(5);
  ImGui::PopStyleVar(4);
  ImGui::PopFont();
  return height;
}

}  // namespace cordon::ui
