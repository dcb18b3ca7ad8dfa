#include "ui/question.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr float kWidthUnits = 420.0F;

std::optional<std::size_t> drawAnswers(const Panel& panel, const std::vector<std::string>& answers, int& marked) {
  const int count = static_cast<int>(answers.size());
  const bool backward = isPressed(ImGuiKey_LeftArrow) || (isPressed(ImGuiKey_Tab) && ImGui::GetIO().KeyShift);
  const bool forward = isPressed(ImGuiKey_RightArrow) || (isPressed(ImGuiKey_Tab) && !ImGui::GetIO().KeyShift);
  if (forward || backward) marked = (marked + (forward ? 1 : count - 1)) % count;
  std::optional<std::size_t> given;
  for (int i = 0; i < count; ++i) {
    if (i > 0) ImGui::SameLine();
    const bool isMarked = i == marked;
    if (isMarked) ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
    if (isMarked) ImGui::PushStyleColor(ImGuiCol_Border, ImGui::GetStyleColorVec4(ImGuiCol_CheckMark));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, isMarked ? std::max(1.0F, std::round(1.5F * panel.unit)) : 0.0F);
    const auto index = static_cast<std::size_t>(i);
    if (ImGui::Button(answers[index].c_str(), {96.0F * panel.unit, 0.0F})) given = index;
    ImGui::PopStyleVar();
    if (isMarked) ImGui::PopStyleColor(2);
  }
  // The key that asked the question does not answer it.
  if (ImGui::IsWindowAppearing()) return given;
  if (isPressed(ImGuiKey_Escape)) given = answers.size() - 1;
  if (isPressed(ImGuiKey_Enter) || isPressed(ImGuiKey_KeyPadEnter)) given = static_cast<std::size_t>(marked);
  return given;
}

}  // namespace

std::optional<std::size_t> askQuestion(const Panel& panel, const char* title, const std::string& text,
                                       const std::vector<std::string>& answers) {
  if (!ImGui::IsPopupOpen(title)) ImGui::OpenPopup(title);
  ImGui::SetNextWindowPos(ImGui::GetMainViewport()->GetCenter(), ImGuiCond_Always, {0.5F, 0.5F});
  const float most = std::max(ImGui::GetMainViewport()->Size.x - 16.0F * panel.unit, 1.0F);
  ImGui::SetNextWindowSize({std::min(kWidthUnits * panel.unit, most), 0.0F});
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings;
  if (!ImGui::BeginPopupModal(title, nullptr, kFlags)) return std::nullopt;
  ImGui::TextWrapped("%s", text.c_str());
  ImGui::Dummy({0.0F, 4.0F * panel.unit});
  int* const marked = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("##marked"), 0);
  if (ImGui::IsWindowAppearing()) *marked = 0;
  const std::optional<std::size_t> answer = drawAnswers(panel, answers, *marked);
  softText("Enter: the marked one. Escape: the last.");
  if (answer) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return answer;
}

}  // namespace cordon::ui
