#include "ui/signs.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "scene/model_text.h"
#include "scene/symbols.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

ImVec2 pixelOf(typography::Point point) {
  return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

std::vector<ImVec2> verticesOf(const typography::PathItem::Contour& contour) {
  std::vector<ImVec2> vertices;
  vertices.reserve(contour.points.size() + 1);
  for (const typography::Point& point : contour.points) vertices.push_back(pixelOf(point));
  return vertices;
}

void drawDashed(ImDrawList& list, std::vector<ImVec2> vertices, bool closed, const typography::Stroke& stroke) {
  if (closed) vertices.push_back(vertices.front());
  std::size_t dash = 0;
  double left = stroke.dashPixels.front();
  for (std::size_t i = 1; i < vertices.size(); ++i) {
    const ImVec2 from = vertices[i - 1];
    const ImVec2 to = vertices[i];
    const double length = std::hypot(static_cast<double>(to.x) - static_cast<double>(from.x),
                                     static_cast<double>(to.y) - static_cast<double>(from.y));
    for (double done = 0.0; done < length;) {
      const double end = std::min(length, done + left);
      if (dash % 2 == 0) {
        const auto at = [&](double along) {
          const auto share = static_cast<float>(along / length);
          return ImVec2(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
        };
        list.AddLine(at(done), at(end), toImGui(stroke.color), static_cast<float>(stroke.widthPixels));
      }
      left -= end - done;
      done = end;
      if (left <= 1e-6) left = std::max(stroke.dashPixels[++dash % stroke.dashPixels.size()], 0.5);
    }
  }
}

void drawStroke(ImDrawList& list, const std::vector<ImVec2>& vertices, bool closed, const typography::Stroke& stroke) {
  if (!stroke.dashPixels.empty()) return drawDashed(list, vertices, closed, stroke);
  list.AddPolyline(vertices.data(), static_cast<int>(vertices.size()), toImGui(stroke.color),
                   closed ? ImDrawFlags_Closed : ImDrawFlags_None, static_cast<float>(stroke.widthPixels));
}

/// Fills an outline of which every point is seen from the centre, as those of all signs are.
void drawFill(ImDrawList& list, const std::vector<ImVec2>& vertices, ImVec2 centre, ImU32 color) {
  const ImDrawListFlags flags = list.Flags;
  list.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // seams between the triangles would show
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    list.AddTriangleFilled(centre, vertices[i], vertices[(i + 1) % vertices.size()], color);
  }
  list.Flags = flags;
}

void drawPath(ImDrawList& list, const typography::PathItem& path, ImVec2 centre) {
  for (const typography::PathItem::Contour& contour : path.contours) {
    const std::vector<ImVec2> vertices = verticesOf(contour);
    if (vertices.size() < 2) continue;
    if (path.casing) drawStroke(list, vertices, contour.closed, *path.casing);
    if (path.fill) drawFill(list, vertices, centre, toImGui(*path.fill));
    if (path.stroke) drawStroke(list, vertices, contour.closed, *path.stroke);
  }
}

void drawText(ImDrawList& list, const typography::TextItem& text) {
  const auto size = static_cast<float>(text.style.sizePixels);
  const ImVec2 extent = ImGui::GetFont()->CalcTextSizeA(size, 1e6F, 0.0F, text.text.c_str());
  const ImVec2 place = pixelOf(text.position);
  list.AddText(ImGui::GetFont(), size, {place.x - extent.x / 2.0F, place.y - size * 0.86F}, toImGui(text.style.color),
               text.text.c_str());
}

}  // namespace

scene::SiteSymbol::Part signOf(const ViewOfMap& view, std::size_t systemIndex, scene::Status status) {
  const scenario::System& system = view.workspace.document().systems[systemIndex];
  return {scene::parseSymbol(system.symbol),
          scene::systemColor(view.workspace.shown().palette, systemIndex, scene::parseColor(system.color)), status};
}

void drawSign(ImDrawList& list, const scene::SiteSymbol::Part& sign, ImVec2 centre, float radius,
              scene::PaletteName palette) {
  typography::Drawing drawing;
  const auto radiusPixels = static_cast<double>(radius);
  scene::drawSymbol(drawing, sign, {static_cast<double>(centre.x), static_cast<double>(centre.y)}, radiusPixels,
                    radiusPixels / 8.0, scene::paletteOf(palette));
  for (const typography::Item& item : drawing.items) {
    if (const auto* path = std::get_if<typography::PathItem>(&item)) drawPath(list, *path, centre);
    if (const auto* text = std::get_if<typography::TextItem>(&item)) drawText(list, *text);
  }
}

void signItem(const Panel& panel, const scene::SiteSymbol::Part& sign) {
  const float height = ImGui::GetFrameHeight();
  const float radius = ImGui::GetFontSize() * 0.36F;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({radius * 3.5F, height});
  drawSign(*ImGui::GetWindowDrawList(), sign, {corner.x + radius * 1.75F, corner.y + height / 2.0F}, radius,
           panel.view.workspace.shown().palette);
}

}  // namespace cordon::ui
