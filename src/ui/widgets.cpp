#include "ui/widgets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cordon::ui {

namespace {

ImVec4 mixed(const ImVec4& a, const ImVec4& b, float t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t, a.w + (b.w - a.w) * t};
}

ImU32 styleColor(ImGuiCol which) {
  return ImGui::GetColorU32(which);
}

/// Where the second column of label rows begins, from the row's start.
float labelWidth(const Panel& panel) {
  return std::min(112.0F * panel.unit, 0.4F * ImGui::GetContentRegionAvail().x);
}

}  // namespace

FontScope::FontScope(ImFont* font) {
  ImGui::PushFont(font);
}

FontScope::~FontScope() {
  ImGui::PopFont();
}

ImVec4 linkColor() {
  return mixed(ImGui::GetStyleColorVec4(ImGuiCol_CheckMark), ImGui::GetStyleColorVec4(ImGuiCol_Text), 0.3F);
}

ImVec4 severityColor(Severity severity) {
  const ImVec4 text = ImGui::GetStyleColorVec4(ImGuiCol_Text);
  if (severity == Severity::Error) return mixed({0.90F, 0.18F, 0.20F, text.w}, text, 0.25F);
  if (severity == Severity::Warning) return mixed({0.85F, 0.52F, 0.05F, text.w}, text, 0.25F);
  return text;
}

ImU32 withAlpha(const ImVec4& color, float alpha) {
  return ImGui::GetColorU32(ImVec4(color.x, color.y, color.z, color.w * alpha));
}

void softText(std::string_view text) {
  ImGui::PushStyleColor(ImGuiCol_Text, styleColor(ImGuiCol_TextDisabled));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopStyleColor();
}

void wrappedText(std::string_view text) {
  ImGui::PushTextWrapPos(0.0F);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
}

void wrappedSoftText(const Panel& panel, std::string_view text) {
  const FontScope small(panel.fonts.small);
  ImGui::PushTextWrapPos(0.0F);
  softText(text);
  ImGui::PopTextWrapPos();
}

std::string cutToFit(std::string_view text, float width) {
  const char* const end = text.data() + text.size();
  const float size = ImGui::GetFontSize();
  const char* fits = nullptr;
  ImFont* const font = ImGui::GetFont();
  font->CalcTextSizeA(size, width, 0.0F, text.data(), end, &fits);
  if (fits == end) return std::string(text);
  const float room = width - font->CalcTextSizeA(size, 1e6F, 0.0F, "…").x;
  font->CalcTextSizeA(size, std::max(room, 0.0F), 0.0F, text.data(), end, &fits);
  std::string cut(text.data(), fits);
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

void cutText(const Panel& panel, const std::string& text, float width) {
  const std::string shown = cutToFit(text, width);
  ImGui::TextUnformatted(shown.data(), shown.data() + shown.size());
  if (shown != text) tooltipWithKey(panel, text);
}

void fact(const Panel& panel, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  factLabel(panel, label);
  wrappedText(text);
}

void factLabel(const Panel& panel, std::string_view label) {
  const float start = ImGui::GetCursorPosX();
  const float column = labelWidth(panel);
  softText(cutToFit(label, column - 4.0F * panel.unit));
  ImGui::SameLine(start + column);
}

void rowLabel(const Panel& panel, std::string_view label) {
  const float start = ImGui::GetCursorPosX();
  const float column = labelWidth(panel);
  ImGui::AlignTextToFramePadding();
  softText(cutToFit(label, column - 4.0F * panel.unit));
  ImGui::SameLine(start + column);
  ImGui::SetNextItemWidth(-FLT_MIN);
}

void tooltipWithKey(const Panel& panel, std::string_view text, std::string_view command) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  const std::string keys = command.empty() ? std::string() : keysOf(panel.view.commands, command);
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  float room = window.x - 32.0F * panel.unit;
  const bool isInPanel = panel.state.panelLeft > 0.0F && ImGui::GetItemRectMin().x >= panel.state.panelLeft;
  const ImGuiStyle& style = ImGui::GetStyle();
  if (isInPanel) room = std::min(room, panel.state.panelLeft - 8.0F * panel.unit - 2.0F * style.WindowPadding.x);
  const float wrap = std::max(std::min(340.0F * panel.unit, room), 1.0F);
  if (isInPanel) {
    // Beside the panel, so that it covers nothing that one works on.
    const float height = ImGui::CalcTextSize(text.data(), text.data() + text.size(), false, wrap).y +
                         (keys.empty() ? 0.0F : ImGui::GetTextLineHeightWithSpacing()) + 2.0F * style.WindowPadding.y;
    const float gap = 4.0F * panel.unit;
    const float middle = 0.5F * (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y);
    const float top = std::clamp(middle - 0.5F * height, gap, std::max(window.y - height - gap, gap));
    ImGui::SetNextWindowPos({panel.state.panelLeft - gap, std::floor(top)}, ImGuiCond_Always, {1.0F, 0.0F});
  }
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(wrap);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  if (!keys.empty()) softText(keys);
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

std::string keysOf(const edit::CommandTable& commands, std::string_view command) {
  const edit::Command* found = commands.find(command);
  if (!found) return {};
  std::string keys;
  for (const char c : found->chords) {
    if (c == ' ') {
      keys += " or ";
    } else {
      keys += c;
    }
  }
  return keys;
}

bool linkText(const std::string& text, const char* id) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  ImVec2 extent = ImGui::CalcTextSize(begin, end, false, width);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  extent.x = std::max(extent.x, 1.0F);
  extent.y = std::max(extent.y, 1.0F);
  ImGui::PushID(id);
  const bool clicked = ImGui::InvisibleButton("##link", extent);
  ImGui::PopID();
  const bool pointed = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  const ImVec4 color = linkColor();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), corner, withAlpha(color, 1.0F), begin, end, width);
  const float underline = corner.y + extent.y - 1.0F;
  if (pointed) list.AddLine({corner.x, underline}, {corner.x + extent.x, underline}, withAlpha(color, 0.8F));
  return clicked;
}

