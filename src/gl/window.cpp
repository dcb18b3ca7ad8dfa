#include "gl/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cordon::gl {

namespace {

Window& windowOf(GLFWwindow* window) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

std::string lastError() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? "no reason given" : text;
}

Result<std::unique_ptr<Window>> failure(std::string message, std::string mend) {
  return Result<std::unique_ptr<Window>>::failure(
      Diagnostic{Severity::Error, std::move(message), "", "", std::nullopt, std::move(mend)});
}

struct MonitorOfWindow {
  GLFWmonitor* monitor = nullptr;
  int sharedArea = -1;  ///< square units of the window that it shows
};

// The monitor that shows most of a window.
MonitorOfWindow monitorOf(GLFWwindow* window) {
  int count = 0;
  GLFWmonitor** monitors = glfwGetMonitors(&count);
  std::array<int, 4> w{};
  glfwGetWindowPos(window, &w[0], &w[1]);
  glfwGetWindowSize(window, &w[2], &w[3]);
  MonitorOfWindow best;
  for (int i = 0; i < count; ++i) {
    int x = 0;
    int y = 0;
    const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
    if (mode == nullptr) continue;
    glfwGetMonitorPos(monitors[i], &x, &y);
    const int overlapX = std::max(0, std::min(w[0] + w[2], x + mode->width) - std::max(w[0], x));
    const int overlapY = std::max(0, std::min(w[1] + w[3], y + mode->height) - std::max(w[1], y));
    if (overlapX * overlapY > best.sharedArea) best = {monitors[i], overlapX * overlapY};
  }
  return best;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::create(const Options& options) {
  if (glfwInit() != GLFW_TRUE) {
    return failure(fmt::format("there is no display to open a window on ({}).", lastError()),
                   "Without a display, cordon render draws the map to a picture: cordon render --output map.png");
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_COMPAT_PROFILE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "cordon");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "cordon");
  GLFWwindow* window = glfwCreateWindow(std::max(64, options.width), std::max(64, options.height),
                                        options.title.c_str(), nullptr, nullptr);
  if (window == nullptr) {
    const std::string reason = lastError();
    glfwTerminate();
    return failure(fmt::format("the display offers no OpenGL 3.3 in its compatibility profile ({}).", reason),
                   "Install Mesa's drivers (apt install libgl1-mesa-dri), or draw without a window: cordon render "
                   "--output map.png");
  }
  std::unique_ptr<Window> made(new Window(window));
  made->shrinkToScreen();
  glfwMakeContextCurrent(window);
  // Pictures are drawn when something changed, never in a race with the monitor; software drivers ignore this.
  glfwSwapInterval(1);
  made->installCallbacks();
  glfwShowWindow(window);
  return made;
}

Window::Window(GLFWwindow* window) : window_(window) {
  glfwSetWindowUserPointer(window_, this);
}

void Window::shrinkToScreen() {
  GLFWmonitor* const monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return;
  int mostWidth = 0;
  int mostHeight = 0;
  glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &mostWidth, &mostHeight);
  if (mostWidth <= 0 || mostHeight <= 0 || (width() <= mostWidth && height() <= mostHeight)) return;
  glfwSetWindowSize(window_, std::min(width(), mostWidth), std::min(height(), mostHeight));
}

Window::~Window() {
  glfwDestroyWindow(window_);
  glfwTerminate();
}

void Window::installCallbacks() {
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int modifiers) {
    const auto& call = windowOf(w).handlers_.mouseButton;
    if (call) call(button, action != GLFW_RELEASE, modifiers);
  });
  glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
    const double scale = windowOf(w).pixelsPerUnit();
    const auto& call = windowOf(w).handlers_.mouseMove;
    if (call) call(x * scale, y * scale);
  });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
    const auto& call = windowOf(w).handlers_.mouseLeave;
    if (call && entered == GLFW_FALSE) call();
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* w, double x, double y) {
    const auto& call = windowOf(w).handlers_.scroll;
    if (call) call(x, y);
  });
  glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
    const auto& call = windowOf(w).handlers_.key;
    const KeyChange change = action == GLFW_RELEASE  ? KeyChange::Released
                             : action == GLFW_REPEAT ? KeyChange::Repeated
                                                     : KeyChange::Pressed;
    if (call) call(key, scancode, change, modifiers);
  });
  glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned codepoint) {
    const auto& call = windowOf(w).handlers_.character;
    if (call) call(codepoint);
  });
  glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
    const auto& call = windowOf(w).handlers_.drop;
    if (call) call({paths, paths + count});
  });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) {
    const auto& call = windowOf(w).handlers_.damaged;
    if (call) call();
  });
}

