#include "ui/navigation_cluster.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/map_style.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr float kButtonUnits = 30.0F;
constexpr float kCompassUnits = 46.0F;
constexpr float kGapUnits = 7.0F;
constexpr float kMarginUnits = 10.0F;
constexpr float kPaddingUnits = 2.0F;

enum class Sign { Compass, Plus, Minus, TiltUp, TiltDown, Flat, Home };

struct Button {
  const char* command;
  const char* title;  ///< where the command is not there to tell its own
  Sign sign;
  bool repeats;      ///< while it is held
  bool startsGroup;  ///< a gap stands before it
};

constexpr std::array<Button, 7> kButtons{{{"north", "North up", Sign::Compass, false, false},
                                          {"zoom-in", "Zoom in", Sign::Plus, true, true},
                                          {"zoom-out", "Zoom out", Sign::Minus, true, false},
                                          {"tilt-up", "Tilt up", Sign::TiltUp, true, true},
                                          {"reset-tilt", "Look straight down", Sign::Flat, false, false},
                                          {"tilt-down", "Tilt down", Sign::TiltDown, true, false},
                                          {"home", "Home", Sign::Home, false, true}}};

float heightUnits(const Button& button) {
  const float own = button.sign == Sign::Compass ? kCompassUnits : kButtonUnits;
  return own + (button.startsGroup ? kGapUnits : 0.0F);
}

/// Strokes of a sign in a box of 30 units about a centre.
class Pen {
 public:
  Pen(ImDrawList& list, ImVec2 centre, float unit, ImU32 ink) : list_(list), centre_(centre), unit_(unit), ink_(ink) {}

  ImVec2 at(float x, float y) const { return {centre_.x + x * unit_, centre_.y + y * unit_}; }
  void line(float x1, float y1, float x2, float y2) const { list_.AddLine(at(x1, y1), at(x2, y2), ink_, width()); }
  void path(std::initializer_list<ImVec2> points, bool closed) const {
    for (const ImVec2& p : points) list_.PathLineTo(at(p.x, p.y));
    list_.PathStroke(ink_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
  }

 private:
  float width() const { return 1.8F * unit_; }

  ImDrawList& list_;
  ImVec2 centre_;
  float unit_;
  ImU32 ink_;
};

/// The map as a sheet seen from above (share 1) to nearly flat on, with an arrow that shows which way it goes.
void drawTilt(const Pen& pen, bool up) {
  const float s = up ? 1.0F : -1.0F;
  pen.path({{-8.0F, 7.5F}, {8.0F, 7.5F}, {5.0F, 2.5F}, {-5.0F, 2.5F}}, true);
  pen.line(0.0F, -1.5F, 0.0F, -8.5F);
  pen.path({{-3.0F, -5.0F - 3.5F * s + 3.0F * s}, {0.0F, -5.0F - 3.5F * s}, {3.0F, -5.0F - 3.5F * s + 3.0F * s}},
           false);
}

void drawSign(Sign sign, const Pen& pen) {
  switch (sign) {
    case Sign::Compass:
      break;
    case Sign::Plus:
      pen.line(0.0F, -7.0F, 0.0F, 7.0F);
      pen.line(-7.0F, 0.0F, 7.0F, 0.0F);
      break;
    case Sign::Minus:
      pen.line(-7.0F, 0.0F, 7.0F, 0.0F);
      break;
    case Sign::TiltUp:
      drawTilt(pen, true);
      break;
    case Sign::TiltDown:
      drawTilt(pen, false);
      break;
    case Sign::Flat:
      pen.path({{-6.5F, -6.5F}, {6.5F, -6.5F}, {6.5F, 6.5F}, {-6.5F, 6.5F}}, true);
      pen.line(-6.5F, 0.0F, 6.5F, 0.0F);
      pen.line(0.0F, -6.5F, 0.0F, 6.5F);
      break;
    case Sign::Home:
      pen.path({{-8.0F, 0.0F}, {0.0F, -7.5F}, {8.0F, 0.0F}}, false);
      pen.path({{-5.5F, -1.5F}, {-5.5F, 7.0F}, {5.5F, 7.0F}, {5.5F, -1.5F}}, false);
      break;
  }
}

/// A needle on a disc that lies as the ground does: turned by the heading, foreshortened by the tilt.
void drawCompass(ImDrawList& list, ImVec2 centre, const scene::Camera& camera, float unit, ImU32 ink) {
  const float squeeze = std::max(0.32F, static_cast<float>(std::cos(camera.tiltRadians)));
  const auto heading = static_cast<float>(camera.headingRadians);
  const auto onDisc = [&](float azimuth, float radius) {
    const float angle = azimuth - heading;
    return ImVec2(centre.x + radius * unit * std::sin(angle), centre.y - squeeze * radius * unit * std::cos(angle));
  };
  constexpr float kPi = std::numbers::pi_v<float>;
  for (int i = 0; i <= 48; ++i) list.PathLineTo(onDisc(2.0F * kPi * static_cast<float>(i) / 48.0F, 18.5F));
  list.PathStroke(faded(ink, 0.35), ImDrawFlags_None, 1.2F * unit);
  for (int i = 0; i < 12; ++i) {
    const float azimuth = 2.0F * kPi * static_cast<float>(i) / 12.0F;
    list.AddLine(onDisc(azimuth, i % 3 == 0 ? 15.0F : 16.5F), onDisc(azimuth, 18.5F), faded(ink, 0.6), 1.2F * unit);
  }
  constexpr ImU32 kNorth = IM_COL32(222, 44, 60, 255);
  const ImVec2 left = onDisc(-0.5F * kPi, 4.6F);
  const ImVec2 right = onDisc(0.5F * kPi, 4.6F);
  list.AddTriangleFilled(onDisc(0.0F, 14.0F), right, left, kNorth);
  list.AddTriangleFilled(onDisc(kPi, 14.0F), left, right, faded(ink, 0.6));
}

void drawButton(const Panel& panel, const Button& button, float width) {
  const edit::Command* command = panel.view.commands.find(button.command);
  const bool possible = command != nullptr && (!command->isPossible || command->isPossible());
  const float unit = panel.unit;
  const float height = (button.sign == Sign::Compass ? kCompassUnits : kButtonUnits) * unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::PushButtonRepeat(button.repeats);
  ImGui::BeginDisabled(!possible);
  const bool pressed = ImGui::InvisibleButton(button.command, {width, height});
  ImGui::EndDisabled();
  ImGui::PopButtonRepeat();
  const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled);

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(corner.x + width, corner.y + height);
  if (hovered && possible) {
    const ImGuiCol fill = ImGui::IsItemActive() ? ImGuiCol_ButtonActive : ImGuiCol_ButtonHovered;
    list.AddRectFilled(corner, end, ImGui::GetColorU32(fill), 4.0F * unit);
  }
  const ImU32 ink = ImGui::GetColorU32(possible ? ImGuiCol_Text : ImGuiCol_TextDisabled);
  const ImVec2 centre(0.5F * (corner.x + end.x), 0.5F * (corner.y + end.y));
  if (button.sign == Sign::Compass) {
    drawCompass(list, centre, panel.view.workspace.camera(), unit, ink);
  } else {
    drawSign(button.sign, Pen(list, centre, unit, ink));
  }
  const bool hasTitle = command != nullptr && !command->title.empty();
  tooltipWithKey(panel, hasTitle ? command->title : button.title, button.command);
  if (pressed && possible) panel.run(edit::bareLine(*command));
}

