#include "app/view/imgui_backend.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <stdexcept>

namespace cordon::app {

ImGuiBackend::ImGuiBackend(gl::Window& window) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would keep an idle window drawing
  if (!ImGui_ImplGlfw_InitForOpenGL(window.handle(), true) || !ImGui_ImplOpenGL3_Init("#version 330 compatibility")) {
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

bool ImGuiBackend::closePopups() {
  if (ImGui::GetCurrentContext()->OpenPopupStack.empty()) return false;
  ImGui::ClosePopupToLevel(0, true);
  return true;
}

void ImGuiBackend::addText(const char* utf8) {
  ImGui::GetIO().AddInputCharactersUTF8(utf8);
}

void ImGuiBackend::addCharacter(unsigned codepoint) {
  ImGui::GetIO().AddInputCharacter(codepoint);
}

void ImGuiBackend::setKey(int key, bool down) {
  if (key >= 0 && key < IM_ARRAYSIZE(ImGui::GetIO().KeysDown)) ImGui::GetIO().KeysDown[key] = down;
}

}  // namespace cordon::app
