#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

struct GLFWwindow;

namespace cordon::gl {

/// A desktop window with a current OpenGL context (3.3 compatibility profile or later).
///
/// One a process. Belongs to the main thread; wake() alone may be called from any other.
class Window {
 public:
  struct Options {
    int width = 1440;  ///< pixels, which the monitor's scale multiplies; less where the screen has no room
    int height = 900;
    std::string title;
  };

  enum class KeyChange { Pressed, Repeated, Released };

  /// What the user does, in framebuffer pixels from the top left corner. Members that are empty are not called.
  struct Handlers {
    std::function<void(int button, bool pressed, int modifiers)> mouseButton;  ///< GLFW's numbers
    std::function<void(double x, double y)> mouseMove;
    std::function<void()> mouseLeave;
    std::function<void(double x, double y)> scroll;  ///< notches; fractions from touchpads
    std::function<void(int key, int scancode, KeyChange change, int modifiers)> key;
    std::function<void(unsigned codepoint)> character;
    std::function<void(std::vector<std::string> paths)> drop;
    std::function<void()> damaged;  ///< the window's content has to be drawn again
  };

  /// Opens a window. The error is one sentence: no display, or no OpenGL 3.3, with what to do instead.
  static Result<std::unique_ptr<Window>> create(const Options& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void setHandlers(Handlers handlers) { handlers_ = std::move(handlers); }

  /// For libraries that work on the window themselves.
  GLFWwindow* handle() const { return window_; }

  int widthPixels() const;
  int heightPixels() const;
  /// Size in the desktop's own units, as it is asked for when a window is opened.
  int width() const;
  int height() const;
  /// Pixels of a unit of length on this monitor, 1 on a plain one.
  double contentScale() const;

  void setTitle(const std::string& title);
  void resize(int width, int height);
  void swap();

  /// Handles what happened since the last call; waits up to `seconds` for something to happen (0: not at all). Where
  /// the monitor that the window filled is gone, the window is one of many again, on a monitor that is left.
  void handleEvents(double seconds);

  /// Ends a wait of handleEvents(). Any thread.
  static void wake();

  bool wantsToClose() const;
  void dontClose();

  bool isFullScreen() const { return fullScreen_; }
  /// Fills the monitor on which most of the window is, or goes back to the place from before. Nothing where there is no
  /// monitor.
  void setFullScreen(bool on);

  void setClipboard(const std::string& text);
  /// Empty where it holds no text.
  std::string clipboard() const;

 private:
  explicit Window(GLFWwindow* window);
  void installCallbacks();
  /// To what the screen has room for beside its bars.
  void shrinkToScreen();
  void followMonitors();
  double pixelsPerUnit() const;

  GLFWwindow* window_ = nullptr;
  Handlers handlers_;
  bool fullScreen_ = false;
  int monitorCount_ = 0;
  int restoredX_ = 0;
  int restoredY_ = 0;
  int restoredWidth_ = 0;
  int restoredHeight_ = 0;
};

}  // namespace cordon::gl
