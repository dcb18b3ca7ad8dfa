#include "ui/dialog.h"

#include <algorithm>

#include "ui/widgets.h"

namespace cordon::ui {

bool isPressed(ImGuiKey key) {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

void placeDialog(const Panel& panel, float widthUnits, float heightUnits) {
  const ImVec2 room = ImGui::GetMainViewport()->Size;
  const float margin = 8.0F * panel.unit;
  const ImVec2 most(std::max(room.x - 2.0F * margin, 1.0F), std::max(room.y - 2.0F * margin, 1.0F));
  const ImVec2 size(std::min(widthUnits * panel.unit, most.x), std::min(heightUnits * panel.unit, most.y));
  ImGui::SetNextWindowSize(size, ImGuiCond_Appearing);
  ImGui::SetNextWindowSizeConstraints({1.0F, 1.0F}, most);
  ImGui::SetNextWindowPos({0.5F * room.x, 0.5F * room.y}, ImGuiCond_Appearing, {0.5F, 0.5F});
}

DialogScope::DialogScope(const Panel& panel, const char* title, bool& open, float widthUnits, float heightUnits) {
  placeDialog(panel, widthUnits, heightUnits);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings;
  visible_ = ImGui::Begin(title, &open, kFlags);
  if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)) return;
  if (isPressed(ImGuiKey_Escape) && !ImGui::IsAnyItemActive()) open = false;
  // What is pressed after that is the map's.
  if (open) ImGui::CaptureKeyboardFromApp(true);
}

DialogScope::~DialogScope() {
  ImGui::End();
}

void dialogHeading(const Panel& panel, std::string_view text) {
  ImGui::Dummy({0.0F, 2.0F * panel.unit});
  const FontScope bold(panel.fonts.bold);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

}  // namespace cordon::ui
