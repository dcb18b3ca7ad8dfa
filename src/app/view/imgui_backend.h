#pragma once

#include "gl/window.h"

namespace cordon::app {

/// Dear ImGui's context with its backends for the window and OpenGL. One a process; after the window's handlers, before
/// its end.
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

  static bool wantsMouse();
  static bool wantsText();
  /// Closes open menus and lists; whether there were any.
  static bool closePopups();

  /// What a script types: characters, and a key (GLFW's number) down or up.
  static void addText(const char* utf8);
  static void addCharacter(unsigned codepoint);
  static void setKey(int key, bool down);
};

}  // namespace cordon::app
