#include "ui/tools_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "edit/words.h"
#include "ui/tool_results.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

std::string_view tipOf(edit::Tool tool) {
  switch (tool) {
    case edit::Tool::Select:
      break;
    case edit::Tool::Measure:
      return "Distance and azimuths along a path";
    case edit::Tool::Area:
      return "Area of a polygon";
    case edit::Tool::Bearing:
      return "Range and bearing from a point";
    case edit::Tool::Ring:
      return "A ring of any radius about a point";
    case edit::Tool::Reach:
      return "Which systems reach a point, and by how much";
    case edit::Tool::AddSite:
      return "A new site of the scenario, where you click";
    case edit::Tool::AddNote:
      return "A new note of the scenario, where you click";
    case edit::Tool::DrawLine:
      return "A new line of the scenario, along geodesics";
    case edit::Tool::DrawTrack:
      return "A new track of the scenario";
    case edit::Tool::DrawArea:
      return "A new area of the scenario";
  }
  return "Click what you want to know of";
}

void drawToolChoice(const Panel& panel) {
  const edit::Tool chosen = panel.view.workspace.tool();
  const float gap = 4.0F * panel.unit;
  const float room = ImGui::GetContentRegionAvail().x;
  // What adds to the scenario is no tool of a reader.
  std::vector<scene::Word<edit::Tool>> offered;
  std::copy_if(edit::kToolWords.begin(), edit::kToolWords.end(), std::back_inserter(offered), [&](const auto& word) {
    return panel.view.workspace.isEditing() || !edit::addsToScenario(word.value) || word.value == chosen;
  });
  float widest = 0.0F;
  for (const scene::Word<edit::Tool>& word : offered) {
    widest = std::max(widest, ImGui::CalcTextSize(word.label.data(), word.label.data() + word.label.size()).x);
  }
  const float needed = widest + 2.0F * ImGui::GetStyle().FramePadding.x + gap;
  const std::size_t columns = room >= 3.0F * needed ? 3 : room >= 2.0F * needed ? 2 : 1;
  const float width = std::floor((room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, gap});
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const scene::Word<edit::Tool>& word = offered[i];
    if (i % columns != 0) ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Button,
                          ImGui::GetColorU32(word.value == chosen ? ImGuiCol_ButtonActive : ImGuiCol_FrameBg));
    if (ImGui::Button(std::string(word.label).c_str(), {width, 0.0F})) panel.run(fmt::format("tool {}", word.text));
    ImGui::PopStyleColor();
    tooltipWithKey(panel, tipOf(word.value), fmt::format("tool-{}", word.text));
  }
  ImGui::PopStyleVar();
}

}  // namespace

void drawToolsSection(const Panel& panel) {
  const std::string_view chosen = scene::wordOf(edit::kToolWords, panel.view.workspace.tool()).label;
  if (!sectionHeading(panel, "Tools", std::string(chosen))) return;
  ImGui::PushID("tools");
  drawToolChoice(panel);
  if (hasToolResults(panel) && panel.state.details.toolIsClosed &&
      quietButton(panel, "Show what was measured", "Opens it below")) {
    panel.state.details.toolIsClosed = false;
  }
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
