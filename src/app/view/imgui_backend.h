#pragma once

#include <array>
#include <optional>
#include <vector>

#include "app/view/input_queue.h"
#include "gl/window.h"

namespace cordon::app {

/// Dear ImGui's context with its backends for the window and OpenGL. One a process; made and gone while the window is
/// there. It hears of the mouse and the keyboard by give() alone.
class ImGuiBackend {
 public:
  explicit ImGuiBackend(gl::Window& window);
  ~ImGuiBackend();
  ImGuiBackend(const ImGuiBackend&) = delete;
  ImGuiBackend& operator=(const ImGuiBackend&) = delete;

  /// Starts a frame; uploads the font atlas first where it changed.
  void beginFrame(bool fontsChanged);
  /// Draws what was laid out on the window's framebuffer.
  void draw();

  /// What the next frame is to know of. One frame may have what InputQueue hands out for one.
  void give(const InputEvent& event);

  /// Whether a menu, list or dialog has just opened and takes input only some frames later. Asked once a frame.
  bool isOpening();

  static bool wantsMouse();
  static bool wantsText();
  /// Whether keys belong to an open menu, list or dialog, or to a field: not to the map.
  static bool wantsKeys();
  /// Whether a dialog is open that has to be answered before anything else.
  static bool isModal();

  /// What a script types.
  static void addText(const char* utf8);

 private:
  static void setKey(int key, bool down);

  std::vector<unsigned> popups_;  ///< that were open when isOpening() was last asked
  int openingFrames_ = 0;
  int waitedFrames_ = 0;  ///< for which isOpening() has held since
  std::array<bool, 5> buttons_{};
  std::optional<std::array<double, 2>> pointer_;  ///< framebuffer pixels; nothing: outside
};

}  // namespace cordon::app