// Windows and cursors are measured in units that some desktops make larger than a pixel.
double Window::pixelsPerUnit() const {
  const int units = width();
  return units > 0 ? static_cast<double>(widthPixels()) / units : 1.0;
}

int Window::widthPixels() const {
  int width = 0;
  glfwGetFramebufferSize(window_, &width, nullptr);
  return width;
}

int Window::heightPixels() const {
  int height = 0;
  glfwGetFramebufferSize(window_, nullptr, &height);
  return height;
}

int Window::width() const {
  int width = 0;
  glfwGetWindowSize(window_, &width, nullptr);
  return width;
}

int Window::height() const {
  int height = 0;
  glfwGetWindowSize(window_, nullptr, &height);
  return height;
}

double Window::contentScale() const {
  float scale = 1.0F;
  glfwGetWindowContentScale(window_, &scale, nullptr);
  return std::clamp(static_cast<double>(scale), 0.5, 4.0);
}

void Window::setTitle(const std::string& title) {
  glfwSetWindowTitle(window_, title.c_str());
}

void Window::resize(int width, int height) {
  glfwSetWindowSize(window_, width, height);
}

void Window::swap() {
  glfwSwapBuffers(window_);
}

void Window::handleEvents(double seconds) {
  if (seconds > 0.0) {
    glfwWaitEventsTimeout(seconds);
  } else {
    glfwPollEvents();
  }
  followMonitors();
}

void Window::followMonitors() {
  int count = 0;
  glfwGetMonitors(&count);
  // GLFW itself takes the window off a monitor that is gone, but leaves it as large as that was.
  const bool wasDropped = fullScreen_ && glfwGetWindowMonitor(window_) == nullptr;
  if (!wasDropped && count == monitorCount_) return;
  monitorCount_ = count;
  if (wasDropped) {
    fullScreen_ = false;
    glfwSetWindowMonitor(window_, nullptr, restoredX_, restoredY_, restoredWidth_, restoredHeight_, GLFW_DONT_CARE);
    if (handlers_.damaged) handlers_.damaged();
  }
  const MonitorOfWindow shown = monitorOf(window_);
  if (fullScreen_ || shown.monitor == nullptr || shown.sharedArea > 0) return;
  int x = 0;
  int y = 0;
  glfwGetMonitorWorkarea(shown.monitor, &x, &y, nullptr, nullptr);
  glfwSetWindowPos(window_, x, y);
}

void Window::wake() {
  glfwPostEmptyEvent();
}

bool Window::wantsToClose() const {
  return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::dontClose() {
  glfwSetWindowShouldClose(window_, GLFW_FALSE);
}

void Window::setFullScreen(bool on) {
  if (on == fullScreen_) return;
  if (!on) {
    glfwSetWindowMonitor(window_, nullptr, restoredX_, restoredY_, restoredWidth_, restoredHeight_, GLFW_DONT_CARE);
    fullScreen_ = false;
    return;
  }
  GLFWmonitor* monitor = monitorOf(window_).monitor;
  const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
  if (mode == nullptr) return;
  glfwGetWindowPos(window_, &restoredX_, &restoredY_);
  glfwGetWindowSize(window_, &restoredWidth_, &restoredHeight_);
  glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  fullScreen_ = true;
}

std::string Window::clipboard() const {
  const char* text = glfwGetClipboardString(window_);
  return text == nullptr ? std::string() : std::string(text);
}

void Window::setClipboard(const std::string& text) {
  glfwSetClipboardString(window_, text.c_str());
}

}  // namespace cordon::gl
