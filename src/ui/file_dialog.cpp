#include "ui/file_dialog.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "base/home_folder.h"
#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace fs = std::filesystem;

namespace {

using State = InterfaceState::FileDialog;
using Purpose = State::Purpose;

constexpr int kPageRows = 10;

const char* titleOf(Purpose purpose) {
  switch (purpose) {
    case Purpose::Open:
      return "Open a scenario###files";
    case Purpose::SaveAs:
      return "Save the scenario as###files";
    case Purpose::PictureFolder:
    case Purpose::None:
      break;
  }
  return "Folder for pictures###files";
}

fs::path startFolder(const Panel& panel) {
  std::error_code ignored;
  const edit::Preferences& preferences = panel.view.preferences;
  std::vector<fs::path> candidates;
  if (panel.state.files.purpose == Purpose::PictureFolder) candidates.push_back(preferences.pictureFolder);
  if (!panel.view.workspace.file().empty()) {
    candidates.push_back(fs::absolute(panel.view.workspace.file(), ignored).parent_path());
  }
  if (!preferences.recentFiles.empty()) candidates.push_back(preferences.recentFiles.front().parent_path());
  candidates.push_back(homeFolder().value_or("/"));
  for (const fs::path& candidate : candidates) {
    if (!candidate.empty() && fs::is_directory(candidate, ignored)) return candidate;
  }
  return "/";
}

}  // namespace

void FileDialog::begin(const Panel& panel) {
  State& state = panel.state.files;
  state.justOpened = false;
  std::error_code ignored;
  if (state.folder.empty() || !fs::is_directory(state.folder, ignored)) state.folder = startFolder(panel);
  if (state.purpose == Purpose::SaveAs) {
    const fs::path& file = panel.view.workspace.file();
    state.name = file.empty() ? panel.view.workspace.name() : file.filename().string();
    if (!isScenarioName(state.name)) state.name += ".geojson";
  }
  asksToOverwrite_.clear();
  enter(panel, state.folder);
  ImGui::OpenPopup("###files");
}

void FileDialog::enter(const Panel& panel, const fs::path& folder) {
  State& state = panel.state.files;
  state.folder = folder;
  state.filter.clear();
  problem_.clear();
  list_ = listFolder(folder);
  wantsFocus_ = true;
  scrolls_ = true;
  filter_.reset();
  shown_.clear();
  state.chosen = -1;
}

void FileDialog::update(const Panel& panel) {
  State& state = panel.state.files;
  FolderFilter filter;
  filter.text = state.filter;
  filter.showsHidden = state.showsHidden;
  filter.showsAllFiles = state.showsAllFiles;
  filter.onlyFolders = state.purpose == Purpose::PictureFolder;
  if (looksLikePath(state.filter)) filter.text.clear();
  if (filter == filter_) return;
  filter_ = filter;
  shown_ = filteredFolder(list_, filter);
  state.chosen = state.purpose == Purpose::Open && !shown_.empty() ? 0 : -1;
  scrolls_ = true;
}

void FileDialog::finish(const Panel& panel, const std::string& line) {
  panel.state.files.purpose = Purpose::None;
  panel.run(line);
}

void FileDialog::activate(const Panel& panel, std::size_t row) {
  State& state = panel.state.files;
  const FolderEntry& entry = list_.entries[shown_[row]];
  const fs::path path = state.folder / entry.name;
  if (entry.isFolder) {
    enter(panel, path);
  } else if (state.purpose == Purpose::Open) {
    finish(panel, "open " + edit::quoted(path.string()));
  } else if (state.purpose == Purpose::SaveAs) {
    state.name = entry.name;
    accept(panel);
  }
}

