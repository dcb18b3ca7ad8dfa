#include "ui/file_dialog.h"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <system_error>

#include "base/home_folder.h"
#include "scene/model_text.h"
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
    case Purpose::Compare:
      return "Compare with another scenario###files";
    case Purpose::SaveAs:
      return "Save the scenario as###files";
    case Purpose::Import:
      return "Import a file of another program###files";
    case Purpose::Export:
      return "Export for other programs###files";
    case Purpose::PictureFolder:
    case Purpose::None:
      break;
  }
  return "Folder for pictures###files";
}

/// Whether a file that is there is chosen.
bool readsFile(Purpose purpose) {
  return purpose == Purpose::Open || purpose == Purpose::Compare || purpose == Purpose::Import;
}

/// Whether a file that is written is named.
bool namesFile(Purpose purpose) {
  return purpose == Purpose::SaveAs || purpose == Purpose::Export;
}

/// The command that a chosen file is for.
std::string lineFor(Purpose purpose, const fs::path& file) {
  const std::string name = edit::quoted(file.string());
  if (purpose == Purpose::Import) return "import " + name + " ask";
  return (purpose == Purpose::Compare ? "compare " : "open ") + name;
}

/// The same of a file to write; one that is there is written over.
std::string lineToWrite(const State& state, const fs::path& file, bool overwrites) {
  const std::string name = edit::quoted(file.string());
  if (state.purpose == Purpose::SaveAs) return "save " + name;
  return "export " + name + (overwrites ? " overwrite" : "") + (state.exportsShown ? " shown" : "");
}

const char* verbOf(Purpose purpose) {
  switch (purpose) {
    case Purpose::Open:
      return "Open";
    case Purpose::Compare:
      return "Compare";
    case Purpose::SaveAs:
      return "Save";
    case Purpose::Import:
      return "Import";
    case Purpose::Export:
      return "Export";
    case Purpose::PictureFolder:
    case Purpose::None:
      break;
  }
  return "Use this folder";
}

std::vector<std::string> exportEndings(const Panel& panel) {
  std::vector<std::string> endings;
  for (const InterfaceState::FileKind& kind : panel.state.exportKinds) endings.push_back(kind.ending);
  return endings;
}

/// What the list shows unless it shows all files; empty: scenarios.
std::vector<std::string> shownEndings(const Panel& panel) {
  const Purpose purpose = panel.state.files.purpose;
  if (purpose == Purpose::Import) return panel.state.importEndings;
  return purpose == Purpose::Export ? exportEndings(panel) : std::vector<std::string>();
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
  } else if (state.purpose == Purpose::Export) {
    if (state.exportEnding.empty() && !panel.state.exportKinds.empty()) {
      state.exportEnding = panel.state.exportKinds.front().ending;
    }
    const fs::path& file = panel.view.workspace.file();
    state.name = (file.empty() ? fs::path(panel.view.workspace.name()) : file).stem().string() + state.exportEnding;
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
  filter.endings = shownEndings(panel);
  if (looksLikePath(state.filter)) filter.text.clear();
  if (filter == filter_) return;
  filter_ = filter;
  shown_ = filteredFolder(list_, filter);
  state.chosen = readsFile(state.purpose) && !shown_.empty() ? 0 : -1;
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
  } else if (readsFile(state.purpose)) {
    finish(panel, lineFor(state.purpose, path));
  } else if (namesFile(state.purpose)) {
    state.name = entry.name;
    accept(panel);
  }
}

