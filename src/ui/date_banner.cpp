#include "ui/date_banner.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/map_style.h"

namespace cordon::ui {

namespace {

constexpr const char* kDateSection = "Date";
constexpr const char* kLead = "as reported by";
constexpr double kLargeTextScale = 1.5;
constexpr float kAboveFooter = 64.0F;

bool isShownByPanel(const ViewOfMap& view) {
  const auto& closed = view.preferences.closedSections;
  return view.preferences.panelOpen && !view.status.fullScreen &&
         std::find(closed.begin(), closed.end(), kDateSection) == closed.end();
}

float widthOf(const ImFont* font, const char* text) {
  return font->CalcTextSizeA(font->FontSize, 1.0e6F, 0.0F, text).x;
}

/// Playing: a triangle; at rest: two bars would say nothing, so there is none.
void drawPlaying(ImDrawList& list, ImVec2 centre, float radius) {
  list.AddTriangleFilled({centre.x - 0.7F * radius, centre.y - radius}, {centre.x + radius, centre.y},
                         {centre.x - 0.7F * radius, centre.y + radius}, kMapAccent);
}

}  // namespace

void drawDateBanner(const Panel& panel, ImDrawList& list, const typography::Rect& room) {
  const ViewOfMap& view = panel.view;
  const bool isInTitle = view.model.shows(scene::Layer::Furniture) && !view.model.dateText.empty();
  const bool playing = view.workspace.playback().playing;
  if (isInTitle && !playing) return;
  if (!playing && isShownByPanel(view)) return;
  const bool large = view.status.fullScreen || view.preferences.textScale >= kLargeTextScale;
  ImFont* font = large ? panel.fonts.date : panel.fonts.bold;
  ImFont* leadFont = large ? panel.fonts.regular : panel.fonts.small;
  // The day of the rings that are drawn: the next one may be under way.
  const std::string& date = view.model.shownDate;
  const float unit = panel.unit;
  const float gap = 5.0F * unit;
  const float lead = widthOf(leadFont, kLead);
  const float sign = playing ? 0.8F * font->FontSize + gap : 0.0F;
  const float text = lead + gap + widthOf(font, date.c_str());
  const ImVec2 size(std::ceil(text + sign + 20.0F * unit), std::ceil(font->FontSize + 10.0F * unit));
  if (size.x > static_cast<float>(room.width) || size.y > static_cast<float>(room.height)) return;

  const ImVec2 corner(std::floor(static_cast<float>(room.x + 0.5 * room.width) - 0.5F * size.x),
                      std::floor(static_cast<float>(room.y + room.height) - kAboveFooter * unit - size.y));
  drawPlate(list, corner, size, unit);
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  const float middle = corner.y + 0.5F * size.y;
  float x = corner.x + 10.0F * unit;
  if (playing) drawPlaying(list, {x + 0.35F * font->FontSize, middle}, 0.32F * font->FontSize);
  x += sign;
  // Both on one baseline, which lies at about four fifths of the type's size.
  const float baseline = middle + 0.3F * font->FontSize;
  list.AddText(leadFont, leadFont->FontSize, {std::floor(x), std::floor(baseline - 0.8F * leadFont->FontSize)},
               faded(ink, 0.75), kLead);
  list.AddText(font, font->FontSize, {std::floor(x + lead + gap), std::floor(baseline - 0.8F * font->FontSize)}, ink,
               date.c_str());
}

}  // namespace cordon::ui
