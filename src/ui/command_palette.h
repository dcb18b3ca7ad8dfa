#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ui/command_list.h"
#include "ui/panel.h"

namespace cordon::ui {

/// A box in which any command is found by some of its letters and run.
class CommandPalette {
 public:
  void draw(const Panel& panel);

 private:
  void update(const Panel& panel);
  void drawList(const Panel& panel, float height);
  void drawRow(const Panel& panel, const PaletteEntry& entry, bool isChosen, float width);
  void take(const Panel& panel, std::size_t row);

  std::vector<PaletteEntry> entries_;  ///< as they were when it was opened, then the typed line where it is a command
  std::size_t commandCount_ = 0;       ///< entries but the typed line
  std::vector<std::size_t> ranked_;
  std::vector<std::string> recent_;  ///< lines that were run from here, the latest first
  std::string text_;                 ///< what ranked_ answers to
  bool scrolls_ = false;             ///< to the row that keys have chosen
  bool refocuses_ = false;           ///< the box has been filled in and waits for more
};

}  // namespace cordon::ui