void FileDialog::accept(const Panel& panel) {
  State& state = panel.state.files;
  const bool names = namesFile(state.purpose);
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
  } else if (readsFile(state.purpose) && !typed.path.empty()) {
    finish(panel, lineFor(state.purpose, typed.path));
  } else if (readsFile(state.purpose) && state.chosen >= 0) {
    activate(panel, static_cast<std::size_t>(state.chosen));
  } else if (readsFile(state.purpose)) {
    problem_ = text.empty() ? "Choose a file, or type its path."
                            : fmt::format("{} has no file \"{}\".", state.folder.string(), text);
  } else if (names && !text.empty()) {
    const fs::path folder = typed.path.empty() ? state.folder : typed.path.parent_path();
    const std::string name = typed.path.empty() ? text : typed.path.filename().string();
    const bool isWhole = state.purpose == Purpose::Export && hasEnding(name, exportEndings(panel));
    const fs::path file = state.purpose == Purpose::SaveAs ? savedFile(folder, name)
                                                           : folder / (isWhole ? name : name + state.exportEnding);
    if (!fs::is_directory(file.parent_path(), ignored)) {
      problem_ = fmt::format("There is no folder {}.", file.parent_path().string());
    } else if (fs::is_directory(file, ignored)) {
      problem_ = fmt::format("{} is a folder: another name is wanted.", file.string());
    } else if (fs::exists(file, ignored)) {
      asksToOverwrite_ = file.string();
    } else {
      finish(panel, lineToWrite(state, file, false));
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
  const bool names = namesFile(state.purpose);
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
    // Recent files are scenarios.
    if (readsFile(state.purpose) && state.purpose != Purpose::Import) {
      finish(panel, lineFor(state.purpose, recent[i]));
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
          if (namesFile(state.purpose) && !entry.isFolder) state.name = entry.name;
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

/// Which kinds of files there are and what each is for: a click gives the name its ending.
void FileDialog::drawKinds(const Panel& panel, bool isShort) {
  State& state = panel.state.files;
  const std::vector<std::string> known = exportEndings(panel);
  for (const InterfaceState::FileKind& kind : panel.state.exportKinds) {
    if (hasEnding(state.name, {kind.ending})) state.exportEnding = kind.ending;
  }
  const float column = 108.0F * panel.unit;
  for (const InterfaceState::FileKind& kind : panel.state.exportKinds) {
    const float left = ImGui::GetCursorPosX();
    if (ImGui::RadioButton(kind.ending.c_str(), state.exportEnding == kind.ending)) {
      state.exportEnding = kind.ending;
      state.name = withEnding(state.name, kind.ending, known);
      asksToOverwrite_.clear();
    }
    tooltipWithKey(panel, kind.purpose);
    ImGui::SameLine(isShort ? 0.0F : left + column);
    if (isShort) continue;
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
    cutText(panel, kind.purpose, std::max(ImGui::GetContentRegionAvail().x, 1.0F));
    ImGui::PopStyleColor();
  }
  if (isShort) ImGui::NewLine();
  ImGui::Checkbox(fmt::format("Only what the map shows on {}", scene::shortDate(panel.view.workspace.date())).c_str(),
                  &state.exportsShown);
  tooltipWithKey(panel, "Else all dates, each thing with its own where the format has dates");
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
    if (ImGui::Button("Overwrite")) finish(panel, lineToWrite(state, asksToOverwrite_, true));
    ImGui::SameLine();
    if (ImGui::Button("Keep it")) asksToOverwrite_.clear();
    return;
  }
  const char* verb = verbOf(state.purpose);
  const ImGuiStyle& style = ImGui::GetStyle();
  const float buttons =
      ImGui::CalcTextSize(verb).x + ImGui::CalcTextSize("Cancel").x + 4.0F * style.FramePadding.x + style.ItemSpacing.x;
  if (state.purpose != Purpose::PictureFolder) {
    ImGui::Checkbox("All files", &state.showsAllFiles);
    std::string endings;
    for (const std::string& ending : shownEndings(panel)) endings += (endings.empty() ? "" : " ") + ending;
    tooltipWithKey(panel, "Else only " + (endings.empty() ? ".geojson and .json" : endings));
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
    if (namesFile(state.purpose) && state.chosen >= 0) {
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
  const std::string& text = namesFile(state.purpose) ? state.name : state.filter;
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
  const ImVec2 size(
      std::max(std::min(760.0F * panel.unit, room.x - 2.0F * margin), 1.0F),
      std::max(std::min((state.purpose == Purpose::Export ? 640.0F : 520.0F) * panel.unit, room.y - 2.0F * margin),
               1.0F));
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
  const bool isExport = state.purpose == Purpose::Export;
  const bool isShort = room.y < 560.0F * panel.unit;
  if (isExport) {
    const std::size_t rows = isShort ? 2 : panel.state.exportKinds.size() + 1;
    foot += static_cast<float>(rows) * ImGui::GetFrameHeightWithSpacing();
  }
  const float height = std::max(ImGui::GetContentRegionAvail().y - foot, ImGui::GetTextLineHeightWithSpacing());
  if (ImGui::GetContentRegionAvail().x > 480.0F * panel.unit) {
    drawRecent(panel, height);
    ImGui::SameLine();
  }
  if (state.purpose != Purpose::None) drawList(panel, height);
  if (isExport && state.purpose != Purpose::None) drawKinds(panel, isShort);
  if (state.purpose != Purpose::None) drawFoot(panel);
  if (state.purpose != Purpose::None) handleKeys(panel);
  if (!open) state.purpose = Purpose::None;
  if (state.purpose == Purpose::None) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace cordon::ui