bool quietButton(const Panel& panel, const char* label, std::string_view tip, std::string_view command) {
  ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
  ImGui::PushStyleColor(ImGuiCol_Text, linkColor());
  const bool clicked = ImGui::Button(label);
  ImGui::PopStyleColor(2);
  tooltipWithKey(panel, tip, command);
  return clicked;
}

void drawGlyph(ImDrawList& list, Glyph glyph, ImVec2 centre, float radius, ImU32 color) {
  const float line = std::max(1.0F, radius * 0.28F);
  const auto at = [&](float x, float y) { return ImVec2(centre.x + x * radius, centre.y + y * radius); };
  const auto arrow = [&](ImVec2 a, ImVec2 b, ImVec2 c) {
    const ImVec2 points[3] = {a, b, c};
    list.AddPolyline(points, 3, color, ImDrawFlags_None, line);
  };
  switch (glyph) {
    case Glyph::Previous:
      list.AddTriangleFilled(at(0.7F, -0.8F), at(-0.6F, 0.0F), at(0.7F, 0.8F), color);
      list.AddRectFilled(at(-0.95F, -0.8F), at(-0.65F, 0.8F), color);
      break;
    case Glyph::Next:
      list.AddTriangleFilled(at(-0.7F, -0.8F), at(0.6F, 0.0F), at(-0.7F, 0.8F), color);
      list.AddRectFilled(at(0.65F, -0.8F), at(0.95F, 0.8F), color);
      break;
    case Glyph::Play:
      list.AddTriangleFilled(at(-0.65F, -0.95F), at(0.95F, 0.0F), at(-0.65F, 0.95F), color);
      break;
    case Glyph::Pause:
      list.AddRectFilled(at(-0.75F, -0.85F), at(-0.2F, 0.85F), color);
      list.AddRectFilled(at(0.2F, -0.85F), at(0.75F, 0.85F), color);
      break;
    case Glyph::Remove:
      list.AddLine(at(-0.7F, -0.7F), at(0.7F, 0.7F), color, line);
      list.AddLine(at(-0.7F, 0.7F), at(0.7F, -0.7F), color, line);
      break;
    case Glyph::Add:
      list.AddLine(at(-0.85F, 0.0F), at(0.85F, 0.0F), color, line);
      list.AddLine(at(0.0F, -0.85F), at(0.0F, 0.85F), color, line);
      break;
    case Glyph::FlyTo:
      list.AddCircle(centre, radius * 0.62F, color, 0, line);
      for (const auto& [x, y] : {ImVec2(1.0F, 0.0F), ImVec2(-1.0F, 0.0F), ImVec2(0.0F, 1.0F), ImVec2(0.0F, -1.0F)}) {
        list.AddLine(at(0.35F * x, 0.35F * y), at(1.05F * x, 1.05F * y), color, line);
      }
      break;
    case Glyph::Opened:
      arrow(at(-0.8F, -0.4F), at(0.0F, 0.45F), at(0.8F, -0.4F));
      break;
    case Glyph::Closed:
      arrow(at(-0.4F, -0.8F), at(0.45F, 0.0F), at(-0.4F, 0.8F));
      break;
  }
}

float glyphButtonWidth() {
  return ImGui::GetFrameHeight();
}

bool glyphButton(const Panel& panel, const char* id, Glyph glyph, std::string_view tip, std::string_view command) {
  const float side = glyphButtonWidth();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::PushID(id);
  ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
  const bool clicked = ImGui::Button("##glyph", {side, side});
  ImGui::PopStyleColor();
  ImGui::PopID();
  const ImGuiCol ink = ImGui::IsItemHovered() ? ImGuiCol_Text : ImGuiCol_TextDisabled;
  drawGlyph(*ImGui::GetWindowDrawList(), glyph, {corner.x + side / 2.0F, corner.y + side / 2.0F},
            ImGui::GetFontSize() * 0.34F, styleColor(ink));
  tooltipWithKey(panel, tip, command);
  return clicked;
}