void FileDialog::accept(const Panel& panel) {
  State& state = panel.state.files;
  const bool names = state.purpose == Purpose::SaveAs;
  const std::string text = names ? state.name : state.filter;
  const TypedPath typed = typedPath(state.folder, text, !names);
  problem_ = typed.problem;
  if (!problem_.empty()) return;
  std::error_code ignored;
  if (typed.isFolder) {
    enter(panel, typed.path);
    if (names) state.name.clear();
  } else if (state.purpose == Purpose::PictureFolder) {
    if (typed.path.empty()) finish(panel, "picture-folder " + edit::quoted(state.folder.string()));
    if (!typed.path.empty()) problem_ = fmt::format("{} is a file: a folder is wanted.", typed.path.string());
  } else if (state.purpose == Purpose::Open && !typed.path.empty()) {
    finish(panel, "open " + edit::quoted(typed.path.string()));
  } else if (state.purpose == Purpose::Open && state.chosen >= 0) {
    activate(panel, static_cast<std::size_t>(state.chosen));
  } else if (state.purpose == Purpose::Open) {
    problem_ = text.empty() ? "Choose a file, or type its path."
                            : fmt::format("{} has no file \"{}\".", state.folder.string(), text);
  } else if (names && !text.empty()) {
    const fs::path file =
        typed.path.empty() ? savedFile(state.folder, text) : savedFile(typed.path.parent_path(), typed.path.filename());
    if (!fs::is_directory(file.parent_path(), ignored)) {
      problem_ = fmt::format("There is no folder {}.", file.parent_path().string());
    } else if (fs::is_directory(file, ignored)) {
      problem_ = fmt::format("{} is a folder: another name is wanted.", file.string());
    } else if (fs::exists(file, ignored)) {
      asksToOverwrite_ = file.string();
    } else {
      finish(panel, "save " + edit::quoted(file.string()));
    }
  } else {
    problem_ = "Type the name of the file.";
  }
}

void FileDialog::drawPlace(const Panel& panel) {
  State& state = panel.state.files;
  const fs::path folder = state.folder;
  const ImGuiStyle& style = ImGui::GetStyle();
  if (ImGui::Button("Up")) enter(panel, parentFolder(folder));
  tooltipWithKey(panel, "To the folder above (Backspace)");
  ImGui::SameLine();
  if (ImGui::Button("Home")) enter(panel, homeFolder().value_or("/"));
  ImGui::SameLine();

  std::vector<fs::path> parts;
  fs::path whole;
  for (const fs::path& part : folder) {
    whole /= part;
    if (!part.empty()) parts.push_back(whole);
  }
  const auto label = [](const fs::path& part) {
    return part.has_filename() ? part.filename().string() : part.string();
  };
  // As many of the last parts as fit.
  std::size_t first = parts.size();
  float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize("… ").x;
  while (first > 0) {
    const float width = ImGui::CalcTextSize(label(parts[first - 1]).c_str()).x + 2.0F * style.FramePadding.x;
    if (width > room && first < parts.size()) break;
    room -= width;
    --first;
  }
  if (first > 0) {
    ImGui::AlignTextToFramePadding();
    softText("…");
    ImGui::SameLine(0.0F, 0.0F);
  }
  for (std::size_t i = first; i < parts.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (quietButton(panel, label(parts[i]).c_str(), parts[i].string()) && i + 1 < parts.size()) enter(panel, parts[i]);
    ImGui::PopID();
    if (i + 1 < parts.size()) ImGui::SameLine(0.0F, 0.0F);
  }
}

void FileDialog::drawText(const Panel& panel) {
  State& state = panel.state.files;
  const bool names = state.purpose == Purpose::SaveAs;
  std::string& text = names ? state.name : state.filter;
  wasEmpty_ = text.empty();
  const bool isIdle = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) && !ImGui::IsAnyItemActive() &&
                      !ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (wantsFocus_ || isIdle) ImGui::SetKeyboardFocusHere();
  wantsFocus_ = false;
  ImGui::SetNextItemWidth(-FLT_MIN);
  entered_ = ImGui::InputTextWithHint("##text", names ? "Name of the file" : "Type to narrow the list, or a path",
                                      &text, ImGuiInputTextFlags_EnterReturnsTrue);
  if (!ImGui::IsItemEdited()) return;
  problem_.clear();
  if (names) state.chosen = -1;
}

void FileDialog::drawRecent(const Panel& panel, float height) {
  State& state = panel.state.files;
  ImGui::BeginChild("##recent", {180.0F * panel.unit, height}, false, ImGuiWindowFlags_NoNav);
  softText("Recent");
  const std::vector<fs::path>& recent = panel.view.preferences.recentFiles;
  if (recent.empty()) softText("None yet");
  for (std::size_t i = 0; i < recent.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string name = cutToFit(recent[i].filename().string(), ImGui::GetContentRegionAvail().x);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::Selectable("##file", false, ImGuiSelectableFlags_DontClosePopups);
    ImGui::GetWindowDrawList()->AddText(corner, ImGui::GetColorU32(ImGuiCol_Text), name.c_str());
    tooltipWithKey(panel, recent[i].string());
    ImGui::PopID();
    if (!clicked) continue;
    if (state.purpose == Purpose::Open) {
      finish(panel, "open " + edit::quoted(recent[i].string()));
    } else {
      enter(panel, recent[i].parent_path());
      if (state.purpose == Purpose::SaveAs) state.name = recent[i].filename().string();
    }
  }
  ImGui::EndChild();
}

