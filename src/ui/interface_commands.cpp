#include <functional>
#include <utility>

#include "edit/command_words.h"
#include "ui/interface.h"

namespace cordon::ui {

namespace {

/// A field that is out of sight is scrolled to first.
constexpr int kFramesToFindField = 12;

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

/// Those that name what is to be edited; there are none of them in menus.
void addEditOpeners(edit::CommandTable& table, Interface& interface) {
  edit::Command system = edit::command("edit-system", "Change a system", "ID|none", "Edit");
  system.inPalette = false;
  system.run = [&interface](const edit::Arguments& arguments) -> std::optional<Diagnostic> {
    interface.state().editing.systemId = arguments[0] == "none" ? std::string() : arguments[0];
    return std::nullopt;
  };
  edit::addCommand(table, std::move(system), 1, 1);

  edit::Command field = edit::command("edit-field", "Type into a field", "POINTER", "Edit");
  field.inPalette = false;
  field.run = [&interface](const edit::Arguments& arguments) -> std::optional<Diagnostic> {
    interface.state().editing.wantsField = arguments[0];
    interface.state().editing.wantsFieldFrames = kFramesToFindField;
    return std::nullopt;
  };
  edit::addCommand(table, std::move(field), 1, 1);
}

}  // namespace

void addInterfaceCommands(edit::CommandTable& table, Interface& interface) {
  addFileDialog(table, interface, {"open-dialog", "Open…", "File", "Ctrl+O", {}, {}}, Purpose::Open);
  addFileDialog(table, interface, {"save-dialog", "Save as…", "File", "Ctrl+Shift+S", {}, {}}, Purpose::SaveAs);
  addFileDialog(table, interface, {"import-dialog", "Import…", "File", "", {}, {}}, Purpose::Import);
  addFileDialog(table, interface, {"export-dialog", "Export…", "File", "", {}, {}}, Purpose::Export);
  addFileDialog(table, interface, {"picture-folder-dialog", "Folder for pictures…", "Preferences", "", {}, {}},
                Purpose::PictureFolder);
  addFileDialog(table, interface, {"compare-dialog", "Compare with…", "View", "", {}, {}}, Purpose::Compare);
  addOpener(table, interface,
            {"compare-dates-dialog",
             "Compare two dates…",
             "View",
             "",
             [](InterfaceState& state) { state.comparedDates.isOpen = state.comparedDates.justOpened = true; },
             {}});
  addOpener(table, interface,
            {"search",
             "Find a place or position",
             "Edit",
             "Ctrl+F",
             [](InterfaceState& state) { state.search.wantsFocus = true; },
             {}});
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
  addWindow(table, interface, {"history", "History", "Edit", "Ctrl+H", {}, {}}, &InterfaceState::showsHistory);
  addWindow(table, interface, {"messages", "Messages", "Help", "", {}, {}}, &InterfaceState::showsMessages);
  addWindow(table, interface, {"about", "About Cordon", "Help", "", {}, {}}, &InterfaceState::showsAbout);
  addEditOpeners(table, interface);
}

}  // namespace cordon::ui
