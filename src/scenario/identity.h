#pragma once

#include "scenario/document.h"

namespace cordon::scenario {

/// Whether two parts are equal, and have origins of equal JSON: the same members in the same order, numbers of the same
/// type. Pure; any thread.
bool areIdentical(const Feature& a, const Feature& b);
bool areIdentical(const System& a, const System& b);
bool areIdentical(const Source& a, const Source& b);
bool areIdentical(const View& a, const View& b);

/// The same of the document's own members; of its origin, what is not written from its lists.
bool haveIdenticalMembers(const Document& a, const Document& b);

}  // namespace cordon::scenario
