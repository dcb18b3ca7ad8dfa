#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/words.h"
#include "ui/field_lines.h"
#include "ui/panel.h"
#include "ui/wording.h"

namespace cordon::ui {

/// A text field, as the document has it.
struct FieldText {
  /// What stands after it: a list of dates to choose from, or a colour to pick.
  enum class After { Nothing, Dates, Swatch };

  std::string_view label;
  std::string pointer;  ///< of the member within its part: names the field
  std::string value;
  std::string hint = {};  ///< while it is empty
  int lines = 1;
  bool waits = false;  ///< for the field to be left; else what is typed is taken at once
  After after = After::Nothing;
};

/// Controls for the members of one part of the document, a row each with the label before it. What is typed is tried by
/// the reader's rules: what they take becomes a command at once, what they refuse stays in the field alone, with the
/// reason, and is put back when the field is left.
class EditForm {
 public:
  /// The command that a text becomes, or several, one a line; or why it is none.
  using Reading = std::function<Result<std::string>(const std::string& text)>;
  /// Of a word that was chosen; empty: none.
  using Chosen = std::function<std::string(const std::string& word)>;
  struct Option {
    std::string word;
    std::string label;
  };

  EditForm(const Panel& panel, EditedPart part) : panel_(panel), part_(std::move(part)) {}

  const EditedPart& part() const { return part_; }
  const Panel& panel() const { return panel_; }

  /// A field with its own meaning.
  void field(const FieldText& text, const Reading& read) const;
  /// A member that a text is turned into.
  void member(const FieldText& text, FieldValue (*value)(const std::string&)) const;

  void text(std::string_view label, const std::string& pointer, const std::string& value, int lines = 1) const;
  void number(std::string_view label, const std::string& pointer, const std::optional<double>& value) const;
  void date(std::string_view label, const std::string& pointer, const std::optional<scenario::Date>& value) const;
  /// One of a few words; `none` is the label of no value, and empty where there must be one.
  void choice(std::string_view label, const std::string& pointer, const std::vector<Option>& options,
              const std::string& word, std::string_view none = {}) const;
  void choice(std::string_view label, const std::string& pointer, const std::vector<Option>& options,
              const std::string& word, std::string_view none, const Chosen& line) const;
  /// A colour by hexadecimal digits and by a picker.
  void color(std::string_view label, const std::string& pointer, const std::string& value) const;
  /// A name in each of the program's languages and in those that are there.
  void names(std::string_view label, const std::string& pointer, const std::map<std::string, std::string>& names) const;
  /// The part's id, which is renamed when the field is left.
  void id() const;

  /// Gives a member a value, or takes it away, without asking the reader first.
  void set(const std::string& pointer, const std::optional<FieldJson>& value) const;

 private:
  Result<std::string> tried(const std::string& pointer, const FieldValue& value) const;
  std::string fieldName(const std::string& pointer) const;
  void drawInput(const FieldText& text, const std::string& name, const Reading& read) const;
  void take(const FieldText& text, const std::string& name, const std::string& typed, const Reading& read) const;
  void leave(const std::string& name) const;
  void drawDates(const std::string& name, const Reading& read) const;
  void drawSwatch(const std::string& value, const Reading& read) const;

  const Panel& panel_;
  EditedPart part_;
};

/// The words of an enumeration of the format as options, labelled for a reader.
template <typename Value>
std::vector<EditForm::Option> optionsOf() {
  std::vector<EditForm::Option> options;
  for (const scenario::Word<Value>& word : scenario::words<Value>()) {
    options.push_back({std::string(word.text), labelOf(word.text)});
  }
  return options;
}

/// Runs commands, one a line.
void runLines(const Panel& panel, const std::string& lines);

/// A field of its own, of no part: in the column of the others. Returns whether Enter was pressed in it.
bool plainField(const Panel& panel, std::string_view label, const char* id, std::string& text, const char* hint);

/// Why something cannot be done, in small type of the colour of errors.
void problemText(const Panel& panel, const Diagnostic& problem);

/// What is wrong in the words of the reader, with how to mend it.
std::string toldOf(const Diagnostic& problem);

}  // namespace cordon::ui
