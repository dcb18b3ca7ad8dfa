#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "scenario/document.h"

namespace cordon::scenario {

/// What a document is made of. `Document` is its own members: those of the object "cordon".
enum class PartKind { Document, System, Source, View, Feature };

/// "system", "source", "view", "feature"; the document's own members are the "scenario".
std::string_view wordOf(PartKind kind);

/// A document in which one member of one part has another value.
///
/// `pointer` is a JSON pointer (RFC 6901) within the part's object as docs/scenario-format.md has it:
/// "/properties/systems/0/status" of a feature, "/title" of the document; a last token "-" appends to a list. Without
/// `value` the member is taken away. `id` names the part (ignored for the document's own members); its id itself is
/// not changed so. The changed part is read by the reader's own rules: the result carries its warnings, and where it
/// would have errors, the result is a failure that tells them, with pointers within the part. Systems and sources of
/// the catalogue that the part names now are added. A system of the catalogue becomes the document's own, of which
/// only the members that were set are written.
Result<Document> withMember(const Document& document, PartKind kind, std::string_view id, const std::string& pointer,
                            const std::optional<nlohmann::ordered_json>& value, const Catalogue& catalogue);

/// Reads a new part from its object and adds it at the end of its list, with the same rules.
/// Not for PartKind::Document. An id that is taken is an error.
Result<Document> withPart(const Document& document, PartKind kind, const nlohmann::ordered_json& object,
                          const Catalogue& catalogue);

/// The object that a part is written as; null where there is none of this id.
nlohmann::ordered_json partObject(const Document& document, PartKind kind, std::string_view id);

}  // namespace cordon::scenario
