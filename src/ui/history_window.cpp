#include "ui/history_window.h"

#include <fmt/format.h>
#include <imgui.h>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

/// One row; `position` steps are done when it is chosen.
void drawStep(const Panel& panel, const std::string& name, std::size_t position) {
  const std::size_t now = panel.view.workspace.history().position();
  ImGui::PushID(static_cast<int>(position));
  if (position > now) ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  if (ImGui::Selectable(name.c_str(), position == now) && position != now) {
    panel.run(fmt::format("history-jump {}", position));
  }
  if (position > now) ImGui::PopStyleColor();
  ImGui::PopID();
}

}  // namespace

void drawHistoryWindow(const Panel& panel) {
  if (!panel.state.showsHistory) return;
  const DialogScope dialog(panel, "History", panel.state.showsHistory, 380.0F, 420.0F);
  if (!dialog) return;
  const edit::History& history = panel.view.workspace.history();
  // Long histories are drawn as far as they are seen.
  ImGuiListClipper clipper;
  const int count = static_cast<int>(history.stepCount());
  clipper.Begin(count + 1);
  while (clipper.Step()) {
    for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
      const auto position = static_cast<std::size_t>(count - row);
      drawStep(panel, position == 0 ? "As it was opened" : history.stepName(position - 1), position);
    }
  }
  if (history.droppedSteps() > 0) {
    wrappedSoftText(panel,
                    fmt::format("{} older steps were dropped to keep within the memory.", history.droppedSteps()));
  }
}

}  // namespace cordon::ui
