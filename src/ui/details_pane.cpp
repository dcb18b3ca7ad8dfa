#include "ui/details_pane.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "edit/words.h"
#include "ui/edit_system.h"
#include "ui/inspector_section.h"
#include "ui/tool_results.h"
#include "ui/widgets.h"
#include "ui/window_layout.h"

namespace cordon::ui {

namespace {

using Details = InterfaceState::Details;

constexpr float kEdgeUnits = 9.0F;
constexpr float kLeastUnits = 110.0F;

/// Whether the share for editing holds now.
bool usesEditingShare(const Panel& panel) {
  return panel.view.workspace.isEditing() && panel.state.details.topic != Details::Topic::Tool;
}

void setShare(const Panel& panel, const std::string& share) {
  panel.run("details-share " + share + (usesEditingShare(panel) ? " editing" : ""));
}

float headingHeight(const Panel& panel) {
  return std::round(ImGui::GetFrameHeight() + 4.0F * panel.unit);
}

/// Whether there is a system to edit.
bool showsSystem(const Panel& panel) {
  return panel.view.workspace.isEditing() &&
         panel.view.workspace.document().findSystem(panel.state.editing.systemId) != nullptr;
}

/// Notes what has changed, and turns to it.
void follow(const Panel& panel) {
  Details& details = panel.state.details;
  const edit::Workspace& workspace = panel.view.workspace;
  const std::vector<scene::Item>& selection = workspace.selection();
  const std::optional<scene::Item> selected = selection.empty() ? std::nullopt : std::optional(selection.back());
  std::size_t points = 0;
  for (const scene::MeasuredPath& path : workspace.shown().sketch.paths) points += path.vertices.size();
  const std::size_t rings = workspace.shown().sketch.rings.size();
  const bool toolChanged = details.tool != workspace.tool() || details.askedPlace != workspace.askedPlace() ||
                           details.measuredPoints != points || details.rings != rings;
  if (toolChanged) {
    details.toolIsClosed = false;
    if (hasToolResults(panel) || workspace.tool() != edit::Tool::Select) {
      details.topic = Details::Topic::Tool;
      details.isFolded = false;
    }
  }
  if (selected && selected != details.selected) {
    details.topic = Details::Topic::Selection;
    details.isFolded = false;
  }
  if (details.systemId != panel.state.editing.systemId && showsSystem(panel)) {
    details.topic = Details::Topic::System;
    details.isFolded = false;
  }
  details.systemId = panel.state.editing.systemId;
  details.selected = selected;
  details.tool = workspace.tool();
  details.askedPlace = workspace.askedPlace();
  details.measuredPoints = points;
  details.rings = rings;
}

bool showsTool(const Panel& panel) {
  return !panel.state.details.toolIsClosed &&
         (panel.view.workspace.tool() != edit::Tool::Select || hasToolResults(panel));
}

/// One of the pane's headings; returns whether it was clicked.
bool tab(const std::string& title, bool chosen, const Panel& panel) {
  const FontScope bold(panel.fonts.bold);
  const float width = ImGui::CalcTextSize(title.c_str()).x + 16.0F * panel.unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  const bool clicked = ImGui::InvisibleButton(title.c_str(), {width, height});
  const bool strong = chosen || ImGui::IsItemHovered();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({corner.x + 8.0F * panel.unit, corner.y + 0.5F * (height - ImGui::GetFontSize())},
               ImGui::GetColorU32(strong ? ImGuiCol_Text : ImGuiCol_TextDisabled), title.c_str());
  if (chosen) {
    list.AddRectFilled({corner.x, corner.y + height - 2.0F * panel.unit}, {corner.x + width, corner.y + height},
                       withAlpha(linkColor(), 1.0F));
  }
  return clicked;
}

void drawEdge(const Panel& panel, float room) {
  const float unit = panel.unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImVec2 size(std::max(ImGui::GetContentRegionAvail().x, 1.0F), kEdgeUnits * unit);
  ImGui::InvisibleButton("##edge", size);
  const bool pulled = ImGui::IsItemActive();
  const bool pointed = pulled || ImGui::IsItemHovered();
  if (pointed) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeNS);
  Details& details = panel.state.details;
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    setShare(panel, "default");
  } else if (pulled && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1.0F)) {
    const float bottom = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() - ImGui::GetStyle().WindowPadding.y;
    const float wanted = bottom - ImGui::GetIO().MousePos.y;
    details.isFolded = wanted < 0.6F * kLeastUnits * unit;
    const double share = std::clamp(static_cast<double>(wanted / std::max(room, 1.0F)), edit::kLeastDetailsShare,
                                    edit::kMostDetailsShare);
    if (!details.isFolded) setShare(panel, fmt::format("{:.3f}", share));
  }
  const float y = std::round(corner.y + 0.5F * size.y);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({corner.x, y}, {corner.x + size.x, y},
               ImGui::GetColorU32(pointed ? ImGuiCol_SeparatorActive : ImGuiCol_Separator), std::max(1.0F, unit));
  const float middle = corner.x + 0.5F * size.x;
  list.AddRectFilled({middle - 14.0F * unit, y - 1.5F * unit}, {middle + 14.0F * unit, y + 1.5F * unit},
                     ImGui::GetColorU32(pointed ? ImGuiCol_SeparatorActive : ImGuiCol_TextDisabled), 1.5F * unit);
}

