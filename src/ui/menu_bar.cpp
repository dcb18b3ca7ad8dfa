#include "ui/menu_bar.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>

#include "ui/command_list.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kMostChoices = 30;
constexpr float kSearchUnits = 260.0F;
constexpr const char* kOneMenu = "Menu";

/// Where a group of commands stands: in a menu of its own, or in a submenu of another; nowhere: an empty name.
std::string menuOf(const std::string& group) {
  if (group == "Date" || group == "Systems" || group == "Sites") return "Map";
  // They all stand in the window of preferences.
  return group == "Preferences" ? std::string() : group;
}

constexpr std::string_view kSeparator = "-";
constexpr std::string_view kRecent = "recent files";
constexpr std::string_view kBuiltIn = "built-in scenarios";

/// The order of a menu's entries: by name, then those that it does not name, then the last.
struct MenuOrder {
  std::string_view menu;
  std::span<const std::string_view> first;
  std::span<const std::string_view> last;
  std::string_view left;  ///< out: it stands there in another form
};

constexpr std::array<std::string_view, 14> kFileFirst{
    "open-dialog", kRecent,    kBuiltIn,        "revert",        "cancel-reading", kSeparator, "save",
    "save-dialog", kSeparator, "import-dialog", "export-dialog", kSeparator,       "picture",  "picture-plain"};
constexpr std::array<std::string_view, 2> kFileLast{kSeparator, "quit"};
constexpr std::array<std::string_view, 8> kEditFirst{"undo",       "redo",        kSeparator, "select",
                                                     "select-all", "select-none", kSeparator, "search"};
constexpr std::array<std::string_view, 2> kEditLast{kSeparator, "preferences"};
constexpr std::array<std::string_view, 3> kHelpFirst{"keys", "commands", "messages"};
constexpr std::array<std::string_view, 2> kHelpLast{kSeparator, "about"};
constexpr std::array<MenuOrder, 3> kOrders{{{"File", kFileFirst, kFileLast, "open"},
                                            {"Edit", kEditFirst, kEditLast, {}},
                                            {"Help", kHelpFirst, kHelpLast, "menu"}}};

bool holds(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Whether a command has an entry: it needs nothing typed, or has choices.
bool hasEntry(const edit::Command& command) {
  return command.inPalette && (runsBare(command) || command.choices);
}

/// Opens a menu of the present menu bar as a click would, for keys to move through.
void openByKey(const char* menu) {
  ImGui::FocusWindow(ImGui::GetCurrentWindow());
  ImGui::OpenPopup(menu);
}

/// The window that had the keyboard before the menus were opened by a key has it again, unless another took it.
void giveFocusBack(ImGuiID window) {
  if (ImGui::GetCurrentContext()->NavWindow != ImGui::GetCurrentWindow()) return;
  ImGuiWindow* const before = ImGui::FindWindowByID(window);
  if (before != nullptr && before->WasActive) ImGui::FocusWindow(before);
}

/// How many menus further the arrow keys go from the menu that is being drawn: 0 where one of its entries takes them.
int stepsAside() {
  if (!ImGui::NavMoveRequestButNoResultYet()) return 0;
  const ImGuiDir direction = ImGui::GetCurrentContext()->NavMoveDir;
  if (direction != ImGuiDir_Left && direction != ImGuiDir_Right) return 0;
  ImGui::NavMoveRequestCancel();
  return direction == ImGuiDir_Left ? -1 : 1;
}

bool panelButton(const Panel& panel, float side) {
  const bool isOpen = panel.view.preferences.panelOpen;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::InvisibleButton("##panel", {side, side});
  tooltipWithKey(panel, isOpen ? "Hide the control panel" : "Show the control panel", "panel");
  const ImU32 ink = ImGui::GetColorU32(ImGui::IsItemHovered() ? ImGuiCol_Text : ImGuiCol_TextDisabled);
  const float inset = std::round(0.2F * side);
  const ImVec2 a(corner.x + inset, corner.y + inset);
  const ImVec2 b(corner.x + side - inset, corner.y + side - inset);
  const float split = std::round(b.x - 0.38F * (b.x - a.x));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRect(a, b, ink, 2.0F * panel.unit, ImDrawFlags_None, std::max(1.0F, std::round(1.2F * panel.unit)));
  if (isOpen) {
    list.AddRectFilled({split, a.y}, b, ink, 2.0F * panel.unit, ImDrawFlags_RoundCornersRight);
  } else {
    list.AddLine({split, a.y}, {split, b.y}, ink);
  }
  return clicked;
}

}  // namespace

