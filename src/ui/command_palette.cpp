#include "ui/command_palette.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr const char* kPopup = "##command palette";
constexpr int kPageRows = 10;
constexpr std::size_t kMostRecent = 5;

/// Puts the cursor at the end of a text that was filled in.
int toEnd(ImGuiInputTextCallbackData* data) {
  if (*static_cast<bool*>(data->UserData)) {
    data->CursorPos = data->BufTextLen;
    data->ClearSelection();
    *static_cast<bool*>(data->UserData) = false;
  }
  return 0;
}

}  // namespace

void CommandPalette::update(const Panel& panel) {
  InterfaceState::CommandPalette& state = panel.state.palette;
  if (state.justOpened) {
    entries_ = paletteEntries(panel.view.commands);
    commandCount_ = entries_.size();
  } else if (state.text == text_) {
    return;
  }
  entries_.resize(commandCount_);
  text_ = state.text;
  ranked_ = rankedEntries(entries_, text_, recent_);
  state.chosen = 0;
  scrolls_ = true;
  // A line as scripts write it runs as it is.
  const std::string name = text_.substr(0, text_.find(' '));
  const edit::Command* command = panel.view.commands.find(name);
  if (!command || text_.size() <= name.size() + 1) return;
  PaletteEntry line;
  line.title = text_;
  line.detail = command->usage.empty() ? command->title : command->name + " " + command->usage;
  line.line = text_;
  ranked_.push_back(entries_.size());
  std::rotate(ranked_.begin(), ranked_.end() - 1, ranked_.end());
  entries_.push_back(std::move(line));
}

void CommandPalette::take(const Panel& panel, std::size_t row) {
  const PaletteEntry entry = entries_[ranked_[row]];
  if (!entry.isPossible) return;
  if (entry.wantsText) {
    panel.state.palette.text = entry.line;
    refocuses_ = true;
    return;
  }
  panel.state.palette.open = false;
  std::erase(recent_, entry.line);
  recent_.push_back(entry.line);
  std::rotate(recent_.begin(), recent_.end() - 1, recent_.end());
  if (recent_.size() > kMostRecent) recent_.pop_back();
  panel.run(entry.line);
}

void CommandPalette::drawRow(const Panel& panel, const PaletteEntry& entry, bool isChosen, float width) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Selectable("##row", isChosen, ImGuiSelectableFlags_DontClosePopups);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::string& aside = !entry.chords.empty() ? entry.chords : entry.wantsText ? entry.usage : entry.detail;
  const std::string right = cutToFit(aside, 0.45F * width);
  const float rightWidth = ImGui::CalcTextSize(right.c_str()).x;
  const std::string title = cutToFit(entry.title, width - rightWidth - 16.0F * panel.unit);
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text, entry.isPossible ? 1.0F : 0.5F);
  list.AddText(corner, ink, title.c_str());
  list.AddText({corner.x + width - rightWidth, corner.y}, ImGui::GetColorU32(ImGuiCol_TextDisabled), right.c_str());
}

void CommandPalette::drawList(const Panel& panel, float height) {
  const int chosen = panel.state.palette.chosen;
  if (ranked_.empty()) softText("No command has these words.");
  if (ranked_.empty() || !ImGui::BeginChild("##list", {0.0F, height}, false, ImGuiWindowFlags_NoNav)) {
    if (!ranked_.empty()) ImGui::EndChild();
    return;
  }
  const float width = ImGui::GetContentRegionAvail().x;
  const float rowHeight = ImGui::GetTextLineHeightWithSpacing();
  if (scrolls_) {
    const float top = static_cast<float>(chosen) * rowHeight;
    const float seen = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + rowHeight > ImGui::GetScrollY() + seen) ImGui::SetScrollY(top + rowHeight - seen);
    scrolls_ = false;
  }
  std::size_t clicked = ranked_.size();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(ranked_.size()), rowHeight);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto row = static_cast<std::size_t>(i);
      ImGui::PushID(i);
      drawRow(panel, entries_[ranked_[row]], i == chosen, width);
      if (ImGui::IsItemClicked()) clicked = row;
      ImGui::PopID();
    }
  }
  ImGui::EndChild();
  if (clicked < ranked_.size()) take(panel, clicked);
}

void CommandPalette::draw(const Panel& panel) {
  InterfaceState::CommandPalette& state = panel.state.palette;
  if (!state.open) return;
  if (state.justOpened) {
    ImGui::OpenPopup(kPopup);
    refocuses_ = true;
  }
  const ImVec2 room = ImGui::GetMainViewport()->Size;
  const float width = std::max(std::min(620.0F * panel.unit, room.x - 16.0F * panel.unit), 1.0F);
  const float top = std::min(56.0F * panel.unit, 0.1F * room.y);
  ImGui::SetNextWindowPos({0.5F * room.x, top}, ImGuiCond_Always, {0.5F, 0.0F});
  ImGui::SetNextWindowSize({width, 0.0F});
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav;
  if (!ImGui::BeginPopup(kPopup, kFlags)) {
    state.open = false;
    state.text.clear();
    return;
  }
  ImGui::CaptureKeyboardFromApp(true);
  bool fillsIn = refocuses_;
  if (refocuses_) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-FLT_MIN);
  const bool entered = ImGui::InputTextWithHint(
      "##text", "What to do: words of it, or their first letters", &state.text,
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways, toEnd, &fillsIn);
  refocuses_ = fillsIn && !ImGui::IsItemActive();
  update(panel);
  state.justOpened = false;

  const int last = std::max(static_cast<int>(ranked_.size()) - 1, 0);
  const int before = state.chosen;
  if (isPressed(ImGuiKey_DownArrow)) state.chosen = state.chosen == last ? 0 : state.chosen + 1;
  if (isPressed(ImGuiKey_UpArrow)) state.chosen = state.chosen == 0 ? last : state.chosen - 1;
  if (isPressed(ImGuiKey_PageDown)) state.chosen = std::min(state.chosen + kPageRows, last);
  if (isPressed(ImGuiKey_PageUp)) state.chosen = std::max(state.chosen - kPageRows, 0);
  scrolls_ = scrolls_ || before != state.chosen;
  const float most = std::max(room.y - top - 90.0F * panel.unit, ImGui::GetTextLineHeightWithSpacing());
  const float rows = static_cast<float>(std::min<std::size_t>(ranked_.size(), 16));
  drawList(panel, std::min(rows * ImGui::GetTextLineHeightWithSpacing(), most));
  if (entered && !ranked_.empty()) take(panel, static_cast<std::size_t>(state.chosen));
  if (isPressed(ImGuiKey_Escape)) state.open = false;
  if (!state.open) {
    state.text.clear();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace cordon::ui