/// Read | Edit, with its right end at a place of the heading.
void drawEditSwitch(const Panel& panel, float right, float top) {
  const bool editing = panel.view.workspace.isEditing();
  const float padding = 7.0F * panel.unit;
  const float read = ImGui::CalcTextSize("Read").x + 2.0F * padding;
  const float edit = ImGui::CalcTextSize("Edit").x + 2.0F * padding;
  const auto half = [&](const char* label, bool chosen, float width, std::string_view tip) {
    ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(chosen ? ImGuiCol_ButtonActive : ImGuiCol_FrameBg));
    const bool clicked = ImGui::Button(label, {width, 0.0F});
    ImGui::PopStyleColor();
    tooltipWithKey(panel, tip, "edit-mode");
    return clicked && !chosen;
  };
  ImGui::SetCursorPos({right - edit - read - panel.unit, top});
  if (half("Read", !editing, read, "Shows what is known, with its sources")) panel.run("edit-mode off");
  ImGui::SetCursorPos({right - edit, top});
  if (half("Edit", editing, edit, "Changes what is known; undo takes it back")) panel.run("edit-mode on");
}

void drawHeading(const Panel& panel) {
  Details& details = panel.state.details;
  const edit::Workspace& workspace = panel.view.workspace;
  const std::size_t selected = workspace.selection().size();
  const bool tool = showsTool(panel);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {4.0F * panel.unit, 4.0F * panel.unit});
  const float end = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  const float top = ImGui::GetCursorPosY();
  if (selected > 0) {
    if (tab("Inspector", details.topic == Details::Topic::Selection, panel)) {
      details.topic = Details::Topic::Selection;
      details.isFolded = false;
    }
    if (tool) ImGui::SameLine();
  }
  if (tool) {
    const edit::Tool inHand = workspace.tool();
    const std::string title =
        inHand == edit::Tool::Select ? "Results" : std::string(scene::wordOf(edit::kToolWords, inHand).label);
    if (tab(title, details.topic == Details::Topic::Tool, panel)) {
      details.topic = Details::Topic::Tool;
      details.isFolded = false;
    }
  }
  if (showsSystem(panel)) {
    if (selected > 0 || tool) ImGui::SameLine();
    if (tab("System", details.topic == Details::Topic::System, panel)) {
      details.topic = Details::Topic::System;
      details.isFolded = false;
    }
  }
  if (details.topic == Details::Topic::Selection) {
    drawEditSwitch(panel, end - 2.0F * glyphButtonWidth() - 6.0F * panel.unit, top);
  }
  ImGui::SetCursorPos({end - 2.0F * glyphButtonWidth(), top});
  if (glyphButton(panel, "fold", details.isFolded ? Glyph::Closed : Glyph::Opened,
                  details.isFolded ? "Open" : "Fold to this line")) {
    details.isFolded = !details.isFolded;
  }
  ImGui::SetCursorPos({end - glyphButtonWidth(), top});
  if (details.topic == Details::Topic::Selection) {
    if (glyphButton(panel, "close", Glyph::Remove, "Select nothing", "select-none")) panel.run("select-none");
  } else if (details.topic == Details::Topic::System) {
    if (glyphButton(panel, "close", Glyph::Remove, "Close; what was changed stays")) panel.run("edit-system none");
  } else if (glyphButton(panel, "close", Glyph::Remove, "Close; what was measured stays on the map")) {
    details.toolIsClosed = true;
    if (workspace.tool() != edit::Tool::Select) panel.run("tool select");
  }
  ImGui::PopStyleVar();
}

}  // namespace

float detailsHeight(const Panel& panel, float room) {
  follow(panel);
  Details& details = panel.state.details;
  const bool selection = !panel.view.workspace.selection().empty();
  const bool tool = showsTool(panel);
  const bool system = showsSystem(panel);
  if (!selection && !tool && !system) return 0.0F;
  using Topic = Details::Topic;
  const bool isThere = details.topic == Topic::Selection ? selection : details.topic == Topic::Tool ? tool : system;
  if (!isThere) details.topic = selection ? Topic::Selection : tool ? Topic::Tool : Topic::System;
  const float closed = kEdgeUnits * panel.unit + headingHeight(panel) + 2.0F * ImGui::GetStyle().ItemSpacing.y;
  if (details.isFolded) return closed;
  const bool editing = usesEditingShare(panel);
  const edit::Preferences& preferences = panel.view.preferences;
  const std::optional<double>& chosen = editing ? preferences.editingShare : preferences.detailsShare;
  const auto units = static_cast<double>(room / panel.unit);
  const float share = static_cast<float>(chosen ? *chosen : detailsShare(units, editing));
  const float most = std::max(static_cast<float>(edit::kMostDetailsShare) * room, closed);
  return std::round(std::clamp(share * room, std::min(kLeastUnits * panel.unit, most), most));
}

void drawDetailsPane(const Panel& panel, float room) {
  drawEdge(panel, room);
  drawHeading(panel);
  if (panel.state.details.isFolded) return;
  const Details::Topic topic = panel.state.details.topic;
  const char* const name = topic == Details::Topic::Selection ? "inspector"
                           : topic == Details::Topic::Tool    ? "results"
                                                              : "system";
  if (ImGui::BeginChild(name, {0.0F, 0.0F}, false, ImGuiWindowFlags_AlwaysVerticalScrollbar)) {
    switch (topic) {
      case Details::Topic::Selection:
        drawInspector(panel);
        break;
      case Details::Topic::Tool:
        drawToolResults(panel);
        break;
      case Details::Topic::System:
        editSystem(panel);
        ImGui::Spacing();
        break;
    }
  }
  ImGui::EndChild();
}

}  // namespace cordon::ui
