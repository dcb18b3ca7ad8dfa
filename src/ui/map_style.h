#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "typography/drawing.h"
#include "ui/panel.h"

/// How what stands over the map looks, on any palette of the map.
namespace cordon::ui {

/// Marks what is selected and what the reader is drawing: no map and no system wears it.
inline constexpr ImU32 kMapAccent = IM_COL32(0, 214, 255, 255);
inline constexpr ImU32 kMapCasing = IM_COL32(255, 255, 255, 255);
inline constexpr ImU32 kMapShade = IM_COL32(10, 24, 40, 255);

/// The colour with its opacity multiplied, 0 to 1.
ImU32 faded(ImU32 color, double opacity);

/// A line of text on a plate.
struct PlateLine {
  std::string text;
  ImFont* font = nullptr;
  ImU32 color = 0;
};

/// The room that lines of text take, without a plate's padding; longer lines are broken at `wrapPixels`.
ImVec2 measureLines(const std::vector<PlateLine>& lines, float wrapPixels);

/// A plate in the theme's colours, and the lines of text on it.
void drawPlate(ImDrawList& list, ImVec2 corner, ImVec2 size, float unit);
void drawLines(ImDrawList& list, ImVec2 corner, const std::vector<PlateLine>& lines, float wrapPixels);

/// A plate with lines of text beside a point, within the room and clear of the point; none where there is no room.
void drawPlateBeside(ImDrawList& list, typography::Point point, const std::vector<PlateLine>& lines,
                     const typography::Rect& room, float unit);

/// Padding between a plate's edge and its text, units.
inline constexpr float kPlatePadding = 7.0F;

}  // namespace cordon::ui
