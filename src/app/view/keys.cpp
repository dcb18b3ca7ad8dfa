#include "app/view/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <cctype>
#include <utility>

namespace cordon::app {

namespace {

constexpr std::array<std::pair<int, const char*>, 29> kNamed{{{GLFW_KEY_ENTER, "Enter"},
                                                              {GLFW_KEY_KP_ENTER, "Enter"},
                                                              {GLFW_KEY_ESCAPE, "Escape"},
                                                              {GLFW_KEY_TAB, "Tab"},
                                                              {GLFW_KEY_BACKSPACE, "Backspace"},
                                                              {GLFW_KEY_DELETE, "Delete"},
                                                              {GLFW_KEY_HOME, "Home"},
                                                              {GLFW_KEY_END, "End"},
                                                              {GLFW_KEY_PAGE_UP, "PageUp"},
                                                              {GLFW_KEY_PAGE_DOWN, "PageDown"},
                                                              {GLFW_KEY_UP, "Up"},
                                                              {GLFW_KEY_DOWN, "Down"},
                                                              {GLFW_KEY_LEFT, "Left"},
                                                              {GLFW_KEY_RIGHT, "Right"},
                                                              {GLFW_KEY_F1, "F1"},
                                                              {GLFW_KEY_F2, "F2"},
                                                              {GLFW_KEY_F3, "F3"},
                                                              {GLFW_KEY_F4, "F4"},
                                                              {GLFW_KEY_F5, "F5"},
                                                              {GLFW_KEY_F6, "F6"},
                                                              {GLFW_KEY_F7, "F7"},
                                                              {GLFW_KEY_F8, "F8"},
                                                              {GLFW_KEY_F9, "F9"},
                                                              {GLFW_KEY_F10, "F10"},
                                                              {GLFW_KEY_F11, "F11"},
                                                              {GLFW_KEY_F12, "F12"},
                                                              {GLFW_KEY_KP_ADD, "+"},
                                                              {GLFW_KEY_KP_SUBTRACT, "-"},
                                                              {GLFW_KEY_SPACE, "Space"}}};

std::string withModifiers(int modifiers, const std::string& key) {
  std::string chord;
  if ((modifiers & GLFW_MOD_CONTROL) != 0) chord += "Ctrl+";
  if ((modifiers & GLFW_MOD_ALT) != 0) chord += "Alt+";
  if ((modifiers & GLFW_MOD_SHIFT) != 0) chord += "Shift+";
  return chord + key;
}

bool isPrinted(int key) {
  return key == GLFW_KEY_SPACE || key == GLFW_KEY_KP_ADD || key == GLFW_KEY_KP_SUBTRACT;
}

bool isLetter(int key) {
  return key >= GLFW_KEY_A && key <= GLFW_KEY_Z;
}

}  // namespace

std::optional<std::string> chordOfKey(int key, int scancode, int modifiers) {
  const bool isShortcut = (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_ALT)) != 0;
  for (const auto& [number, name] : kNamed) {
    if (number == key && (isShortcut || !isPrinted(key))) return withModifiers(modifiers, name);
  }
  if (!isShortcut) return std::nullopt;
  // The layout's own letter, so that Ctrl+Z is where the key says Z.
  const char* name = glfwGetKeyName(key, scancode);
  if (name == nullptr || name[0] == '\0' || name[1] != '\0') {
    if (!isLetter(key)) return std::nullopt;
    // A layout of another script: the key where a Latin one has its letter.
    return withModifiers(modifiers, std::string(1, static_cast<char>('A' + (key - GLFW_KEY_A))));
  }
  return withModifiers(modifiers, std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])))));
}

std::optional<std::string> chordOfCharacter(unsigned codepoint, int key, int modifiers) {
  if (codepoint == ' ') return "Space";
  if (codepoint < ' ') return std::nullopt;
  const bool isAscii = codepoint <= '~';
  const unsigned letter = isAscii ? codepoint : static_cast<unsigned>(isLetter(key) ? 'A' + (key - GLFW_KEY_A) : 0);
  if (letter == 0) return std::nullopt;
  const char c = static_cast<char>(letter);
  if (std::isalpha(static_cast<unsigned char>(c)) == 0) return std::string(1, c);
  return withModifiers(modifiers & GLFW_MOD_SHIFT,
                       std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(c)))));
}

std::optional<int> keyOfChord(std::string_view chord) {
  const std::size_t plus = chord.size() > 1 ? chord.rfind('+', chord.size() - 2) : std::string_view::npos;
  const std::string_view key = plus == std::string_view::npos ? chord : chord.substr(plus + 1);
  for (const auto& [number, name] : kNamed) {
    if (key == name) return number;
  }
  if (key.size() != 1) return std::nullopt;
  // GLFW numbers keys that print one sign of ASCII as ASCII does.
  constexpr std::string_view kSigns("-=/,.[]");
  if ((key[0] >= 'A' && key[0] <= 'Z') || (key[0] >= '0' && key[0] <= '9')) return key[0];
  return kSigns.find(key[0]) == std::string_view::npos ? std::nullopt : std::optional<int>(key[0]);
}

int modifiersOfChord(std::string_view chord) {
  int modifiers = 0;
  if (chord.find("Ctrl+") != std::string_view::npos) modifiers |= GLFW_MOD_CONTROL;
  if (chord.find("Alt+") != std::string_view::npos) modifiers |= GLFW_MOD_ALT;
  if (chord.find("Shift+") != std::string_view::npos) modifiers |= GLFW_MOD_SHIFT;
  return modifiers;
}

}  // namespace cordon::app