/// How many of the buttons have room below `top`, and how high the cluster is with them.
struct Extent {
  std::size_t count = 0;
  double height = 0.0;
};

Extent extentOf(const typography::Rect& room, double top, double unit) {
  const double padding = 2.0 * static_cast<double>(kPaddingUnits) * unit;
  const double spare = room.y + room.height - top - static_cast<double>(kMarginUnits) * unit - padding;
  Extent extent;
  for (const Button& button : kButtons) {
    const double height = extent.height + static_cast<double>(heightUnits(button)) * unit;
    if (height > spare) break;
    extent.height = height;
    ++extent.count;
  }
  extent.height += padding;
  return extent;
}

}  // namespace

std::optional<typography::Rect> navigationClusterRect(const typography::Rect& room, double top, double unit) {
  const Extent extent = extentOf(room, top, unit);
  const double width = static_cast<double>(kCompassUnits + 2.0F * kPaddingUnits) * unit;
  if (extent.count == 0 || room.width < 3.0 * width) return std::nullopt;
  return typography::Rect{std::floor(room.x + room.width - width - static_cast<double>(kMarginUnits) * unit),
                          std::floor(top), width, extent.height};
}

void drawNavigationCluster(const Panel& panel, const typography::Rect& room, double top) {
  const float unit = panel.unit;
  const float padding = kPaddingUnits * unit;
  const auto rect = navigationClusterRect(room, top, static_cast<double>(unit));
  if (!rect) return;
  const std::size_t count = extentOf(room, top, static_cast<double>(unit)).count;
  const auto width = static_cast<float>(rect->width);
  ImGui::SetNextWindowPos({static_cast<float>(rect->x), static_cast<float>(rect->y)});
  ImGui::SetNextWindowSize({width, static_cast<float>(rect->height)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6.0F * unit);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, std::max(1.0F, std::floor(unit)));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                      ImGuiWindowFlags_NoNav;
  const bool visible = ImGui::Begin("##navigation", nullptr, kFlags);
  // The window's padding and border are set; tooltips of its buttons wear the theme's own.
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(4);
  if (visible) {
    float y = padding;
    for (std::size_t i = 0; i < count; ++i) {
      const Button& button = kButtons[i];
      if (button.startsGroup) {
        const ImVec2 corner = ImGui::GetWindowPos();
        const float rule = std::floor(corner.y + y + 0.5F * kGapUnits * unit);
        ImGui::GetWindowDrawList()->AddLine({corner.x + 8.0F * unit, rule}, {corner.x + width - 8.0F * unit, rule},
                                            ImGui::GetColorU32(ImGuiCol_Border), std::max(1.0F, std::floor(unit)));
        y += kGapUnits * unit;
      }
      ImGui::SetCursorPos({padding, y});
      drawButton(panel, button, kCompassUnits * unit);
      y += heightUnits(button) * unit - (button.startsGroup ? kGapUnits * unit : 0.0F);
    }
  }
  ImGui::End();
}

}  // namespace cordon::ui
