#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cordon {

/// How grave a diagnostic is: an error makes (a part of) the input unusable, a warning does not.
enum class Severity { Error, Warning, Note };

/// A place in a text file; line and column count from 1, columns in bytes.
struct TextPosition {
  int line = 1;
  int column = 1;
};

/// One message about the user's data: what is wrong, where, and what to do about it.
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string message;                   ///< What is wrong, one sentence.
  std::string file;                      ///< Path or built-in name; empty where there is none.
  std::string pointer;                   ///< JSON pointer (RFC 6901) to the place; empty where there is none.
  std::optional<TextPosition> position;  ///< Line and column, for syntax errors.
  std::string mend;                      ///< What the user can do; empty where the message says it.
};

using Diagnostics = std::vector<Diagnostic>;

/// An error that has no place in a file.
Diagnostic plainError(std::string message, std::string mend = {});

/// Returns `file:line:column: error: message (at /pointer). Mend.` in one line, without a line feed.
std::string toString(const Diagnostic& diagnostic);

/// Returns whether any of the diagnostics is an error.
bool hasErrors(const Diagnostics& diagnostics);

}  // namespace cordon
