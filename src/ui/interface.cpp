#include "ui/interface.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "ui/about.h"
#include "ui/command_palette.h"
#include "ui/comparison_window.h"
#include "ui/file_dialog.h"
#include "ui/fonts.h"
#include "ui/history_window.h"
#include "ui/keys_help.h"
#include "ui/map_decorations.h"
#include "ui/menu_bar.h"
#include "ui/messages_window.h"
#include "ui/preferences_window.h"
#include "ui/search_box.h"
#include "ui/side_panel.h"
#include "ui/status_bar.h"
#include "ui/table_import_window.h"
#include "ui/theme.h"
#include "ui/unsaved_question.h"
#include "ui/window_layout.h"

namespace cordon::ui {

namespace {

/// A window that appears is measured in its first frame and shown in the next; the keyboard is taken a frame later.
constexpr int kFramesToAppear = 3;

/// The height of the menu bar and of the status bar.
double barPixels(double unit) {
  return std::round(17.0 * unit) + 2.0 * std::round(6.0 * unit);
}

void noteAll(FontAtlas& atlas, const std::map<std::string, std::string>& names) {
  for (const auto& [language, name] : names) atlas.note(name);
}

void noteDocument(FontAtlas& atlas, const scenario::Document& document) {
  for (const std::string* text : {&document.title, &document.subtitle, &document.summary, &document.disclaimer,
                                  &document.author, &document.handling}) {
    atlas.note(*text);
  }
  for (const scenario::Feature& feature : document.features) {
    for (const std::string* text : {&feature.id, &feature.name, &feature.text, &feature.remarks, &feature.group}) {
      atlas.note(*text);
    }
    noteAll(atlas, feature.names);
    noteAll(atlas, feature.altNames);
    for (const scenario::SystemAssignment& assignment : feature.systems) atlas.note(assignment.remarks);
  }
  for (const scenario::System& system : document.systems) {
    for (const std::string* text : {&system.id, &system.name, &system.remarks}) atlas.note(*text);
    noteAll(atlas, system.names);
    for (const std::string& designation : system.designations) atlas.note(designation);
    if (system.operatorName) atlas.note(*system.operatorName);
    for (const scenario::RangeClaim& claim : system.ranges) atlas.note(claim.meaning);
  }
  for (const scenario::Source& source : document.sources) {
    for (const std::string* text : {&source.title, &source.publisher, &source.remarks, &source.url}) atlas.note(*text);
  }
  for (const scenario::View& view : document.views) atlas.note(view.name);
}

void noteGazetteer(FontAtlas& atlas, const mapdata::Gazetteer& gazetteer) {
  const auto note = [&](const mapdata::PlaceNames& names) {
    for (const std::string* text : {&names.en, &names.ru, &names.ja}) atlas.note(*text);
  };
  for (const mapdata::GazetteerPlace& place : gazetteer.places) {
    note(place.names);
    note(place.otherNames);
  }
  for (const auto* shapes : {&gazetteer.straits, &gazetteer.seaLimits, &gazetteer.disputed}) {
    for (const mapdata::GazetteerShape& shape : *shapes) note(shape.names);
  }
}

/// The edge between map and panel, which is dragged to set the panel's width; a double click brings back the first one.
void drawPanelEdge(const Panel& panel, const WindowLayout& layout) {
  if (layout.panel.width <= 0.0) return;
  const float reach = std::round(3.0F * panel.unit);
  const float left = static_cast<float>(layout.panel.x);
  ImGui::SetNextWindowPos({left - reach, static_cast<float>(layout.panel.y)});
  const ImVec2 size(2.0F * reach, std::max(static_cast<float>(layout.panel.height), 1.0F));
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;
  if (ImGui::Begin("##panel edge", nullptr, kFlags)) {
    ImGui::InvisibleButton("##edge", size);
    const bool isPulled = ImGui::IsItemActive();
    if (isPulled || ImGui::IsItemHovered()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
      ImGui::GetWindowDrawList()->AddRectFilled({left - 1.0F, static_cast<float>(layout.panel.y)},
                                                {left + 1.0F, static_cast<float>(layout.panel.y + layout.panel.height)},
                                                ImGui::GetColorU32(ImGuiCol_SeparatorActive));
    }
    const double wanted =
        (static_cast<double>(ImGui::GetMainViewport()->Size.x) - static_cast<double>(ImGui::GetIO().MousePos.x)) /
        static_cast<double>(panel.unit);
    const double width = std::round(std::clamp(wanted, kLeastPanelUnits + 40.0, edit::kMostPanelWidth));
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
      panel.run(fmt::format("panel-width {}", edit::Preferences().panelWidth));
    } else if (isPulled && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 1.0F) &&
               width != panel.view.preferences.panelWidth) {
      panel.run(fmt::format("panel-width {}", width));
    }
  }
  ImGui::End();
  ImGui::PopStyleVar(2);
}

}  // namespace

