#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cordon::app {

/// The chord (edit::normalizedChord's form) of a key with GLFW's number: of keys that print nothing, and of any with
/// Ctrl or Alt. Nothing for keys that arrive as characters, and for unknown ones.
std::optional<std::string> chordOfKey(int key, int scancode, int modifiers);

/// The chord of a typed character, with the key (GLFW's number) and modifiers that gave it: letters with Shift have it
/// in the chord, "Shift+A", whatever Caps Lock does, and letters of other scripts are their key's. Nothing for those
/// that no chord has.
std::optional<std::string> chordOfCharacter(unsigned codepoint, int key, int modifiers);

/// GLFW's number of a chord's key, for what a script presses; nothing where it has none.
std::optional<int> keyOfChord(std::string_view chord);

/// GLFW's bits of a chord's modifiers.
int modifiersOfChord(std::string_view chord);

}  // namespace cordon::app