void MenuBar::draw(const Panel& panel, const WindowLayout& layout, SearchBox& search) {
  if (layout.menuBar.height <= 0.0) return;
  const float height = static_cast<float>(layout.menuBar.height);
  const float width = static_cast<float>(layout.menuBar.width);
  const ImGuiStyle& style = ImGui::GetStyle();
  const float padding = std::floor(0.5F * (height - ImGui::GetFontSize()));
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {style.FramePadding.x, padding});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {4.0F * panel.unit, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::SetNextWindowPos({0.0F, 0.0F});
  ImGui::SetNextWindowSize({width, height});
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_MenuBar |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;
  const bool visible = ImGui::Begin("##menu bar", nullptr, kFlags);
  ImGui::PopStyleVar(3);
  if (visible && ImGui::BeginMenuBar()) {
    ImGui::PopStyleVar();
    const float gap = 8.0F * panel.unit;
    drawGroups(panel);
    const float side = ImGui::GetFrameHeight();
    const float searchWidth = std::min(kSearchUnits * panel.unit, width - ImGui::GetCursorPosX() - side - 3.0F * gap);
    const bool hasSearch = searchWidth >= 90.0F * panel.unit;
    const float top = std::floor(0.5F * (height - side));
    float x = width - side - 0.5F * gap;
    if (hasSearch) {
      ImGui::SetCursorPos({x - searchWidth - gap, top});
      search.drawBox(panel, searchWidth);
    }
    x = std::max(x, ImGui::GetCursorPosX());
    if (x + side <= width) {
      ImGui::SetCursorPos({x, top});
      if (panelButton(panel, side)) panel.run("panel toggle");
    }
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {style.FramePadding.x, padding});
    ImGui::EndMenuBar();
  }
  ImGui::End();
  ImGui::PopStyleVar();
}

void MenuBar::drawGroups(const Panel& panel) {
  std::vector<std::string> groups = orderedGroups(panel.view.commands);
  // Some groups are for scripts alone.
  std::erase_if(groups, [&](const std::string& group) {
    const std::vector<edit::Command>& commands = panel.view.commands.commands();
    return menuOf(group).empty() || std::none_of(commands.begin(), commands.end(), [&](const edit::Command& command) {
             return command.group == group && hasEntry(command);
           });
  });
  std::vector<std::string> menus;
  float wanted = 0.0F;
  for (const std::string& group : groups) {
    const std::string menu = menuOf(group);
    if (std::find(menus.begin(), menus.end(), menu) != menus.end()) continue;
    wanted += ImGui::CalcTextSize(menu.c_str()).x + 2.0F * ImGui::GetStyle().ItemSpacing.x;
    menus.push_back(menu);
  }
  // Where the menus have no room side by side, they stand in one.
  const bool isNarrow = wanted + 40.0F * panel.unit > ImGui::GetWindowWidth();
  const bool toggles = std::exchange(panel.state.togglesMenu, false);
  const bool closes = toggles && isOpen_;
  if (toggles && !isOpen_ && !menus.empty()) {
    const ImGuiWindow* const before = ImGui::GetCurrentContext()->NavWindow;
    focusedBefore_ = before != nullptr ? before->ID : 0;
    openByKey(isNarrow ? kOneMenu : menus.front().c_str());
  } else if (!isOpen_ && !opensNext_ && focusedBefore_) {
    giveFocusBack(*std::exchange(focusedBefore_, std::nullopt));
  }
  // All menus are one window to ImGui: the next is another only in another frame.
  if (const auto next = std::exchange(opensNext_, std::nullopt)) openByKey(menus[*next % menus.size()].c_str());
  isOpen_ = false;
  if (isNarrow && !ImGui::BeginMenu(kOneMenu)) return;
  isOpen_ = isNarrow;
  if (closes && isNarrow) ImGui::CloseCurrentPopup();
  for (std::size_t i = 0; i < menus.size(); ++i) {
    const std::string& menu = menus[i];
    if (!ImGui::BeginMenu(menu.c_str())) continue;
    isOpen_ = true;
    if (closes) ImGui::CloseCurrentPopup();
    drawGroup(panel, menu);
    bool isFirst = true;
    for (const std::string& group : groups) {
      if (group == menu || menuOf(group) != menu) continue;
      if (isFirst) ImGui::Separator();
      isFirst = false;
      if (!ImGui::BeginMenu(group.c_str())) continue;
      drawGroup(panel, group);
      ImGui::EndMenu();
    }
    const int steps = isNarrow ? 0 : stepsAside();
    if (steps != 0) opensNext_ = steps > 0 ? i + 1 : i + menus.size() - 1;
    ImGui::EndMenu();
  }
  if (isNarrow) ImGui::EndMenu();
}

