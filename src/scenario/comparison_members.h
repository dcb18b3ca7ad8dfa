#pragma once

#include "scenario/comparison.h"
#include "scenario/json_text.h"

namespace cordon::scenario {

/// A part's object as it is compared: each member that differs from its default, written in the one way that the writer
/// would choose, and the members that no reader knows as the file has them. Of a feature, its properties.
Json comparedObject(const Feature& feature);
Json comparedObject(const System& system);
Json comparedObject(const Source& source);
Json comparedObject(const View& view);
/// The document's own members: those of "cordon" without its lists, and unknown ones of the root.
Json comparedMembers(const Document& document);

/// What differs between two such objects. Statements and ranges are matched by what they say, wherever they stand.
/// `pointer`: of the objects within their part.
std::vector<MemberDifference> memberDifferences(const Json& before, const Json& after, const std::string& pointer);

}  // namespace cordon::scenario
