#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/panel.h"

/// What windows over the map have in common. Called between ImGui::NewFrame() and ImGui::Render().
namespace cordon::ui {

/// Whether a key was pressed, or is repeated while it is held.
bool isPressed(ImGuiKey key);

/// Places the next window: in the middle when it appears, as large as this and never larger than the window.
void placeDialog(const Panel& panel, float widthUnits, float heightUnits);

/// A window over the map with a title and a button that closes it, as Escape does. Its contents lie between its
/// creation and its destruction, and are drawn where it converts to true. While it has the focus, the map gets no keys.
class DialogScope {
 public:
  DialogScope(const Panel& panel, const char* title, bool& open, float widthUnits, float heightUnits);
  ~DialogScope();
  DialogScope(const DialogScope&) = delete;
  DialogScope& operator=(const DialogScope&) = delete;
  explicit operator bool() const { return visible_; }

 private:
  bool visible_ = false;
};

/// A small heading within a dialog.
void dialogHeading(const Panel& panel, std::string_view text);

}  // namespace cordon::ui
