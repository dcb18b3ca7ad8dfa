#pragma once

namespace cordon::app {

class Application;

/// The commands that need the window: files, camera, pictures, presenting, and those of scripts. docs/window.md lists
/// them.
class WindowCommands {
 public:
  static void add(Application& application);

 private:
  static void addFiles(Application& app);
  static void addCamera(Application& app);
  static void addPresenting(Application& app);
  static void addScripting(Application& app);
};

}  // namespace cordon::app
