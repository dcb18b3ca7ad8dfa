#include "ui/search_box.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <optional>
#include <string>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kMostResults = 12;

}  // namespace

void SearchBox::update(const Panel& panel) {
  const std::string& text = panel.state.search.text;
  bool isStale = text != text_;
  if (!text.empty() &&
      (document_ != panel.view.workspace.documentPointer() || language_ != panel.view.preferences.language)) {
    document_ = panel.view.workspace.documentPointer();
    language_ = panel.view.preferences.language;
    index_ = PlaceIndex(*document_, panel.view.workspace.gazetteer(), language_);
    isStale = true;
  }
  if (!isStale) return;
  text_ = text;
  results_ = index_.find(text, panel.view.preferences.coordinateFormat, kMostResults);
  panel.state.search.chosen = 0;
}

void SearchBox::take(const Panel& panel, std::size_t index) {
  const std::string line = results_[index].line;
  panel.state.search.text.clear();
  isPointedAt_ = false;
  panel.run(line);
}

void SearchBox::drawBox(const Panel& panel, float width) {
  InterfaceState::Search& search = panel.state.search;
  if (search.wantsFocus) ImGui::SetKeyboardFocusHere();
  search.wantsFocus = false;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::SetNextItemWidth(width);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0F);
  const bool entered =
      ImGui::InputTextWithHint("##search", "Search or position", &search.text, ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopStyleVar();
  isTyping_ = ImGui::IsItemActive();
  if (isTyping_) isUnanswered_ = false;
  const bool wasLeft = ImGui::IsItemDeactivated();
  if (!isTyping_) {
    tooltipWithKey(panel, "Find a place, site, system or view by any of its names, or go to a position", "search");
  }
  box_ = {static_cast<double>(corner.x), static_cast<double>(corner.y), static_cast<double>(width),
          static_cast<double>(ImGui::GetFrameHeight())};
  update(panel);
  if (wasLeft && isPressed(ImGuiKey_Escape)) search.text.clear();
  const int last = static_cast<int>(results_.size()) - 1;
  if (isTyping_ && isPressed(ImGuiKey_DownArrow)) search.chosen = std::min(search.chosen + 1, last);
  if (isTyping_ && isPressed(ImGuiKey_UpArrow)) search.chosen = std::max(search.chosen - 1, 0);
  if (entered && search.chosen >= 0 && search.chosen <= last) take(panel, static_cast<std::size_t>(search.chosen));
  if (entered && results_.empty() && !search.text.empty()) isUnanswered_ = search.wantsFocus = true;
  // Letters that come before the box has the keyboard again are no commands.
  if (isUnanswered_) ImGui::CaptureKeyboardFromApp(true);
}

void SearchBox::drawResults(const Panel& panel) {
  InterfaceState::Search& search = panel.state.search;
  if (search.text.empty() || (!isTyping_ && !isPointedAt_ && !isUnanswered_)) {
    isPointedAt_ = false;
    return;
  }
  const float room = ImGui::GetMainViewport()->Size.x;
  const float width = std::min(std::max(static_cast<float>(box_.width), 380.0F * panel.unit), room);
  const float right = static_cast<float>(box_.x + box_.width);
  ImGui::SetNextWindowPos(
      {std::max(right - width, 0.0F), static_cast<float>(box_.y + box_.height) + panel.unit * 2.0F});
  ImGui::SetNextWindowSize({width, 0.0F});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                                      ImGuiWindowFlags_NoNav;
  if (ImGui::Begin("##search results", nullptr, kFlags)) {
    if (results_.empty()) {
      const std::optional<std::string> problem = positionProblem(search.text);
      ImGui::PushTextWrapPos(0.0F);
      softText(problem ? *problem : "Nothing of this name. Positions are written like 44.18, 145.96.");
      ImGui::PopTextWrapPos();
    }
    for (std::size_t i = 0; i < results_.size(); ++i) {
      const SearchResult& result = results_[i];
      ImGui::PushID(static_cast<int>(i));
      const float left = ImGui::GetCursorPosX();
      const float available = ImGui::GetContentRegionAvail().x;
      ImGui::Selectable("##result", static_cast<int>(i) == search.chosen);
      const bool clicked = ImGui::IsItemClicked();
      const float kindWidth = ImGui::CalcTextSize(result.kind.c_str()).x;
      ImGui::SameLine(left);
      const std::string title = cutToFit(result.title, available - kindWidth - 16.0F * panel.unit);
      ImGui::TextUnformatted(title.data(), title.data() + title.size());
      ImGui::SameLine(left + available - kindWidth);
      softText(result.kind);
      ImGui::PopID();
      if (clicked) {
        take(panel, i);
        break;
      }
    }
  }
  isPointedAt_ = !search.text.empty() && ImGui::IsWindowHovered();
  ImGui::End();
  ImGui::PopStyleColor();
}

}  // namespace cordon::ui
