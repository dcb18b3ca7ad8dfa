#pragma once

#include <string>
#include <vector>

#include "scenario/document.h"

namespace cordon::scenario {

/// JSON pointers of the members that the format does not know, in a document as writeDocument() writes it:
/// "/cordon/systems/0/crew". The writer keeps them; what reads the document alone does not see them.
std::vector<std::string> unknownMembers(const Document& document);

}  // namespace cordon::scenario
