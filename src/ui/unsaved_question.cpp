#include "ui/unsaved_question.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr const char* kTitle = "Unsaved changes";
constexpr float kWidthUnits = 420.0F;
constexpr int kSave = 0;
constexpr int kDiscard = 1;
constexpr int kCancel = 2;
constexpr std::array<const char*, 3> kAnswers{"Save", "Discard", "Cancel"};

/// The answers side by side. Enter gives the marked one, which arrows and Tab change; nothing: none was given.
std::optional<int> drawAnswers(const Panel& panel, int& marked) {
  const int count = static_cast<int>(kAnswers.size());
  const bool backward = isPressed(ImGuiKey_LeftArrow) || (isPressed(ImGuiKey_Tab) && ImGui::GetIO().KeyShift);
  const bool forward = isPressed(ImGuiKey_RightArrow) || (isPressed(ImGuiKey_Tab) && !ImGui::GetIO().KeyShift);
  if (forward || backward) marked = (marked + (forward ? 1 : count - 1)) % count;
  std::optional<int> given;
  for (int i = 0; i < count; ++i) {
    if (i > 0) ImGui::SameLine();
    const bool isMarked = i == marked;
    if (isMarked) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    if (isMarked) ImGui::PushStyleColor(ImGuiCol_Border, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, isMarked ? std::max(1.0F, std::round(1.5F * panel.unit)) : 0.0F);
    if (ImGui::Button(kAnswers[static_cast<std::size_t>(i)], {96.0F * panel.unit, 0.0F})) given = i;
    ImGui::PopStyleVar();
    if (isMarked) ImGui::PopStyleColor(2);
  }
  // The key that asked the question does not answer it.
  if (ImGui::IsWindowAppearing()) return given;
  if (isPressed(ImGuiKey_Escape)) given = kCancel;
  if (isPressed(ImGuiKey_Enter) || isPressed(ImGuiKey_KeyPadEnter)) given = marked;
  return given;
}

}  // namespace

void drawUnsavedQuestion(const Panel& panel) {
  std::string& waiting = panel.state.unsavedQuestion;
  if (waiting.empty()) return;
  if (!ImGui::IsPopupOpen(kTitle)) ImGui::OpenPopup(kTitle);
  ImGui::SetNextWindowPos(ImGui::GetMainViewport()->GetCenter(), ImGuiCond_Always, {0.5F, 0.5F});
  const float most = std::max(ImGui::GetMainViewport()->Size.x - 16.0F * panel.unit, 1.0F);
  ImGui::SetNextWindowSize({std::min(kWidthUnits * panel.unit, most), 0.0F});
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings;
  if (!ImGui::BeginPopupModal(kTitle, nullptr, kFlags)) return;
  ImGui::TextWrapped("%s has changes that are not saved. What shall become of them?",
                     panel.view.workspace.name().c_str());
  ImGui::Dummy({0.0F, 4.0F * panel.unit});
  int* const marked = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("##marked"), kSave);
  if (ImGui::IsWindowAppearing()) *marked = kSave;
  const std::optional<int> answer = drawAnswers(panel, *marked);
  softText("Enter: the marked one. Escape: cancel.");
  if (answer) {
    const std::string line = std::exchange(waiting, {});
    if (*answer == kSave) {
      panel.run("save");
      // A scenario without a file is asked for its name first; what waited is then asked for again.
      if (!panel.view.workspace.file().empty()) panel.run(line);
    } else if (*answer == kDiscard) {
      panel.run(line + " discard");
    }
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace cordon::ui