void FileDialog::drawList(const Panel& panel, float height) {
  State& state = panel.state.files;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_FrameBg));
  const bool visible = ImGui::BeginChild("##list", {0.0F, height}, true, ImGuiWindowFlags_NoNav);
  ImGui::PopStyleColor();
  std::size_t opened = shown_.size();
  if (visible) {
    if (list_.problem) {
      ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Error));
      wrappedText(list_.problem->message);
      ImGui::PopStyleColor();
      wrappedSoftText(panel, list_.problem->mend);
    } else if (shown_.empty()) {
      softText(list_.entries.empty() ? "The folder is empty." : "Nothing of this kind here.");
    }
    const float row = ImGui::GetTextLineHeightWithSpacing();
    if (scrolls_) ImGui::SetScrollY(std::max((static_cast<float>(state.chosen) + 1.5F) * row - 0.5F * height, 0.0F));
    scrolls_ = false;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown_.size()), row);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        const FolderEntry& entry = list_.entries[shown_[static_cast<std::size_t>(i)]];
        ImGui::PushID(i);
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        constexpr ImGuiSelectableFlags kFlags =
            ImGuiSelectableFlags_DontClosePopups | ImGuiSelectableFlags_AllowDoubleClick;
        if (ImGui::Selectable("##entry", i == state.chosen, kFlags)) {
          state.chosen = i;
          if (state.purpose == Purpose::SaveAs && !entry.isFolder) state.name = entry.name;
          if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) opened = static_cast<std::size_t>(i);
        }
        const std::string name = entry.isFolder ? entry.name + "/" : entry.name;
        const ImVec4 ink = entry.isFolder ? linkColor() : ImGui::GetStyleColorVec4(ImGuiCol_Text);
        ImGui::GetWindowDrawList()->AddText(corner, withAlpha(ink, 1.0F),
                                            cutToFit(name, ImGui::GetContentRegionAvail().x).c_str());
        ImGui::PopID();
      }
    }
  }
  ImGui::EndChild();
  if (opened < shown_.size()) activate(panel, opened);
}

void FileDialog::drawFoot(const Panel& panel) {
  State& state = panel.state.files;
  if (!problem_.empty()) {
    ImGui::PushStyleColor(ImGuiCol_Text, severityColor(Severity::Error));
    wrappedText(problem_);
    ImGui::PopStyleColor();
  }
  if (!asksToOverwrite_.empty()) {
    const std::string name = fs::path(asksToOverwrite_).filename().string();
    const float buttons = ImGui::CalcTextSize("OverwriteKeep it").x + 6.0F * ImGui::GetStyle().FramePadding.x;
    ImGui::AlignTextToFramePadding();
    cutText(panel, name + " exists already. Overwrite it?",
            std::max(ImGui::GetContentRegionAvail().x - buttons - 16.0F * panel.unit, 1.0F));
    ImGui::SameLine();
    if (ImGui::Button("Overwrite")) finish(panel, "save " + edit::quoted(asksToOverwrite_));
    ImGui::SameLine();
    if (ImGui::Button("Keep it")) asksToOverwrite_.clear();
    return;
  }
  const char* verb = state.purpose == Purpose::Open     ? "Open"
                     : state.purpose == Purpose::SaveAs ? "Save"
                                                        : "Use this folder";
  const ImGuiStyle& style = ImGui::GetStyle();
  const float buttons =
      ImGui::CalcTextSize(verb).x + ImGui::CalcTextSize("Cancel").x + 4.0F * style.FramePadding.x + style.ItemSpacing.x;
  if (state.purpose != Purpose::PictureFolder) {
    ImGui::Checkbox("All files", &state.showsAllFiles);
    tooltipWithKey(panel, "Else only .geojson and .json");
    ImGui::SameLine();
  }
  ImGui::Checkbox("Hidden", &state.showsHidden);
  tooltipWithKey(panel, "Names that begin with a dot");
  ImGui::SameLine(std::max(ImGui::GetWindowContentRegionMax().x - buttons, ImGui::GetCursorPosX()));
  ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive));
  const bool accepted = ImGui::Button(verb);
  ImGui::PopStyleColor();
  if (accepted) accept(panel);
  ImGui::SameLine();
  if (ImGui::Button("Cancel")) state.purpose = Purpose::None;
}

