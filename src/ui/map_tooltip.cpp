#include "ui/map_tooltip.h"

#include <fmt/format.h>

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
constexpr float kWidthUnits = 270.0F;
constexpr double kWidthShare = 0.55;  // of the map, at most
constexpr double kRowsShare = 0.4;    // of its height
constexpr std::size_t kMostRows = 8;
constexpr std::size_t kLeastRows = 3;

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

/// A tooltip's parts: the head, what lies over each other in two columns, the hint.
struct Layout {
  std::vector<PlateLine> head;
  std::vector<PlateLine> names;
  std::vector<PlateLine> margins;
  std::vector<PlateLine> foot;
  float wrapPixels = 0.0F;
  float rowHeight = 0.0F;
  ImVec2 headSize;
  ImVec2 footSize;
  ImVec2 size;
};

float widthOf(const PlateLine& line) {
  const char* begin = line.text.c_str();
  return line.font->CalcTextSizeA(line.font->FontSize, 1.0e6F, 0.0F, begin, begin + line.text.size()).x;
}

std::string andMore(std::size_t before, std::size_t after) {
  if (before == 0) return fmt::format("and {} more", after);
  if (after == 0) return fmt::format("after {} more", before);
  return fmt::format("after {}, and {} more", before, after);
}

Layout layOut(const TooltipText& text, const Panel& panel, float mostPixels) {
  const Fonts& fonts = panel.fonts;
  const float unit = panel.unit;
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  const ImU32 soft = faded(ink, 0.72);
  Layout layout;
  layout.wrapPixels = std::min(kWidthUnits * unit, mostPixels);
  // Both toponyms of a disputed place stand alike.
  const bool alike = text.secondTitle.starts_with("/");
  layout.head.push_back({alike ? text.title + " " + text.secondTitle : text.title, fonts.bold, ink});
  if (!alike && !text.secondTitle.empty()) layout.head.push_back({text.secondTitle, fonts.small, soft});
  for (const std::string& detail : text.details) layout.head.push_back({detail, fonts.small, ink});
  // A swatch of a ring's colour stands before each name.
  const float swatch = 16.0F * unit;
  const float gap = 12.0F * unit;
  float rowWidth = 0.0F;
  for (const TooltipText::Row& row : text.rows) {
    layout.margins.push_back({row.margin, fonts.small, row.isTold ? ink : soft});
    const float margin = widthOf(layout.margins.back());
    const FontScope face(fonts.small);
    const float room = std::max(layout.wrapPixels - swatch - gap - margin, 40.0F * unit);
    layout.names.push_back({cutToFit(row.name, room), fonts.small, ink});
    rowWidth = std::max(rowWidth, swatch + widthOf(layout.names.back()) + gap + margin);
  }
  if (text.rowsBefore + text.rowsAfter > 0) {
    layout.foot.push_back({andMore(text.rowsBefore, text.rowsAfter), fonts.small, soft});
  }
  if (!text.hint.empty()) layout.foot.push_back({text.hint, fonts.small, soft});

  layout.rowHeight = std::floor(1.25F * fonts.regular->FontSize);
  layout.headSize = measureLines(layout.head, layout.wrapPixels);
  layout.footSize = measureLines(layout.foot, layout.wrapPixels);
  const float width = std::max({layout.headSize.x, layout.footSize.x, rowWidth});
  float height = layout.headSize.y + layout.footSize.y;
  if (!text.rows.empty()) height += layout.rowHeight * static_cast<float>(text.rows.size()) + 9.0F * unit;
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
  for (std::size_t i = 0; i < text.rows.size(); ++i) {
    const float middle = y + 0.5F * layout.rowHeight;
    if (text.rows[i].isTold) {
      const float pad = 3.0F * unit;
      list.AddRectFilled({corner.x - pad, y}, {right + pad, y + layout.rowHeight},
                         faded(ImGui::GetColorU32(ImGuiCol_Text), 0.18), 3.0F * unit);
    }
    if (const auto& color = text.rows[i].color) {
      list.AddCircleFilled({corner.x + 5.0F * unit, middle}, 4.5F * unit, toImGui(*color));
    }
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

/// What the pointer points at, which a tooltip must not hide: of a site its sign, else the pointer's own place.
typography::Rect pointedAt(const Panel& panel, typography::Point pointer, const typography::Rect& room) {
  const ViewOfMap& view = panel.view;
  const scene::Item& item = view.status.under.at(view.status.turn.value_or(0)).item;
  if (item.kind == scene::ItemKind::Site && view.signs != nullptr) {
    for (const scene::PlacedSign& sign : *view.signs) {
      if (std::find(sign.siteIds.begin(), sign.siteIds.end(), item.id) == sign.siteIds.end()) continue;
      const double left = std::min(pointer.x, sign.rect.x + room.x);
      const double top = std::min(pointer.y, sign.rect.y + room.y);
      return {left, top, std::max(pointer.x, sign.rect.x + room.x + sign.rect.width) - left,
              std::max(pointer.y, sign.rect.y + room.y + sign.rect.height) - top};
    }
  }
  return {pointer.x, pointer.y, 0.0, 0.0};
}

std::size_t mostRows(const Panel& panel, const typography::Rect& room) {
  const double rows = kRowsShare * room.height / static_cast<double>(1.25F * panel.fonts.regular->FontSize);
  return std::clamp(static_cast<std::size_t>(std::max(rows, 0.0)), kLeastRows, kMostRows);
}

}  // namespace

bool drawMapTooltip(const Panel& panel, ImDrawList& list, const typography::Rect& room, RestTimer& rest) {
  const ViewOfMap& view = panel.view;
  const ImGuiIO& io = ImGui::GetIO();
  const typography::Point pointer{static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y)};
  const auto unit = static_cast<double>(panel.unit);
  const std::string subject = isBusy(panel) ? std::string() : subjectOf(view.status.under);
  if (!rest.update(subject, pointer, 2.0 * unit, ImGui::GetTime())) return rest.isWaiting();
  const scene::Projector& projector = view.ground.projector();
  const auto text =
      tooltipText({view.workspace.document(), view.workspace.date(), view.model, view.status.under, view.status.cursor,
                   view.status.turn, view.preferences.language, view.preferences.lengthUnit,
                   projector.metersPerPixel(projector.camera().rangeMeters), mostRows(panel, room)});
  if (!text) return false;

  const Layout layout = layOut(*text, panel, static_cast<float>(kWidthShare * room.width));
  const auto place = placeBeside(pointedAt(panel, pointer, room), static_cast<double>(layout.size.x),
                                 static_cast<double>(layout.size.y), room, kGapUnits * unit);
  if (!place) return false;
  const ImVec2 corner(std::floor(static_cast<float>(place->x)), std::floor(static_cast<float>(place->y)));
  drawPlate(list, corner, layout.size, panel.unit);
  const float padding = kPlatePadding * panel.unit;
  ImVec2 pen(corner.x + padding + panel.unit, corner.y + padding);
  drawLines(list, pen, layout.head, layout.wrapPixels);
  pen.y += layout.headSize.y;
  if (!text->rows.empty()) {
    drawRows(list, pen, *text, layout, panel);
    pen.y += layout.rowHeight * static_cast<float>(text->rows.size()) + 9.0F * panel.unit;
  }
  drawLines(list, pen, layout.foot, layout.wrapPixels);
  return false;
}

}  // namespace cordon::ui
