#include "ui/unsaved_question.h"

#include <imgui.h>

#include <string>
#include <utility>

namespace cordon::ui {

namespace {

constexpr const char* kTitle = "Unsaved changes";
constexpr float kWidthUnits = 420.0F;

}  // namespace

void drawUnsavedQuestion(const Panel& panel) {
  std::string& waiting = panel.state.unsavedQuestion;
  if (waiting.empty()) return;
  if (!ImGui::IsPopupOpen(kTitle)) ImGui::OpenPopup(kTitle);
  ImGui::SetNextWindowPos(ImGui::GetMainViewport()->GetCenter(), ImGuiCond_Appearing, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({kWidthUnits * panel.unit, 0.0F});
  if (!ImGui::BeginPopupModal(kTitle, nullptr, ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings)) return;
  ImGui::TextWrapped("%s has changes that are not saved. What shall become of them?",
                     panel.view.workspace.name().c_str());
  ImGui::Dummy({0.0F, 4.0F * panel.unit});
  const bool saves = ImGui::Button("Save");
  ImGui::SameLine();
  const bool discards = ImGui::Button("Discard");
  ImGui::SameLine();
  const bool stays = ImGui::Button("Cancel") || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
  if (saves || discards || stays) {
    const std::string line = std::exchange(waiting, {});
    if (saves) {
      panel.run("save");
      // A scenario without a file is asked for its name first; what waited is then asked for again.
      if (!panel.view.workspace.file().empty()) panel.run(line);
    } else if (discards) {
      panel.run(line + " discard");
    }
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace cordon::ui
