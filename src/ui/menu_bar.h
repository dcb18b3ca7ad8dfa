#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ui/panel.h"
#include "ui/search_box.h"
#include "ui/window_layout.h"

namespace cordon::ui {

/// The menus, made of the command table's groups, with the search box and the panel's button at the right.
class MenuBar {
 public:
  void draw(const Panel& panel, const WindowLayout& layout, SearchBox& search);

 private:
  void drawGroups(const Panel& panel);
  void drawGroup(const Panel& panel, const std::string& group);
  void drawCommand(const Panel& panel, const edit::Command& command);
  void drawChoices(const Panel& panel, const edit::Command& command);
  static void drawRecent(const Panel& panel);
  static void drawBuiltIn(const Panel& panel);

  bool isOpen_ = false;                    ///< a menu, in the last frame
  std::optional<unsigned> focusedBefore_;  ///< ImGui's number of the window that had the keyboard; 0: none
  std::optional<std::size_t> opensNext_;   ///< the menu that keys went on to, counted on past the last

  /// Choices of the menu that is open: they are asked for when it opens, not in each frame.
  std::string choicesOf_;
  int choicesFrame_ = 0;  ///< in which they were last shown
  std::vector<edit::Command::Choice> choices_;
};

}  // namespace cordon::ui
