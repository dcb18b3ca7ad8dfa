#include "ui/theme.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace cordon::ui {
namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const ImVec4& color) {
  const auto linear = [](float channel) {
    const auto c = static_cast<double>(channel);
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.x) + 0.7152 * linear(color.y) + 0.0722 * linear(color.z);
}

double contrast(const ImVec4& a, const ImVec4& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

TEST(Contrast, AgreesWithKnownPairs) {
  EXPECT_NEAR(contrast({0, 0, 0, 1}, {1, 1, 1, 1}), 21.0, 1e-9);
  const float gray = 118.0F / 255.0F;  // #767676, the lightest grey that passes on white
  EXPECT_NEAR(contrast({gray, gray, gray, 1}, {1, 1, 1, 1}), 4.54, 0.01);
}

class ThemeTest : public testing::TestWithParam<edit::Theme> {};

TEST_P(ThemeTest, TextReadsOnEverySurface) {
  ImGuiStyle style;
  applyTheme(style, GetParam(), 1.0);
  for (const ImGuiCol surface :
       {ImGuiCol_WindowBg, ImGuiCol_PopupBg, ImGuiCol_MenuBarBg, ImGuiCol_TitleBgActive, ImGuiCol_FrameBg,
        ImGuiCol_FrameBgHovered, ImGuiCol_Button, ImGuiCol_ButtonHovered, ImGuiCol_ButtonActive, ImGuiCol_Header,
        ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive, ImGuiCol_TextSelectedBg}) {
    ASSERT_EQ(style.Colors[surface].w, 1.0F) << ImGui::GetStyleColorName(surface);
    EXPECT_GE(contrast(style.Colors[ImGuiCol_Text], style.Colors[surface]), 4.5) << ImGui::GetStyleColorName(surface);
  }
}

TEST_P(ThemeTest, SecondaryTextReadsWhereItStands) {
  ImGuiStyle style;
  applyTheme(style, GetParam(), 1.0);
  for (const ImGuiCol surface : {ImGuiCol_WindowBg, ImGuiCol_PopupBg, ImGuiCol_MenuBarBg, ImGuiCol_FrameBg,
                                 ImGuiCol_FrameBgHovered, ImGuiCol_Header, ImGuiCol_HeaderHovered}) {
    EXPECT_GE(contrast(style.Colors[ImGuiCol_TextDisabled], style.Colors[surface]), 4.5)
        << ImGui::GetStyleColorName(surface);
  }
}

TEST_P(ThemeTest, MarksStandOutFromTheWindow) {
  ImGuiStyle style;
  applyTheme(style, GetParam(), 1.0);
  EXPECT_GE(contrast(style.Colors[ImGuiCol_CheckMark], style.Colors[ImGuiCol_FrameBg]), 3.0);
  EXPECT_GE(contrast(style.Colors[ImGuiCol_SliderGrab], style.Colors[ImGuiCol_FrameBg]), 3.0);
}

TEST_P(ThemeTest, LengthsFollowTheScale) {
  ImGuiStyle one;
  ImGuiStyle two;
  applyTheme(one, GetParam(), 1.0);
  applyTheme(two, GetParam(), 2.0);
  EXPECT_EQ(two.FramePadding.y, 2.0F * one.FramePadding.y);
  EXPECT_EQ(two.ScrollbarSize, 2.0F * one.ScrollbarSize);
  EXPECT_EQ(two.Alpha, one.Alpha);
}

INSTANTIATE_TEST_SUITE_P(All, ThemeTest, testing::Values(edit::Theme::Dark, edit::Theme::Light));

}  // namespace
}  // namespace cordon::ui
