#include <functional>
#include <utility>

#include "ui/interface.h"

namespace cordon::ui {

namespace {

using Purpose = InterfaceState::FileDialog::Purpose;

struct Opener {
  const char* name;
  const char* title;
  const char* group;
  const char* chords;
  std::function<void(InterfaceState&)> open;
  std::function<bool()> isOn;
};

void addOpener(edit::CommandTable& table, Interface& interface, Opener opener) {
  edit::Command command;
  command.name = opener.name;
  command.title = opener.title;
  command.group = opener.group;
  command.chords = opener.chords;
  command.isOn = std::move(opener.isOn);
  command.run = [&interface, open = std::move(opener.open),
                 name = command.name](const edit::Arguments& arguments) -> std::optional<Diagnostic> {
    if (!arguments.empty()) {
      Diagnostic problem;
      problem.message = name + " takes no arguments.";
      return problem;
    }
    open(interface.state());
    return std::nullopt;
  };
  table.add(std::move(command));
}

/// A window that the same command opens and closes.
void addWindow(edit::CommandTable& table, Interface& interface, Opener opener, bool InterfaceState::*shown) {
  opener.open = [shown](InterfaceState& state) { state.*shown = !(state.*shown); };
  opener.isOn = [&interface, shown] { return interface.state().*shown; };
  addOpener(table, interface, std::move(opener));
}

void addFileDialog(edit::CommandTable& table, Interface& interface, Opener opener, Purpose purpose) {
  opener.open = [purpose](InterfaceState& state) {
    state.files.purpose = purpose;
    state.files.justOpened = true;
    if (purpose == Purpose::PictureFolder) state.files.folder.clear();
  };
  addOpener(table, interface, std::move(opener));
}

}  // namespace

void addInterfaceCommands(edit::CommandTable& table, Interface& interface) {
  addFileDialog(table, interface, {"open-dialog", "Open…", "File", "Ctrl+O", {}, {}}, Purpose::Open);
  addFileDialog(table, interface, {"save-dialog", "Save as…", "File", "Ctrl+Shift+S", {}, {}}, Purpose::SaveAs);
  addFileDialog(table, interface, {"picture-folder-dialog", "Folder for pictures…", "Preferences", "", {}, {}},
                Purpose::PictureFolder);
  addOpener(table, interface,
            {"search",
             "Find a place or position",
             "Edit",
             "Ctrl+F",
             [](InterfaceState& state) { state.search.wantsFocus = true; },
             {}});
  addWindow(table, interface, {"legend", "Whole legend", "View", "", {}, {}}, &InterfaceState::showsLegend);
  addWindow(table, interface, {"preferences", "Preferences…", "Edit", "Ctrl+,", {}, {}},
            &InterfaceState::showsPreferences);
  addOpener(table, interface,
            {"menu", "Menus", "Help", "F10", [](InterfaceState& state) { state.togglesMenu = true; }, {}});
  addOpener(table, interface,
            {"commands",
             "All commands…",
             "Help",
             "Ctrl+K",
             [](InterfaceState& state) { state.palette.open = state.palette.justOpened = true; },
             {}});
  addWindow(table, interface, {"keys", "Keys and mouse", "Help", "H ? F1", {}, {}}, &InterfaceState::showsKeys);
  addWindow(table, interface, {"messages", "Messages", "Help", "", {}, {}}, &InterfaceState::showsMessages);
  addWindow(table, interface, {"about", "About Cordon", "Help", "", {}, {}}, &InterfaceState::showsAbout);
}

}  // namespace cordon::ui
