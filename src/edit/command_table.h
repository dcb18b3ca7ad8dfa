#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::edit {

/// The words after a command's name.
using Arguments = std::vector<std::string>;

/// One thing that menus, keys, panels, scripts and the command palette can do.
struct Command {
  std::string name;            ///< what scripts write: "layer"
  std::string title;           ///< what menus and the palette show: "Show or hide a layer"
  std::string usage;           ///< of the arguments: "NAME on|off|toggle"; empty: none
  std::string group;           ///< the menu it stands in: "File", "View", ...
  std::string chords;          ///< keys, separated by spaces: "Ctrl+Shift+Z Ctrl+Y"; empty: none
  std::string chordArguments;  ///< the arguments that a chord and the menu give, as in a line: "toggle"
  /// Carries it out. A failure's diagnostic says what is wrong with the arguments or why it could not be done.
  std::function<std::optional<Diagnostic>(const Arguments&)> run;
  /// Argument lines that make sense now, with what each does, for the palette; empty: just the bare command.
  struct Choice {
    std::string arguments;  ///< as in a line
    std::string title;      ///< "Layer: relief off"
  };
  std::function<std::vector<Choice>()> choices;
  /// Whether a check mark stands before it in a menu; empty: no.
  std::function<bool()> isOn;
  /// Whether it can be done now (greyed out in menus where not); empty: always.
  std::function<bool()> isPossible;
  bool inPalette = true;  ///< false: only for scripts and for panels
};

/// The line that a command's chord and its menu's entry run.
std::string bareLine(const Command& command);

/// Splits a line into words at spaces and tabs. A word that begins with a double quote runs to the closing one, in
/// which `\"` and `\\` mean a quote and a backslash; elsewhere both stand for themselves, as in 44°10'48"N. The errors
/// name an open quote, and one that something follows without a space.
Result<std::vector<std::string>> splitLine(std::string_view line);

/// Writes a word so that splitLine() reads it back.
std::string quoted(std::string_view word);

/// Brings a chord into the one form that is compared: "ctrl+shift+z" to "Ctrl+Shift+Z". Modifiers Ctrl, Alt, Shift in
/// this order; keys are A to Z, 0 to 9, F1 to F12, Space, Enter, Escape, Tab, Backspace, Delete, Home, End, PageUp,
/// PageDown, Up, Down, Left, Right, and the signs + - = ? / , . [ ]. The error names what is no key.
Result<std::string> normalizedChord(std::string_view chord);

/// All commands by name and by chord.
class CommandTable {
 public:
  /// Adds a command and normalises its chords. A name or chord that is taken already, a name that is not one word, a
  /// chord that is none or nothing to run throws std::logic_error. Pointers to commands end here.
  void add(Command command);

  const std::vector<Command>& commands() const { return commands_; }
  const Command* find(std::string_view name) const;

  /// The command that a chord (normalised) calls; null where there is none.
  const Command* byChord(std::string_view chord) const;

  /// Carries out a line of a script: a name and its arguments. Unknown names are answered with the nearest one; a blank
  /// line does nothing.
  std::optional<Diagnostic> run(std::string_view line) const;

 private:
  std::vector<Command> commands_;
  std::map<std::string, std::size_t, std::less<>> byName_;  ///< indices into commands_
  std::map<std::string, std::size_t, std::less<>> byChord_;
};

}  // namespace cordon::edit
