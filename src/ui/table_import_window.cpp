#include "ui/table_import_window.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "ui/dialog.h"
#include "ui/table_columns.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

/// ImGui's tables have at most 64 columns.
constexpr std::size_t kMostColumnsShown = 60;
constexpr float kLabelUnits = 84.0F;
constexpr float kColumnUnits = 150.0F;
constexpr std::size_t kRadiusField = 3;

void drawUnit(TableImport& table) {
  if (!ImGui::BeginCombo("##unit", kTableUnits[table.unit].data())) return;
  for (std::size_t unit = 0; unit < kTableUnits.size(); ++unit) {
    if (listEntry(std::string(kTableUnits[unit]), unit == table.unit)) table.unit = unit;
  }
  ImGui::EndCombo();
}

void drawField(const Panel& panel, TableImport& table, std::size_t field) {
  std::optional<std::size_t>& chosen = table.chosen[field];
  ImGui::PushID(static_cast<int>(field));
  ImGui::AlignTextToFramePadding();
  softText(kTableFields[field].label);
  ImGui::SameLine(kLabelUnits * panel.unit);
  ImGui::SetNextItemWidth(-FLT_MIN);
  const bool hasUnit = field == kRadiusField;
  const float unitWidth = 72.0F * panel.unit;
  if (hasUnit) ImGui::SetNextItemWidth(-unitWidth - ImGui::GetStyle().ItemInnerSpacing.x);
  const std::string shown = chosen ? table.columns[*chosen] : "none";
  if (ImGui::BeginCombo("##column", shown.c_str(), ImGuiComboFlags_HeightLarge)) {
    if (listEntry("none", !chosen)) chosen.reset();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      ImGui::PushID(static_cast<int>(column));
      if (listEntry(table.columns[column], chosen == column)) chosen = column;
      ImGui::PopID();
    }
    ImGui::EndCombo();
  }
  if (hasUnit) {
    ImGui::SameLine(0.0F, ImGui::GetStyle().ItemInnerSpacing.x);
    ImGui::SetNextItemWidth(-FLT_MIN);
    ImGui::BeginDisabled(!chosen);
    drawUnit(table);
    ImGui::EndDisabled();
  }
  ImGui::PopID();
}

void drawFields(const Panel& panel, TableImport& table) {
  const bool isWide = ImGui::GetContentRegionAvail().x > 460.0F * panel.unit;
  if (!ImGui::BeginTable("fields", isWide ? 2 : 1, ImGuiTableFlags_SizingStretchSame)) return;
  for (std::size_t field = 0; field < kTableFields.size(); ++field) {
    ImGui::TableNextColumn();
    drawField(panel, table, field);
  }
  ImGui::EndTable();
}

void drawHead(const Panel& panel, const TableImport& table, std::size_t count) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (std::size_t column = 0; column < count; ++column) {
    ImGui::TableNextColumn();
    {
      const FontScope bold(panel.fonts.bold);
      cutText(panel, table.columns[column], ImGui::GetContentRegionAvail().x);
    }
    const FontScope small(panel.fonts.small);
    const std::optional<std::size_t> field = fieldOfColumn(table, column);
    if (!field) {
      softText("kept as it is");
      continue;
    }
    ImGui::PushStyleColor(ImGuiCol_Text, linkColor());
    ImGui::TextUnformatted(kTableFields[*field].label.data());
    ImGui::PopStyleColor();
  }
}

void drawRows(const Panel& panel, const TableImport& table, float height) {
  const std::size_t count = std::min(table.columns.size(), kMostColumnsShown);
  if (count == 0) return;
  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerV |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_Resizable |
                                     ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
  if (!ImGui::BeginTable("rows", static_cast<int>(count), kFlags, {0.0F, height})) return;
  const float even = ImGui::GetContentRegionAvail().x / static_cast<float>(count);
  for (std::size_t column = 0; column < count; ++column) {
    ImGui::TableSetupColumn(
        "", ImGuiTableColumnFlags_WidthFixed,
        std::max(even - 2.0F * ImGui::GetStyle().CellPadding.x - 3.0F * panel.unit, 0.6F * kColumnUnits * panel.unit));
  }
  ImGui::TableSetupScrollFreeze(0, 1);
  drawHead(panel, table, count);
  const ImU32 used = withAlpha(linkColor(), 0.14F);
  for (const std::vector<std::string>& row : table.rows) {
    ImGui::TableNextRow();
    for (std::size_t column = 0; column < count; ++column) {
      ImGui::TableNextColumn();
      if (fieldOfColumn(table, column)) ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg, used);
      cutText(panel, row[column], ImGui::GetContentRegionAvail().x);
    }
  }
  ImGui::EndTable();
}

/// What is known of the choice, above the buttons.
void drawVerdict(const TableImport& table) {
  if (!canImport(table)) {
    softText("Choose the columns of latitude and longitude.");
    return;
  }
  const std::size_t readable = readablePositions(table);
  const std::string text =
      fmt::format("{} of the {} rows shown have a position that can be read.", readable, table.rows.size());
  ImGui::PushStyleColor(ImGuiCol_Text, readable == table.rows.size() ? ImGui::GetStyleColorVec4(ImGuiCol_Text)
                                                                     : severityColor(Severity::Warning));
  wrappedText(text);
  ImGui::PopStyleColor();
}

}  // namespace

void drawTableImport(const Panel& panel) {
  TableImport& table = panel.state.table;
  if (!table.isOpen) return;
  // A list that is open takes the keys first.
  const bool hasList = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  if (table.justOpened) ImGui::SetNextWindowFocus();
  bool open = true;
  const DialogScope dialog(panel, "Import a table", open, 780.0F, 560.0F);
  // Escape closes a list alone.
  if (!open && !(hasList && isPressed(ImGuiKey_Escape))) table.isOpen = false;
  if (!dialog) return;
  const bool isNew = std::exchange(table.justOpened, false);
  const std::string name = std::filesystem::path(table.file).filename().string();
  cutText(panel, fmt::format("Which columns of {} mean what?", name), ImGui::GetContentRegionAvail().x);
  drawFields(panel, table);
  for (const std::string& doubt : standingDoubts(table)) {
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Warning));
    wrappedText(doubt);
    ImGui::PopStyleColor();
  }
  const float foot = ImGui::GetFrameHeightWithSpacing() + ImGui::GetTextLineHeightWithSpacing();
  const float least = 4.0F * ImGui::GetTextLineHeightWithSpacing();
  drawRows(panel, table, std::max(ImGui::GetContentRegionAvail().y - foot, least));
  drawVerdict(table);
  const bool isEntered = !isNew && !hasList && ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) &&
                         (isPressed(ImGuiKey_Enter) || isPressed(ImGuiKey_KeyPadEnter));
  ImGui::BeginDisabled(!canImport(table));
  ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
  const bool isClicked = ImGui::Button("Import");
  ImGui::PopStyleColor();
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ImGui::Button("Cancel")) table.isOpen = false;
  if (!canImport(table) || !(isClicked || isEntered)) return;
  table.isOpen = false;
  panel.run(importLine(table));
}

}  // namespace cordon::ui