void FileDialog::handleKeys(const Panel& panel) {
  State& state = panel.state.files;
  const int last = static_cast<int>(shown_.size()) - 1;
  const int before = state.chosen;
  if (isPressed(ImGuiKey_DownArrow)) state.chosen = std::min(state.chosen + 1, last);
  if (isPressed(ImGuiKey_UpArrow)) state.chosen = std::max(state.chosen - 1, std::min(0, last));
  if (isPressed(ImGuiKey_PageDown)) state.chosen = std::min(state.chosen + kPageRows, last);
  if (isPressed(ImGuiKey_PageUp)) state.chosen = std::max(state.chosen - kPageRows, std::min(0, last));
  if (before != state.chosen) {
    scrolls_ = true;
    if (state.purpose == Purpose::SaveAs && state.chosen >= 0) {
      const FolderEntry& entry = list_.entries[shown_[static_cast<std::size_t>(state.chosen)]];
      if (!entry.isFolder) state.name = entry.name;
    }
  }
  if (isPressed(ImGuiKey_Backspace) && wasEmpty_) enter(panel, parentFolder(state.folder));
  if (isPressed(ImGuiKey_Escape)) {
    if (asksToOverwrite_.empty()) state.purpose = Purpose::None;
    asksToOverwrite_.clear();
    return;
  }
  if (!entered_) return;
  wantsFocus_ = true;
  if (!asksToOverwrite_.empty()) return;
  const bool isOnFolder = state.chosen >= 0 && state.chosen <= last &&
                          list_.entries[shown_[static_cast<std::size_t>(state.chosen)]].isFolder;
  const std::string& text = state.purpose == Purpose::SaveAs ? state.name : state.filter;
  if (isOnFolder && !looksLikePath(text)) {
    activate(panel, static_cast<std::size_t>(state.chosen));
  } else {
    accept(panel);
  }
}

void FileDialog::draw(const Panel& panel) {
  State& state = panel.state.files;
  if (state.purpose == Purpose::None) return;
  if (state.justOpened) begin(panel);
  const ImVec2 room = ImGui::GetMainViewport()->Size;
  const float margin = 8.0F * panel.unit;
  const ImVec2 size(std::max(std::min(760.0F * panel.unit, room.x - 2.0F * margin), 1.0F),
                    std::max(std::min(520.0F * panel.unit, room.y - 2.0F * margin), 1.0F));
  ImGui::SetNextWindowSize(size);
  ImGui::SetNextWindowPos({std::round(0.5F * room.x), std::round(0.5F * room.y)}, ImGuiCond_Always, {0.5F, 0.5F});
  bool open = true;
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  if (!ImGui::BeginPopupModal(titleOf(state.purpose), &open, kFlags)) {
    state.purpose = Purpose::None;
    return;
  }
  ImGui::CaptureKeyboardFromApp(true);
  drawPlace(panel);
  drawText(panel);
  update(panel);
  float foot = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
  if (!problem_.empty()) {
    const float available = ImGui::GetContentRegionAvail().x;
    foot += ImGui::CalcTextSize(problem_.c_str(), nullptr, false, available).y + ImGui::GetStyle().ItemSpacing.y;
  }
  const float height = std::max(ImGui::GetContentRegionAvail().y - foot, ImGui::GetTextLineHeightWithSpacing());
  if (ImGui::GetContentRegionAvail().x > 480.0F * panel.unit) {
    drawRecent(panel, height);
    ImGui::SameLine();
  }
  if (state.purpose != Purpose::None) drawList(panel, height);
  if (state.purpose != Purpose::None) drawFoot(panel);
  if (state.purpose != Purpose::None) handleKeys(panel);
  if (!open) state.purpose = Purpose::None;
  if (state.purpose == Purpose::None) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace cordon::ui