class Interface::Implementation {
 public:
  explicit Implementation(const std::filesystem::path& fontFolder) : atlas(fontFolder) {
    ImGui::GetIO().ConfigWindowsMoveFromTitleBarOnly = true;
  }

  void drawWindows(const Panel& panel) {
    drawKeysHelp(panel);
    drawPreferencesWindow(panel);
    drawMessagesWindow(panel, atlas.problems());
    drawHistoryWindow(panel);
    drawComparedDates(panel);
    noteTable();
    drawTableImport(panel);
    drawAbout(panel);
    drawUnsavedQuestion(panel);
    drawChangedFileQuestion(panel);
    drawRecoveryQuestion(panel);
    palette.draw(panel);
    files.draw(panel);
  }

  void noteNames(const edit::Workspace& workspace) {
    if (noted == workspace.documentPointer()) return;
    if (!noted) noteGazetteer(atlas, workspace.gazetteer());
    noted = workspace.documentPointer();
    noteDocument(atlas, *noted);
    atlas.note(workspace.file().string());
    for (const Diagnostic& problem : workspace.problems()) {
      atlas.note(problem.message);
      atlas.note(problem.mend);
    }
  }

  void noteTyped(const ViewOfMap& view) {
    if (!std::exchange(notedCatalogue, true)) {
      for (const scenario::System& system : view.catalogue.systems) {
        atlas.note(system.name);
        noteAll(atlas, system.names);
      }
    }
    for (const std::string* text :
         {&state.search.text, &state.palette.text, &state.files.filter, &state.files.name, &state.sites.text,
          &state.newViewName, &state.editing.field.text, &state.editing.source.text, &state.editing.source.title,
          &state.editing.source.publisher, &state.editing.newSystemName, &state.editing.newSourceTitle}) {
      atlas.note(*text);
    }
    for (const edit::Message& message : view.workspace.messages()) {
      if (message.number > notedMessage) atlas.note(message.text);
    }
    noteComparison(view.workspace.shown().changes);
    if (!view.workspace.messages().empty()) notedMessage = view.workspace.messages().back().number;
    if (state.files.purpose == InterfaceState::FileDialog::Purpose::None) return;
    if (state.files.folder != notedFolder) {
      notedFolder = state.files.folder;
      atlas.note(notedFolder.string());
      for (const FolderEntry& entry : files.list().entries) atlas.note(entry.name);
    }
  }

  /// What is gone has names that are no more the scenario's.
  void noteComparison(const std::shared_ptr<const scene::MapChanges>& changes) {
    if (!changes || changes == notedChanges) return;
    notedChanges = changes;
    atlas.note(changes->title);
    atlas.note("→");
    for (const scenario::Difference& difference : changes->comparison.differences) {
      atlas.note(difference.name);
      for (const scenario::MemberDifference& member : difference.members) {
        atlas.note(member.label);
        atlas.note(scenario::inWords(member.before));
      }
    }
  }

  void noteTable() {
    if (!state.table.justOpened) return;
    atlas.note(state.table.file);
    for (const std::string& column : state.table.columns) atlas.note(column);
    for (const std::vector<std::string>& row : state.table.rows) {
      for (const std::string& cell : row) atlas.note(cell);
    }
  }

  /// Which windows are open: where that changes, frames are wanted.
  unsigned openWindows() const {
    return (state.showsKeys ? 1U : 0U) | (state.showsPreferences ? 2U : 0U) | (state.showsMessages ? 4U : 0U) |
           (state.showsAbout ? 8U : 0U) | (state.showsHistory ? 512U : 0U) | (state.palette.open ? 16U : 0U) |
           (state.search.wantsFocus ? 32U : 0U) | (state.search.text.empty() ? 0U : 64U) |
           (state.unsavedQuestion.empty() ? 0U : 256U) | (state.changedFile.empty() ? 0U : 1024U) |
           (state.recoverable.empty() ? 0U : 2048U) | (state.comparing.of ? 4096U : 0U) |
           (state.comparedDates.isOpen ? 8192U : 0U) | (state.table.isOpen ? 16384U : 0U) |
           (state.files.purpose == InterfaceState::FileDialog::Purpose::None ? 0U : 128U);
  }