bool listEntry(const std::string& label, bool isChosen) {
  const bool clicked = ImGui::Selectable(label.c_str(), isChosen);
  if (isChosen) ImGui::SetItemDefaultFocus();
  return clicked;
}

std::optional<std::size_t> choiceRow(const Panel& panel, const char* id, const std::vector<Choice>& choices,
                                     std::size_t chosen, std::string_view command) {
  std::optional<std::size_t> clicked;
  const float gap = std::round(2.0F * panel.unit);
  const float padding = 2.0F * ImGui::GetStyle().FramePadding.x;
  float natural = gap * (static_cast<float>(choices.size()) - 1.0F);
  for (const Choice& choice : choices) natural += ImGui::CalcTextSize(choice.label.c_str()).x + padding;
  const float room = ImGui::GetContentRegionAvail().x;
  ImGui::PushID(id);
  if (natural > room) {
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool open = ImGui::BeginCombo("##choices", choices[chosen].label.c_str());
    if (!open) tooltipWithKey(panel, choices[chosen].tip, command);
    for (std::size_t i = 0; open && i < choices.size(); ++i) {
      if (listEntry(choices[i].label, i == chosen)) clicked = i;
      tooltipWithKey(panel, choices[i].tip, command);
    }
    if (open) ImGui::EndCombo();
  } else {
    const float slack = (room - natural) / static_cast<float>(choices.size());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, ImGui::GetStyle().ItemSpacing.y});
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (i > 0) ImGui::SameLine();
      const ImGuiCol fill = i == chosen ? ImGuiCol_ButtonActive : ImGuiCol_FrameBg;
      ImGui::PushStyleColor(ImGuiCol_Button, styleColor(fill));
      const float width = std::floor(ImGui::CalcTextSize(choices[i].label.c_str()).x + padding + slack);
      if (ImGui::Button(choices[i].label.c_str(), {width, 0.0F})) clicked = i;
      ImGui::PopStyleColor();
      tooltipWithKey(panel, choices[i].tip, command);
    }
    ImGui::PopStyleVar();
  }
  ImGui::PopID();
  return clicked;
}

std::optional<double> numberSlider(const char* id, double value, double least, double most, const char* format) {
  double moved = value;
  if (!ImGui::SliderScalar(id, ImGuiDataType_Double, &moved, &least, &most, format, ImGuiSliderFlags_AlwaysClamp)) {
    return std::nullopt;
  }
  return moved;
}

bool sectionHeading(const Panel& panel, const std::string& title, const std::string& summary) {
  const std::vector<std::string>& closed = panel.view.preferences.closedSections;
  const bool open = std::find(closed.begin(), closed.end(), title) == closed.end();
  const float unit = panel.unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  const float height = std::round(ImGui::GetFontSize() + 16.0F * unit);
  const float middle = corner.y + height / 2.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();

  list.AddLine(corner, {corner.x + width, corner.y}, styleColor(ImGuiCol_Separator));
  ImGui::PushStyleColor(ImGuiCol_Header, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
  const bool clicked = ImGui::InvisibleButton(title.c_str(), {width, height});
  ImGui::PopStyleColor();
  const bool pointed = ImGui::IsItemHovered() || ImGui::IsItemFocused();
  panel.state.sections.tops.emplace_back(title, ImGui::GetCursorPosY() - height - ImGui::GetStyle().ItemSpacing.y);

  const float textX = corner.x + 20.0F * unit;
  drawGlyph(list, open ? Glyph::Opened : Glyph::Closed, {corner.x + 7.0F * unit, middle}, ImGui::GetFontSize() * 0.28F,
            styleColor(pointed ? ImGuiCol_Text : ImGuiCol_TextDisabled));
  float textEnd = textX;
  {
    const FontScope bold(panel.fonts.bold);
    list.AddText({textX, middle - ImGui::GetFontSize() / 2.0F}, styleColor(ImGuiCol_Text), title.c_str());
    textEnd += ImGui::CalcTextSize(title.c_str()).x;
  }
  const FontScope small(panel.fonts.small);
  const float room = corner.x + width - textEnd - 12.0F * unit;
  if (!summary.empty() && room > 24.0F * unit) {
    const std::string shown = cutToFit(summary, room);
    list.AddText({corner.x + width - ImGui::CalcTextSize(shown.c_str()).x, middle - ImGui::GetFontSize() / 2.0F},
                 styleColor(ImGuiCol_TextDisabled), shown.c_str());
  }
  if (clicked) panel.run(fmt::format("section {} {}", edit::quoted(title), open ? "closed" : "open"));
  return open;
}

ImU32 toImGui(const typography::Color& color) {
  return ImGui::ColorConvertFloat4ToU32({static_cast<float>(color.red), static_cast<float>(color.green),
                                         static_cast<float>(color.blue), static_cast<float>(color.alpha)});
}

}  // namespace cordon::ui
