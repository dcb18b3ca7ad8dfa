#include "ui/map_tooltip.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "ui/box_placement.h"
#include "ui/map_style.h"
#include "ui/tooltip_text.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr double kGapUnits = 18.0;  // the pointer's own size
constexpr float kWidthUnits = 320.0F;

/// Names what is under the pointer, so that a change is told.
std::string subjectOf(const std::vector<scene::Pick>& under) {
  std::string subject;
  for (const scene::Pick& pick : under) {
    subject += std::to_string(static_cast<int>(pick.item.kind)) + pick.item.id + "\n";
  }
  return subject;
}

bool isBusy(const Panel& panel) {
  const MapStatus& status = panel.view.status;
  return ImGui::GetIO().WantCaptureMouse || ImGui::IsAnyMouseDown() || status.dragBox || status.laser ||
         panel.view.workspace.tool() != edit::Tool::Select;
}

/// A tooltip's parts: the head, the rings in two columns, the hint.
struct Layout {
  std::vector<PlateLine> head;
  std::vector<PlateLine> names;
  std::vector<PlateLine> margins;
  std::vector<PlateLine> foot;
  float rowHeight = 0.0F;
  float nameWidth = 0.0F;
  ImVec2 headSize;
  ImVec2 footSize;
  ImVec2 size;
};

float widthOf(const PlateLine& line) {
  const char* begin = line.text.c_str();
  return line.font->CalcTextSizeA(line.font->FontSize, 1.0e6F, 0.0F, begin, begin + line.text.size()).x;
}

Layout layOut(const TooltipText& text, const Panel& panel) {
  const Fonts& fonts = panel.fonts;
  const float unit = panel.unit;
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  const ImU32 soft = faded(ink, 0.72);
  Layout layout;
  // Both toponyms of a disputed place stand alike.
  const bool alike = text.secondTitle.starts_with("/");
  layout.head.push_back({alike ? text.title + " " + text.secondTitle : text.title, fonts.bold, ink});
  if (!alike && !text.secondTitle.empty()) layout.head.push_back({text.secondTitle, fonts.regular, soft});
  for (const std::string& detail : text.details) layout.head.push_back({detail, fonts.regular, ink});
  float marginWidth = 0.0F;
  for (const TooltipText::Row& row : text.rings) {
    layout.names.push_back({row.name, row.first ? fonts.bold : fonts.regular, ink});
    layout.margins.push_back({row.margin, row.first ? fonts.bold : fonts.regular, row.first ? ink : soft});
    layout.nameWidth = std::max(layout.nameWidth, widthOf(layout.names.back()));
    marginWidth = std::max(marginWidth, widthOf(layout.margins.back()));
  }
  if (text.moreRings > 0) layout.foot.push_back({"and " + std::to_string(text.moreRings) + " more", fonts.small, soft});
  if (!text.hint.empty()) layout.foot.push_back({text.hint, fonts.small, soft});

  layout.rowHeight = std::floor(1.3F * fonts.regular->FontSize);
  layout.headSize = measureLines(layout.head, kWidthUnits * unit);
  layout.footSize = measureLines(layout.foot, kWidthUnits * unit);
  float width = std::max(layout.headSize.x, layout.footSize.x);
  float height = layout.headSize.y + layout.footSize.y;
  if (!text.rings.empty()) {
    // A swatch of the ring's colour stands before each name.
    width = std::max(width, 16.0F * unit + layout.nameWidth + 16.0F * unit + marginWidth);
    height += layout.rowHeight * static_cast<float>(text.rings.size()) + 9.0F * unit;
  }
  const float padding = kPlatePadding * unit;
  layout.size = {std::ceil(width + 2.0F * padding + 2.0F * unit), std::ceil(height + 2.0F * padding)};
  return layout;
}

void drawRows(ImDrawList& list, ImVec2 corner, const TooltipText& text, const Layout& layout, const Panel& panel) {
  const float unit = panel.unit;
  const float right = corner.x + layout.size.x - 2.0F * kPlatePadding * unit;
  const ImU32 rule = ImGui::GetColorU32(ImGuiCol_Border);
  list.AddLine({corner.x, corner.y + 4.0F * unit}, {right, corner.y + 4.0F * unit}, rule, std::max(1.0F, unit));
  float y = corner.y + 9.0F * unit;
  for (std::size_t i = 0; i < text.rings.size(); ++i) {
    const float middle = y + 0.5F * layout.rowHeight;
    if (text.rings[i].first) {
      const float pad = 3.0F * unit;
      list.AddRectFilled({corner.x - pad, y}, {right + pad, y + layout.rowHeight},
                         faded(ImGui::GetColorU32(ImGuiCol_Text), 0.10), 3.0F * unit);
    }
    list.AddCircleFilled({corner.x + 5.0F * unit, middle}, 4.5F * unit, toImGui(text.rings[i].color));
    const auto write = [&](const PlateLine& line, float x) {
      const char* begin = line.text.c_str();
      list.AddText(line.font, line.font->FontSize, {std::floor(x), std::floor(middle - 0.5F * line.font->FontSize)},
                   line.color, begin, begin + line.text.size());
    };
    write(layout.names[i], corner.x + 16.0F * unit);
    write(layout.margins[i], right - widthOf(layout.margins[i]));
    y += layout.rowHeight;
  }
}

}  // namespace

bool drawMapTooltip(const Panel& panel, ImDrawList& list, const typography::Rect& room, RestTimer& rest) {
  const ViewOfMap& view = panel.view;
  const ImGuiIO& io = ImGui::GetIO();
  const typography::Point pointer{static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y)};
  const auto unit = static_cast<double>(panel.unit);
  const std::string subject = isBusy(panel) ? std::string() : subjectOf(view.status.under);
  if (!rest.update(subject, pointer, 2.0 * unit, ImGui::GetTime())) return rest.isWaiting();
  const auto text = tooltipText(view.workspace.document(), view.workspace.date(), view.model, view.status.under,
                                view.status.cursor, view.preferences.language, view.preferences.lengthUnit);
  if (!text) return false;

  const Layout layout = layOut(*text, panel);
  const auto place = placeBeside(pointer, static_cast<double>(layout.size.x), static_cast<double>(layout.size.y), room,
                                 kGapUnits * unit);
  if (!place) return false;
  const ImVec2 corner(std::floor(static_cast<float>(place->x)), std::floor(static_cast<float>(place->y)));
  drawPlate(list, corner, layout.size, panel.unit);
  const float padding = kPlatePadding * panel.unit;
  ImVec2 pen(corner.x + padding + panel.unit, corner.y + padding);
  drawLines(list, pen, layout.head, kWidthUnits * panel.unit);
  pen.y += layout.headSize.y;
  if (!text->rings.empty()) {
    drawRows(list, pen, *text, layout, panel);
    pen.y += layout.rowHeight * static_cast<float>(text->rings.size()) + 9.0F * panel.unit;
  }
  drawLines(list, pen, layout.foot, kWidthUnits * panel.unit);
  return false;
}

}  // namespace cordon::ui
