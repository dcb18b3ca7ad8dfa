#include "ui/theme.h"

#include <imgui.h>

#include <cmath>
#include <cstdint>

namespace cordon::ui {

namespace {

/// The colours that a theme is made of, as 0xRRGGBB.
struct Palette {
  std::uint32_t text;
  std::uint32_t secondary;
  std::uint32_t window;  ///< panels and dialogs
  std::uint32_t bar;     ///< the menu bar and titles
  std::uint32_t popup;
  std::uint32_t field;  ///< what is typed or dragged in
  std::uint32_t button;
  std::uint32_t hovered;
  std::uint32_t pressed;
  std::uint32_t chosen;  ///< a chosen row
  std::uint32_t border;
  std::uint32_t grip;  ///< scroll bars and sliders
  std::uint32_t accent;
};

constexpr Palette kDark{0xE4E9EF, 0xB0BBC7, 0x1C2128, 0x22282F, 0x232A32, 0x2B333D, 0x303945,
                        0x3B4654, 0x27608F, 0x294A68, 0x3A444F, 0x5D6B7A, 0x6DB3F2};
constexpr Palette kLight{0x1B222A, 0x505B67, 0xF6F8FA, 0xE9EDF1, 0xFDFEFF, 0xDBE2E9, 0xD6DEE6,
                         0xCAD6E2, 0xB3D2EE, 0xCBE0F3, 0xC0C9D2, 0x94A1AE, 0x1766A6};

ImVec4 color(std::uint32_t rgb, float alpha = 1.0F) {
  const auto channel = [&](unsigned shift) { return static_cast<float>((rgb >> shift) & 0xFFU) / 255.0F; };
  return {channel(16), channel(8), channel(0), alpha};
}

void setColors(ImGuiStyle& style, const Palette& palette) {
  const auto set = [&](ImGuiCol which, std::uint32_t rgb, float alpha = 1.0F) {
    style.Colors[which] = color(rgb, alpha);
  };
  set(ImGuiCol_Text, palette.text);
  set(ImGuiCol_TextDisabled, palette.secondary);
  set(ImGuiCol_WindowBg, palette.window);
  set(ImGuiCol_ChildBg, palette.window, 0.0F);
  set(ImGuiCol_PopupBg, palette.popup);
  set(ImGuiCol_Border, palette.border);
  set(ImGuiCol_BorderShadow, 0, 0.0F);
  set(ImGuiCol_FrameBg, palette.field);
  set(ImGuiCol_FrameBgHovered, palette.hovered);
  set(ImGuiCol_FrameBgActive, palette.hovered);
  set(ImGuiCol_TitleBg, palette.bar);
  set(ImGuiCol_TitleBgActive, palette.bar);
  set(ImGuiCol_TitleBgCollapsed, palette.bar);
  set(ImGuiCol_MenuBarBg, palette.bar);
  set(ImGuiCol_ScrollbarBg, palette.window, 0.0F);
  set(ImGuiCol_ScrollbarGrab, palette.grip, 0.55F);
  set(ImGuiCol_ScrollbarGrabHovered, palette.grip, 0.8F);
  set(ImGuiCol_ScrollbarGrabActive, palette.grip);
  set(ImGuiCol_CheckMark, palette.accent);
  set(ImGuiCol_SliderGrab, palette.accent);
  set(ImGuiCol_SliderGrabActive, palette.accent);
  set(ImGuiCol_Button, palette.button);
  set(ImGuiCol_ButtonHovered, palette.hovered);
  set(ImGuiCol_ButtonActive, palette.pressed);
  set(ImGuiCol_Header, palette.chosen);
  set(ImGuiCol_HeaderHovered, palette.hovered);
  set(ImGuiCol_HeaderActive, palette.pressed);
  set(ImGuiCol_Separator, palette.border);
  set(ImGuiCol_SeparatorHovered, palette.accent);
  set(ImGuiCol_SeparatorActive, palette.accent);
  set(ImGuiCol_ResizeGrip, palette.grip, 0.3F);
  set(ImGuiCol_ResizeGripHovered, palette.accent, 0.7F);
  set(ImGuiCol_ResizeGripActive, palette.accent);
  set(ImGuiCol_Tab, palette.bar);
  set(ImGuiCol_TabHovered, palette.hovered);
  set(ImGuiCol_TabActive, palette.chosen);
  set(ImGuiCol_TabUnfocused, palette.bar);
  set(ImGuiCol_TabUnfocusedActive, palette.chosen);
  set(ImGuiCol_PlotLines, palette.secondary);
  set(ImGuiCol_PlotLinesHovered, palette.accent);
  set(ImGuiCol_PlotHistogram, palette.accent);
  set(ImGuiCol_PlotHistogramHovered, palette.accent);
  set(ImGuiCol_TableHeaderBg, palette.bar);
  set(ImGuiCol_TableBorderStrong, palette.border);
  set(ImGuiCol_TableBorderLight, palette.border, 0.6F);
  set(ImGuiCol_TableRowBg, palette.window, 0.0F);
  set(ImGuiCol_TableRowBgAlt, palette.field, 0.35F);
  set(ImGuiCol_TextSelectedBg, palette.pressed);
  set(ImGuiCol_DragDropTarget, palette.accent);
  set(ImGuiCol_NavHighlight, palette.accent);
  set(ImGuiCol_NavWindowingHighlight, palette.accent);
  set(ImGuiCol_NavWindowingDimBg, 0, 0.3F);
  set(ImGuiCol_ModalWindowDimBg, 0, 0.35F);
}

}  // namespace

void applyTheme(ImGuiStyle& style, edit::Theme theme, double pixelsAUnit) {
  style = ImGuiStyle();
  setColors(style, theme == edit::Theme::Dark ? kDark : kLight);
  const auto pixels = [&](double units) { return static_cast<float>(std::round(units * pixelsAUnit)); };
  style.WindowPadding = {pixels(12.0), pixels(10.0)};
  style.WindowMinSize = {1.0F, 1.0F};
  style.WindowTitleAlign = {0.0F, 0.5F};
  style.WindowMenuButtonPosition = ImGuiDir_None;
  style.WindowRounding = pixels(6.0);
  style.ChildRounding = pixels(4.0);
  style.PopupRounding = pixels(5.0);
  style.FrameRounding = pixels(4.0);
  style.GrabRounding = pixels(4.0);
  style.ScrollbarRounding = pixels(6.0);
  style.FramePadding = {pixels(8.0), pixels(4.0)};
  style.CellPadding = {pixels(6.0), pixels(3.0)};
  style.ItemSpacing = {pixels(8.0), pixels(6.0)};
  style.ItemInnerSpacing = {pixels(6.0), pixels(4.0)};
  style.IndentSpacing = pixels(20.0);
  style.ScrollbarSize = pixels(12.0);
  style.GrabMinSize = pixels(12.0);
  style.DisplaySafeAreaPadding = {pixels(3.0), pixels(3.0)};
  style.AntiAliasedLinesUseTex = true;
}

}  // namespace cordon::ui
