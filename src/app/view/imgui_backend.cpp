#include "app/view/imgui_backend.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <utility>

namespace cordon::app {

namespace {

/// It is measured, shown and has its first entry chosen, one after the other.
constexpr int kOpeningFrames = 3;
/// Whatever goes on opening, input waits no longer than this.
constexpr int kMostWaitedFrames = 12;
/// For so long that no further repeat is due.
constexpr float kLongHeldSeconds = 1.0e9F;

/// Keys repeat as the display's server tells (KeyRepeat). By ImGui's own clock a key would repeat while its release
/// waits for the end of a slow frame, and open one menu after the other.
void stopTimedRepeats(ImGuiIO& io) {
  for (float& held : io.KeysDownDuration) {
    if (held >= 0.0F) held = kLongHeldSeconds;
  }
  for (float& held : io.NavInputsDownDuration) {
    if (held >= 0.0F) held = kLongHeldSeconds;
  }
}

/// The key counts as pressed anew.
void repeatKey(ImGuiIO& io, int key) {
  if (key < 0 || key >= IM_ARRAYSIZE(io.KeysDownDuration)) return;
  io.KeysDownDuration[key] = -1.0F;
  constexpr std::array<std::pair<int, ImGuiNavInput_>, 4> kArrows{{{GLFW_KEY_LEFT, ImGuiNavInput_KeyLeft_},
                                                                   {GLFW_KEY_RIGHT, ImGuiNavInput_KeyRight_},
                                                                   {GLFW_KEY_UP, ImGuiNavInput_KeyUp_},
                                                                   {GLFW_KEY_DOWN, ImGuiNavInput_KeyDown_}}};
  for (const auto& [arrow, input] : kArrows) {
    if (arrow == key) io.NavInputsDownDuration[input] = -1.0F;
  }
}

/// Menus and lists are moved through with the arrows while they are open; at other times the arrows are the map's.
void setNavigation(ImGuiIO& io) {
  const bool navigates = !ImGui::GetCurrentContext()->OpenPopupStack.empty();
  io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
  if (!navigates) return;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  // ImGui chooses with the space bar alone.
  const bool enters = io.KeysDown[GLFW_KEY_ENTER] || io.KeysDown[GLFW_KEY_KP_ENTER];
  if (!io.WantTextInput && enters) io.NavInputs[ImGuiNavInput_Activate] = 1.0F;
}

}  // namespace

ImGuiBackend::ImGuiBackend(gl::Window& window) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would keep an idle window drawing
  if (!ImGui_ImplGlfw_InitForOpenGL(window.handle(), false) || !ImGui_ImplOpenGL3_Init("#version 330 compatibility")) {
    throw std::runtime_error("the window's interface could not be started on this OpenGL driver");
  }
}

ImGuiBackend::~ImGuiBackend() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
}

void ImGuiBackend::beginFrame(bool fontsChanged) {
  if (fontsChanged) ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_NewFrame();
  if (fontsChanged) ImGui_ImplOpenGL3_CreateFontsTexture();
  ImGui_ImplGlfw_NewFrame();
  // It has asked the window for the pointer and the buttons as they are by now: what was handed out is what counts.
  ImGuiIO& io = ImGui::GetIO();
  for (std::size_t i = 0; i < buttons_.size(); ++i) io.MouseDown[i] = buttons_[i];
  constexpr float kNowhere = -std::numeric_limits<float>::max();
  io.MousePos = {kNowhere, kNowhere};
  if (pointer_ && io.DisplayFramebufferScale.x > 0.0F && io.DisplayFramebufferScale.y > 0.0F) {
    io.MousePos = {static_cast<float>((*pointer_)[0]) / io.DisplayFramebufferScale.x,
                   static_cast<float>((*pointer_)[1]) / io.DisplayFramebufferScale.y};
  }
  setNavigation(io);
  stopTimedRepeats(io);
  ImGui::NewFrame();
}

