#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "edit/command_table.h"
#include "typography/drawing.h"
#include "ui/interface_state.h"
#include "ui/view_of_map.h"

namespace cordon::ui {

/// The panels, menus and dialogs about the map, by Dear ImGui. Needs a current ImGui context from its creation to its
/// destruction, whose backends (window, OpenGL) the caller owns; belongs to that context's thread.
class Interface {
 public:
  /// `fontFolder` holds the program's fonts. Where they cannot be read, ImGui's own font serves, with a warning.
  explicit Interface(const std::filesystem::path& fontFolder);
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  /// Sizes and colours for a monitor (pixels a unit) and the preferences; cheap where nothing changed. Returns whether
  /// the font atlas has to be uploaded again (before the next ImGui::NewFrame()).
  bool prepare(double monitorScale, const edit::Preferences& preferences);

  /// Draws everything between ImGui::NewFrame() and ImGui::Render(); what the user did goes to `run` as lines.
  void draw(const ViewOfMap& view, const std::function<void(std::string line)>& run);

  /// The room that the panels leave to the map, window pixels, for a window's size; known before draw().
  typography::Rect mapRoom(double windowWidth, double windowHeight, const edit::Preferences& preferences,
                           bool bare) const;

  /// How the map's legend stands, and what of that room the interface's own parts cover, pixels of the map.
  scene::Chrome mapChrome(double windowWidth, double windowHeight, const edit::Preferences& preferences,
                          bool bare) const;

  /// Asks for the characters of a scenario's and the map's names, so that the first prepare() builds the atlas with
  /// them; draw() asks by itself where they changed.
  void noteNames(const edit::Workspace& workspace);

  /// Whether a frame is wanted although nothing happens: characters were drawn that the atlas lacks (prepare() will add
  /// them), a window has just appeared, or a decoration of the map moves.
  bool needsFrame() const;

  const Diagnostics& problems() const;  ///< of the fonts

  InterfaceState& state();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

/// Adds the commands that open parts of the interface: commands (Ctrl+K), search (Ctrl+F), keys (H, ?, F1),
/// open-dialog (Ctrl+O), save-dialog (Ctrl+Shift+S), import-dialog, export-dialog, picture-folder-dialog, preferences
/// (Ctrl+,), messages, about; and those of editing: edit-system ID|none, edit-field POINTER.
void addInterfaceCommands(edit::CommandTable& table, Interface& interface);

}  // namespace cordon::ui
