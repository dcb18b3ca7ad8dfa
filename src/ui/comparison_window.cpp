#include "ui/comparison_window.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "scene/map_changes.h"
#include "ui/comparison_rows.h"
#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr float kWidthUnits = 350.0F;
constexpr float kHeightUnits = 230.0F;
constexpr float kGapUnits = 12.0F;
/// Above the sources' strip at the map's foot.
constexpr float kFootUnits = 34.0F;

bool isThere(const scenario::Document& document, const scenario::Difference& difference) {
  switch (difference.part) {
    case scenario::PartKind::Feature:
      return document.findFeature(difference.id) != nullptr;
    case scenario::PartKind::System:
      return document.findSystem(difference.id) != nullptr;
    case scenario::PartKind::View:
      return document.findView(difference.id) != nullptr;
    case scenario::PartKind::Source:
    case scenario::PartKind::Document:
      break;
  }
  return false;
}

void drawRow(const Panel& panel, const scene::MapChanges& changes, const ComparisonRow& row, int number) {
  using Kind = ComparisonRow::Kind;
  const edit::Workspace& workspace = panel.view.workspace;
  const ComparisonForm form{workspace.shown().lengthUnit, panel.view.preferences.coordinateFormat};
  const std::string text = rowText(changes.comparison, row, form);
  const float indent = (row.kind == Kind::Heading ? 0.0F : row.kind == Kind::Part ? 8.0F : 22.0F) * panel.unit;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
  const float width = std::max(ImGui::GetContentRegionAvail().x, 1.0F);
  if (row.kind == Kind::Heading) {
    const FontScope bold(panel.fonts.bold);
    ImGui::TextUnformatted(text.c_str());
    return;
  }
  if (row.kind != Kind::Part) {
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
    cutText(panel, text, width);
    ImGui::PopStyleColor();
    return;
  }
  const scenario::Difference& difference = changes.comparison.differences[row.difference];
  const bool leadsSomewhere = difference.part == scenario::PartKind::Feature ||
                              difference.part == scenario::PartKind::System ||
                              difference.part == scenario::PartKind::View;
  if (!leadsSomewhere) {
    cutText(panel, text, width);
    return;
  }
  ImGui::PushID(number);
  ImGui::PushStyleColor(ImGuiCol_Text, linkColor());
  const bool clicked = ImGui::Selectable(cutToFit(text, width).c_str(), false);
  ImGui::PopStyleColor();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::PopID();
  if (!clicked) return;
  for (const std::string& line : linesToShow(difference, isThere(workspace.document(), difference))) panel.run(line);
}

void drawRows(const Panel& panel, const scene::MapChanges& changes) {
  InterfaceState::Comparing& state = panel.state.comparing;
  if (state.of.get() != &changes) {
    state.of = panel.view.workspace.shown().changes;
    state.rows = comparisonRows(changes.comparison);
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(state.rows.size()), ImGui::GetTextLineHeightWithSpacing());
  while (clipper.Step()) {
    for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
      drawRow(panel, changes, state.rows[static_cast<std::size_t>(row)], row);
    }
  }
}

void drawDateField(const Panel& panel, const char* label, std::string& text) {
  rowLabel(panel, label);
  ImGui::PushID(label);
  ImGui::InputTextWithHint("##date", "YYYY-MM-DD", &text);
  ImGui::PopID();
}

}  // namespace

void drawComparisonWindow(const Panel& panel, const typography::Rect& room) {
  const auto& changes = panel.view.workspace.shown().changes;
  if (!changes) {
    panel.state.comparing = {};
    return;
  }
  const float gap = kGapUnits * panel.unit;
  const float width = std::min(kWidthUnits * panel.unit, std::max(static_cast<float>(room.width) - 2.0F * gap, 1.0F));
  const float height =
      std::min(kHeightUnits * panel.unit, std::max(0.5F * static_cast<float>(room.height) - 2.0F * gap, 1.0F));
  ImGui::SetNextWindowSize({width, height}, ImGuiCond_Appearing);
  ImGui::SetNextWindowPos(
      {static_cast<float>(room.x) + gap, static_cast<float>(room.y + room.height) - kFootUnits * panel.unit - gap},
      ImGuiCond_Appearing, {0.0F, 1.0F});
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
  bool open = true;
  const bool visible = ImGui::Begin("Comparison", &open, kFlags);
  // While it is moved, the map's lettering is not laid out again and again.
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    const ImVec2 corner = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    panel.state.comparing.place = typography::Rect{
        std::round(static_cast<double>(corner.x) - room.x), std::round(static_cast<double>(corner.y) - room.y),
        std::round(static_cast<double>(size.x)), std::round(static_cast<double>(size.y))};
  }
  if (visible) {
    if (ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) && isPressed(ImGuiKey_Escape)) open = false;
    const std::string title = "Compared with " + changes->title;
    cutText(panel, title, ImGui::GetContentRegionAvail().x);
    const bool isSame = changes->comparison.isEmpty();
    softText(isSame ? std::string("Nothing differs.") : scene::countsText(changes->comparison));
    if (!isSame) {
      ImGui::Separator();
      if (ImGui::BeginChild("rows")) drawRows(panel, *changes);
      ImGui::EndChild();
    }
  }
  ImGui::End();
  if (!open) panel.run("compare-off");
}

void drawComparedDates(const Panel& panel) {
  InterfaceState::ComparedDates& state = panel.state.comparedDates;
  if (!state.isOpen) return;
  const edit::Workspace& workspace = panel.view.workspace;
  if (state.justOpened) {
    const auto& timeline = workspace.timeline();
    state.before =
        timeline.empty() ? std::string() : scenario::Date::fromDay(timeline.front().date.firstDay()).toString();
    state.after = workspace.date().toString();
  }
  const DialogScope dialog(panel, "Compare two dates", state.isOpen, 340.0F, 150.0F);
  if (!dialog) return;
  if (state.justOpened) ImGui::SetKeyboardFocusHere();
  state.justOpened = false;
  drawDateField(panel, "Before", state.before);
  drawDateField(panel, "After", state.after);
  const bool areDates = scenario::Date::parse(state.before) && scenario::Date::parse(state.after);
  const bool isEntered = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) && isPressed(ImGuiKey_Enter);
  if (!areDates) wrappedSoftText(panel, "Write a year, a month or a day: 2018, 2018-12, 2018-12-30.");
  ImGui::BeginDisabled(!areDates);
  const bool isClicked = ImGui::Button("Compare");
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ImGui::Button("Cancel")) state.isOpen = false;
  if (!areDates || !(isClicked || isEntered)) return;
  state.isOpen = false;
  panel.run(fmt::format("compare-dates {} {}", edit::quoted(state.before), edit::quoted(state.after)));
}

}  // namespace cordon::ui
