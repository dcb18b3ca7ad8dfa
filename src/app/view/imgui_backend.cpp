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
  return ImGui::GetIO().WantCaptureKeyboard || !ImGui::GetCurrentContext()->OpenPopupStack.empty();
}

bool ImGuiBackend::isOpening() {
  std::vector<unsigned> popups;
  for (const ImGuiPopupData& popup : ImGui::GetCurrentContext()->OpenPopupStack) popups.push_back(popup.PopupId);
  const bool opened = popups != popups_ && !popups.empty();
  openingFrames_ = opened ? kOpeningFrames : std::max(openingFrames_ - 1, 0);
  popups_ = std::move(popups);
  return openingFrames_ > 0;
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
      setKey(event.code, event.kind != Kind::KeyRelease);
      // A repeat, which quick taps of one key may be told as, counts in a field as the key pressed anew.
      if (event.kind == Kind::KeyRepeat && io.WantTextInput && event.code >= 0 &&
          event.code < IM_ARRAYSIZE(io.KeysDownDuration)) {
        io.KeysDownDuration[event.code] = -1.0F;
      }
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
