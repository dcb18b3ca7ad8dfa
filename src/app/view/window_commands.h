#pragma once

#include <filesystem>

#include "edit/command_words.h"

namespace cordon::app {

class Application;

/// The commands that need the window: files, camera, pictures, presenting, and those of scripts. docs/window.md lists
/// them.
class WindowCommands {
 public:
  static void add(Application& application);

 private:
  // window_commands.cpp
  static void addPictures(Application& app);
  static void addPresenting(Application& app);
  static void addLinks(Application& app);

  // window_commands_files.cpp
  static void addOpening(Application& app);
  static void addSaving(Application& app);
  static bool mayLoseChanges(Application& app, const edit::Arguments& arguments, std::size_t words,
                             const std::string& line);

  // window_commands_compare.cpp
  static void addComparing(Application& app);

  // window_commands_exchange.cpp
  static void addExchange(Application& app);

  // window_commands_clipboard.cpp
  static void addClipboard(Application& app);
  static void addHistory(Application& app);

  // window_commands_camera.cpp
  static void addCamera(Application& app);
  static void addViews(Application& app);
  static void addCameraSteps(Application& app);

  // script_commands.cpp
  static void addScripting(Application& app);
  static void addMouse(Application& app);
  static void addKeyboard(Application& app);
  static void addWaiting(Application& app);
  static void addExpectations(Application& app);
};

}  // namespace cordon::app