void MenuBar::drawGroup(const Panel& panel, const std::string& group) {
  const edit::CommandTable& table = panel.view.commands;
  const auto* const order =
      std::find_if(kOrders.begin(), kOrders.end(), [&](const MenuOrder& o) { return o.menu == group; });
  const bool isOrdered = order != kOrders.end();
  const auto drawNamed = [&](std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
      const edit::Command* const command = table.find(name);
      if (name == kSeparator) {
        ImGui::Separator();
      } else if (name == kRecent) {
        drawRecent(panel);
      } else if (name == kBuiltIn) {
        drawBuiltIn(panel);
      } else if (command != nullptr && command->group == group && hasEntry(*command)) {
        drawCommand(panel, *command);
      }
    }
  };
  if (isOrdered) drawNamed(order->first);
  bool isSeparated = !isOrdered;
  for (const edit::Command& command : table.commands()) {
    if (command.group != group || !hasEntry(command)) continue;
    const std::string_view name = command.name;
    if (isOrdered && (holds(order->first, name) || holds(order->last, name) || name == order->left)) continue;
    if (!isSeparated) ImGui::Separator();
    isSeparated = true;
    drawCommand(panel, command);
  }
  if (isOrdered) drawNamed(order->last);
}

void MenuBar::drawCommand(const Panel& panel, const edit::Command& command) {
  const bool isPossible = !command.isPossible || command.isPossible();
  ImGui::PushID(command.name.c_str());
  if (runsBare(command)) {
    const bool isOn = command.isOn && command.isOn();
    const std::string chord = firstChord(command);
    if (ImGui::MenuItem(command.title.c_str(), chord.c_str(), isOn, isPossible)) panel.run(edit::bareLine(command));
  } else if (ImGui::BeginMenu(command.title.c_str(), isPossible)) {
    drawChoices(panel, command);
    ImGui::EndMenu();
  }
  ImGui::PopID();
}

void MenuBar::drawChoices(const Panel& panel, const edit::Command& command) {
  if (choicesOf_ != command.name || choicesFrame_ + 1 < ImGui::GetFrameCount()) {
    choicesOf_ = command.name;
    choices_ = command.choices();
  }
  choicesFrame_ = ImGui::GetFrameCount();
  if (choices_.empty()) ImGui::MenuItem("Nothing to choose now", nullptr, false, false);
  const std::size_t shown = std::min(choices_.size(), kMostChoices);
  for (std::size_t i = 0; i < shown; ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::MenuItem(choices_[i].title.c_str())) panel.run(command.name + " " + choices_[i].arguments);
    ImGui::PopID();
  }
  if (choices_.size() <= shown) return;
  ImGui::Separator();
  if (ImGui::MenuItem("All of them…", keysOf(panel.view.commands, "commands").c_str())) {
    panel.run("commands");
    panel.state.palette.text = command.title + " ";
  }
}

void MenuBar::drawRecent(const Panel& panel) {
  const std::vector<std::filesystem::path>& recent = panel.view.preferences.recentFiles;
  if (!ImGui::BeginMenu("Open recent", !recent.empty())) return;
  for (std::size_t i = 0; i < recent.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string name = recent[i].filename().string();
    const std::string folder = cutToFit(recent[i].parent_path().string(), 320.0F * panel.unit);
    if (ImGui::MenuItem(name.c_str(), folder.c_str())) panel.run("open " + edit::quoted(recent[i].string()));
    ImGui::PopID();
  }
  ImGui::EndMenu();
}

void MenuBar::drawBuiltIn(const Panel& panel) {
  const std::vector<std::string>& builtIn = panel.state.builtInScenarios;
  if (!ImGui::BeginMenu("Built-in scenarios", !builtIn.empty())) return;
  for (const std::string& name : builtIn) {
    if (ImGui::MenuItem(name.c_str())) panel.run("open " + edit::quoted(name));
  }
  ImGui::EndMenu();
}

}  // namespace cordon::ui
