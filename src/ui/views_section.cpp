#include "ui/views_section.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <cmath>
#include <cstring>

#include "scene/model_text.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

/// "from 900 km, tilted 58°, 30 Dec 2018".
std::string detailOf(const scenario::View& view, scene::LengthUnit unit) {
  std::string text;
  if (const auto* camera = std::get_if<scenario::CameraView>(&view.frame)) {
    text = "from " + scene::lengthText(camera->rangeKm * 1000.0, unit);
    if (camera->tiltDegrees != 0.0) text += fmt::format(", tilted {:.0f}°", camera->tiltDegrees);
  } else {
    text = "a frame";
  }
  if (view.date) text += ", " + scene::shortDate(*view.date);
  if (!view.layers.empty()) text += ", its own layers";
  return text;
}

void drawThumbnail(const Panel& panel, const std::string& viewId, ImVec2 corner, float width, float height) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(corner.x + width, corner.y + height);
  const float rounding = 3.0F * panel.unit;
  const std::optional<Picture> picture = panel.view.viewPicture ? panel.view.viewPicture(viewId) : std::nullopt;
  if (picture && picture->width > 0.0 && picture->height > 0.0) {
    // The middle of the picture, in the thumbnail's proportions.
    const auto shape = static_cast<float>(picture->width / picture->height) * height / width;
    const float cutX = shape > 1.0F ? 0.5F - 0.5F / shape : 0.0F;
    const float cutY = shape < 1.0F ? 0.5F - 0.5F * shape : 0.0F;
    void* texture = nullptr;
    static_assert(sizeof(texture) == sizeof(picture->texture));
    std::memcpy(&texture, &picture->texture, sizeof(texture));
    list.AddImageRounded(texture, corner, end, {cutX, cutY}, {1.0F - cutX, 1.0F - cutY},
                         ImGui::ColorConvertFloat4ToU32({1.0F, 1.0F, 1.0F, 1.0F}), rounding);
  } else {
    list.AddRectFilled(corner, end, ImGui::GetColorU32(ImGuiCol_FrameBg), rounding);
  }
  list.AddRect(corner, end, ImGui::GetColorU32(ImGuiCol_Border), rounding);
}

void drawRemoval(const Panel& panel, const scenario::View& view) {
  ImGui::Indent();
  wrappedText(fmt::format("Remove “{}” from the scenario?", view.name.empty() ? view.id : view.name));
  if (ImGui::Button("Remove")) {
    panel.run("view-remove " + edit::quoted(view.id));
    panel.state.viewToRemove.clear();
  }
  tooltipWithKey(panel, "Takes the view out of the scenario; undo brings it back", "view-remove");
  ImGui::SameLine();
  if (quietButton(panel, "Keep", "Leaves the view where it is")) panel.state.viewToRemove.clear();
  ImGui::Unindent();
}

void drawView(const Panel& panel, const scenario::View& view) {
  const float unit = panel.unit;
  ImGui::PushID(view.id.c_str());
  const float height = std::round(ImGui::GetTextLineHeight() + panel.fonts.small->FontSize + 14.0F * unit);
  const float thumbHeight = height - 6.0F * unit;
  const float thumbWidth = std::round(thumbHeight * 1.6F);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool editing = panel.view.workspace.isEditing();
  const float box = editing ? glyphButtonWidth() : 0.0F;
  const std::string& name = view.name.empty() ? view.id : view.name;

  if (ImGui::Selectable("##view", false, ImGuiSelectableFlags_AllowItemOverlap, {0.0F, height})) {
    panel.run("view " + edit::quoted(view.id));
  }
  const std::string detail = detailOf(view, panel.view.preferences.lengthUnit);
  tooltipWithKey(panel, fmt::format("Fly to “{}”: {}", name, detail), "view");
  const ImVec2 after = ImGui::GetCursorScreenPos();

  drawThumbnail(panel, view.id, {corner.x + 3.0F * unit, corner.y + 3.0F * unit}, thumbWidth, thumbHeight);
  const float textX = corner.x + thumbWidth + 13.0F * unit;
  const float room = std::max(corner.x + width - box - textX - 4.0F * unit, 1.0F);
  const float middle = corner.y + height / 2.0F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddText({textX, middle - ImGui::GetTextLineHeight()}, ImGui::GetColorU32(ImGuiCol_Text),
               cutToFit(name, room).c_str());
  {
    const FontScope small(panel.fonts.small);
    list.AddText({textX, middle + unit}, ImGui::GetColorU32(ImGuiCol_TextDisabled), cutToFit(detail, room).c_str());
  }
  if (editing) {
    ImGui::SetCursorScreenPos({corner.x + width - box, middle - box / 2.0F});
    if (glyphButton(panel, "remove", Glyph::Remove, "Remove this view", "view-remove")) {
      panel.state.viewToRemove = view.id;
    }
    ImGui::SetCursorScreenPos(after);
  }
  if (editing && panel.state.viewToRemove == view.id) drawRemoval(panel, view);
  ImGui::PopID();
}

void drawAdding(const Panel& panel) {
  std::string& name = panel.state.newViewName;
  const float button = ImGui::CalcTextSize("Add").x + 2.0F * ImGui::GetStyle().FramePadding.x;
  ImGui::SetNextItemWidth(-(button + ImGui::GetStyle().ItemSpacing.x));
  bool add = ImGui::InputTextWithHint("##name", "Name for this view", &name, ImGuiInputTextFlags_EnterReturnsTrue);
  tooltipWithKey(panel, "The camera as it is now is saved under this name");
  ImGui::SameLine();
  const bool named = name.find_first_not_of(' ') != std::string::npos;
  ImGui::BeginDisabled(!named);
  add = ImGui::Button("Add") || add;
  ImGui::EndDisabled();
  tooltipWithKey(panel, named ? "Adds the present camera to the scenario's views" : "Type a name first", "view-add");
  if (!add || !named) return;
  panel.run("view-add " + edit::quoted(name));
  name.clear();
}

}  // namespace

void drawViewsSection(const Panel& panel) {
  const std::vector<scenario::View>& views = panel.view.workspace.document().views;
  if (!sectionHeading(panel, "Views", views.empty() ? "none yet" : counted(views.size(), "view", "views"))) return;
  ImGui::PushID("views");
  for (const scenario::View& view : views) drawView(panel, view);
  drawAdding(panel);
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