  FontAtlas atlas;
  double unit = 1.0;
  std::optional<std::pair<double, edit::Theme>> styledFor;
  InterfaceState state;
  MenuBar menu;
  SearchBox search;
  CommandPalette palette;
  FileDialog files;
  StatusBar status;
  edit::Workspace::DocumentPointer noted;  ///< the document whose names were asked for
  std::shared_ptr<const scene::MapChanges> notedChanges;
  std::uint64_t notedMessage = 0;
  bool notedCatalogue = false;
  std::filesystem::path notedFolder;
  std::vector<std::filesystem::path> notedRecent;
  unsigned seenWindows = 0;
  int framesWanted = kFramesToAppear;
  bool decorationsMove = false;
};

Interface::Interface(const std::filesystem::path& fontFolder)
    : implementation_(std::make_unique<Implementation>(fontFolder)) {}

Interface::~Interface() = default;

bool Interface::prepare(double monitorScale, const edit::Preferences& preferences) {
  Implementation& own = *implementation_;
  own.unit = std::clamp(monitorScale * preferences.textScale, 0.25, 16.0);
  const std::pair wanted(own.unit, preferences.theme);
  if (own.styledFor != wanted) {
    applyTheme(ImGui::GetStyle(), preferences.theme, own.unit);
    own.styledFor = wanted;
    own.framesWanted = kFramesToAppear;
  }
  if (own.notedRecent != preferences.recentFiles) {
    own.notedRecent = preferences.recentFiles;
    for (const std::filesystem::path& file : own.notedRecent) own.atlas.note(file.string());
  }
  return own.atlas.update(own.unit);
}

void Interface::noteNames(const edit::Workspace& workspace) {
  implementation_->noteNames(workspace);
}

void Interface::draw(const ViewOfMap& view, const std::function<void(std::string line)>& run) {
  Implementation& own = *implementation_;
  own.noteNames(view.workspace);
  const ImVec2 size = ImGui::GetMainViewport()->Size;
  const Panel panel{view, own.state, own.atlas.fonts(), static_cast<float>(own.unit), run};
  const WindowLayout layout = layoutWindow(static_cast<double>(size.x), static_cast<double>(size.y), own.unit,
                                           barPixels(own.unit), view.preferences, view.status.bare);
  own.decorationsMove = drawMapDecorations(panel, layout.map);
  own.state.panelLeft = -1.0F;
  if (layout.panel.width > 0.0) {
    drawSidePanel(panel, static_cast<float>(layout.panel.x), static_cast<float>(layout.panel.y),
                  static_cast<float>(layout.panel.width), static_cast<float>(layout.panel.height));
    drawPanelEdge(panel, layout);
  }
  own.status.draw(panel, layout.statusBar);
  own.menu.draw(panel, layout, own.search);
  own.search.drawResults(panel);
  drawComparisonWindow(panel, layout.map);
  own.drawWindows(panel);

  own.noteTyped(view);
  InterfaceState::Editing& editing = own.state.editing;
  if (!editing.wantsField.empty() && --editing.wantsFieldFrames < 0) editing.wantsField.clear();
  const unsigned windows = own.openWindows();
  own.framesWanted = windows != own.seenWindows ? kFramesToAppear : std::max(own.framesWanted - 1, 0);
  own.seenWindows = windows;
}

typography::Rect Interface::mapRoom(double windowWidth, double windowHeight, const edit::Preferences& preferences,
                                    bool bare) const {
  const double unit = implementation_->unit;
  return layoutWindow(windowWidth, windowHeight, unit, barPixels(unit), preferences, bare).map;
}

scene::Chrome Interface::mapChrome(double windowWidth, double windowHeight, const edit::Preferences& preferences,
                                   bool bare) const {
  const Implementation& own = *implementation_;
  scene::Chrome chrome;
  chrome.legend = preferences.legendOpen ? scene::LegendStyle::Open : scene::LegendStyle::Folded;
  chrome.covered =
      coveredByDecorations(mapRoom(windowWidth, windowHeight, preferences, bare), own.unit, own.state.decorations);
  if (own.state.comparing.place) chrome.covered.push_back(*own.state.comparing.place);
  return chrome;
}

bool Interface::needsFrame() const {
  const Implementation& own = *implementation_;
  return own.atlas.isBehind() || own.framesWanted > 0 || own.decorationsMove || !own.state.editing.wantsField.empty() ||
         own.openWindows() != own.seenWindows;
}

const Diagnostics& Interface::problems() const {
  return implementation_->atlas.problems();
}

InterfaceState& Interface::state() {
  return implementation_->state;
}

}  // namespace cordon::ui
