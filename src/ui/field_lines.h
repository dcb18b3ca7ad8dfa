#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "scenario/part_edit.h"

/// What fields of the inspector mean: texts to values of the format, and values to commands. Pure; any thread.
namespace cordon::ui {

using FieldJson = nlohmann::ordered_json;

/// The part of a document that a form edits. `id` is empty for the document's own members.
struct EditedPart {
  scenario::PartKind kind = scenario::PartKind::Feature;
  std::string id;
};

/// A value for a member, nothing to take the member away, or why a text is none.
using FieldValue = Result<std::optional<FieldJson>>;

/// A text as it stands; an empty one takes the member away.
FieldValue textValue(const std::string& text);
/// A number.
FieldValue numberValue(const std::string& text);
/// Texts between semicolons: "K-300P; SSC-5".
FieldValue listValue(const std::string& text);
/// Numbers between commas or spaces: "6, 4".
FieldValue numbersValue(const std::string& text);
/// Azimuths "350 to 80" as a sector.
FieldValue sectorValue(const std::string& text);
/// A range's object with the kilometres of "300", or of "150 to 200", which is a span.
FieldValue rangeValue(FieldJson range, const std::string& text);

/// A number for a field to begin with, with no more digits than it has.
std::string numberText(double value);
std::string numberText(const std::optional<double>& value);

/// A token of a JSON pointer, escaped.
std::string pointerToken(const std::string& name);

/// The command that gives a member a value.
std::string setLine(const EditedPart& part, const std::string& pointer, const std::optional<FieldJson>& value);

/// The same where the reader takes it, else what it says of it; tried on the document.
Result<std::string> triedLine(const scenario::Document& document, const scenario::Catalogue& catalogue,
                              const EditedPart& part, const std::string& pointer, const FieldValue& value);

/// A map of texts with one of them replaced, or taken out where it is empty.
std::optional<FieldJson> withText(std::map<std::string, std::string> texts, const std::string& key,
                                  const std::string& text);

/// A system's object with all that it says, also what it takes from the catalogue.
FieldJson wholeSystem(const scenario::Document& document, const std::string& id);

/// The command that names sources in a list of them at `pointer` ("/properties/sources"), also where the file has them
/// under the name "source".
std::string sourcesLine(const scenario::Document& document, const EditedPart& part, const std::string& pointer,
                        const std::vector<std::string>& ids);

}  // namespace cordon::ui