void ImGuiBackend::draw() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool ImGuiBackend::wantsMouse() {
  return ImGui::GetIO().WantCaptureMouse;
}

bool ImGuiBackend::wantsText() {
  return ImGui::GetIO().WantTextInput;
}

bool ImGuiBackend::wantsKeys() {
  // As the last frame left it: ImGuiIO still tells of a dialog that this frame has closed.
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  return context.WantCaptureKeyboardNextFrame == 1 || context.ActiveId != 0 || !context.OpenPopupStack.empty();
}

bool ImGuiBackend::isOpening() {
  std::vector<unsigned> popups;
  for (const ImGuiPopupData& popup : ImGui::GetCurrentContext()->OpenPopupStack) popups.push_back(popup.PopupId);
  const bool opened = popups != popups_ && !popups.empty();
  openingFrames_ = opened ? kOpeningFrames : std::max(openingFrames_ - 1, 0);
  popups_ = std::move(popups);
  waitedFrames_ = openingFrames_ > 0 ? waitedFrames_ + 1 : 0;
  return openingFrames_ > 0 && waitedFrames_ <= kMostWaitedFrames;
}

bool ImGuiBackend::isModal() {
  return ImGui::GetTopMostPopupModal() != nullptr;
}

void ImGuiBackend::give(const InputEvent& event) {
  using Kind = InputEvent::Kind;
  ImGuiIO& io = ImGui::GetIO();
  switch (event.kind) {
    case Kind::KeyPress:
    case Kind::KeyRepeat:
    case Kind::KeyRelease:
      // Where Tab is the panel's key, ImGui would put the keyboard into a field of the window that was used last.
      if (event.code == GLFW_KEY_TAB && event.kind != Kind::KeyRelease && !wantsText() && !wantsKeys()) return;
      setKey(event.code, event.kind != Kind::KeyRelease);
      if (event.kind == Kind::KeyRepeat) repeatKey(io, event.code);
      // Within menus a key may open another one, which is seen a frame later.
      if (event.kind == Kind::KeyPress && !popups_.empty() && !io.WantTextInput) openingFrames_ = 2;
      return;
    case Kind::Character:
      io.AddInputCharacter(event.codepoint);
      return;
    case Kind::ButtonPress:
    case Kind::ButtonRelease:
      if (event.code >= 0 && static_cast<std::size_t>(event.code) < buttons_.size()) {
        buttons_[static_cast<std::size_t>(event.code)] = event.kind == Kind::ButtonPress;
      }
      return;
    case Kind::Move:
      pointer_ = {event.x, event.y};
      return;
    case Kind::Leave:
      pointer_.reset();
      return;
    case Kind::Wheel:
      io.MouseWheelH += static_cast<float>(event.x);
      io.MouseWheel += static_cast<float>(event.y);
      return;
  }
}

void ImGuiBackend::addText(const char* utf8) {
  ImGui::GetIO().AddInputCharactersUTF8(utf8);
}

void ImGuiBackend::setKey(int key, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  if (key < 0 || key >= IM_ARRAYSIZE(io.KeysDown)) return;
  io.KeysDown[key] = down;
  io.KeyCtrl = io.KeysDown[GLFW_KEY_LEFT_CONTROL] || io.KeysDown[GLFW_KEY_RIGHT_CONTROL];
  io.KeyShift = io.KeysDown[GLFW_KEY_LEFT_SHIFT] || io.KeysDown[GLFW_KEY_RIGHT_SHIFT];
  io.KeyAlt = io.KeysDown[GLFW_KEY_LEFT_ALT] || io.KeysDown[GLFW_KEY_RIGHT_ALT];
  io.KeySuper = io.KeysDown[GLFW_KEY_LEFT_SUPER] || io.KeysDown[GLFW_KEY_RIGHT_SUPER];
}

}  // namespace cordon::app
