#include "ui/map_style.h"

#include <algorithm>
#include <cmath>

#include "ui/box_placement.h"

namespace cordon::ui {

namespace {

constexpr float kLineGap = 1.25F;  // of the type's size

ImVec2 sizeOf(const PlateLine& line, float wrapPixels) {
  const char* begin = line.text.c_str();
  return line.font->CalcTextSizeA(line.font->FontSize, 1.0e6F, wrapPixels, begin, begin + line.text.size());
}

float heightOf(const PlateLine& line, ImVec2 size) {
  return size.y + (kLineGap - 1.0F) * line.font->FontSize;
}

}  // namespace

ImU32 faded(ImU32 color, double opacity) {
  const double alpha = static_cast<double>((color >> IM_COL32_A_SHIFT) & 0xFFU) * std::clamp(opacity, 0.0, 1.0);
  return (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT);
}

ImVec2 measureLines(const std::vector<PlateLine>& lines, float wrapPixels) {
  ImVec2 size(0.0F, 0.0F);
  for (const PlateLine& line : lines) {
    const ImVec2 one = sizeOf(line, wrapPixels);
    size.x = std::max(size.x, std::ceil(one.x));
    size.y += heightOf(line, one);
  }
  size.y = std::ceil(size.y);
  return size;
}

void drawPlate(ImDrawList& list, ImVec2 corner, ImVec2 size, float unit) {
  const ImVec2 end(corner.x + size.x, corner.y + size.y);
  const float radius = 5.0F * unit;
  list.AddRectFilled({corner.x, corner.y + unit}, {end.x, end.y + 2.0F * unit}, faded(kMapShade, 0.25), radius);
  list.AddRectFilled(corner, end, ImGui::GetColorU32(ImGuiCol_PopupBg), radius);
  list.AddRect(corner, end, ImGui::GetColorU32(ImGuiCol_Border), radius, 0, std::max(1.0F, std::floor(unit)));
}

void drawLines(ImDrawList& list, ImVec2 corner, const std::vector<PlateLine>& lines, float wrapPixels) {
  float y = corner.y;
  for (const PlateLine& line : lines) {
    const char* begin = line.text.c_str();
    const float lead = 0.5F * (kLineGap - 1.0F) * line.font->FontSize;
    list.AddText(line.font, line.font->FontSize, {std::floor(corner.x), std::floor(y + lead)}, line.color, begin,
                 begin + line.text.size(), wrapPixels);
    y += heightOf(line, sizeOf(line, wrapPixels));
  }
}

void drawPlateBeside(ImDrawList& list, typography::Point point, const std::vector<PlateLine>& lines,
                     const typography::Rect& room, float unit) {
  const float wrap = 340.0F * unit;
  const float padding = kPlatePadding * unit;
  const ImVec2 text = measureLines(lines, wrap);
  const ImVec2 size(text.x + 2.0F * padding, text.y + 1.4F * padding);
  const auto place = placeBeside({point.x, point.y, 0.0, 0.0}, static_cast<double>(size.x), static_cast<double>(size.y),
                                 room, 16.0 * static_cast<double>(unit));
  if (!place) return;
  const ImVec2 corner(std::floor(static_cast<float>(place->x)), std::floor(static_cast<float>(place->y)));
  drawPlate(list, corner, size, unit);
  drawLines(list, {corner.x + padding, corner.y + 0.7F * padding}, lines, wrap);
}

}  // namespace cordon::ui
