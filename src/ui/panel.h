#pragma once

#include <functional>
#include <string>

#include "ui/interface_state.h"
#include "ui/view_of_map.h"

struct ImFont;

namespace cordon::ui {

/// Faces of the program's own type, at the present scale.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  ImFont* small = nullptr;
  ImFont* title = nullptr;
  ImFont* date = nullptr;  ///< larger still, and with the characters of dates alone (ASCII)
};

/// What every panel is drawn with.
///
/// A panel is a function of the view that draws ImGui items; what the user does in it becomes a line for `run`, as a
/// script would write it (edit/command_table.h; words by edit::quoted()). It changes nothing itself but its own part of
/// the state.
struct Panel {
  const ViewOfMap& view;
  InterfaceState& state;
  const Fonts& fonts;
  float unit = 1.0F;  ///< pixels of one unit of length: 1 on a plain monitor at a text scale of 1
  std::function<void(std::string line)> run;
};

}  // namespace cordon::ui
