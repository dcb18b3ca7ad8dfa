#include "scenario/identity.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "scenario/document_members.h"

namespace cordon::scenario {

namespace {

/// Whether two objects have the same members in the same order, as `isSame(key, value, value)` has it.
template <typename IsSame>
bool haveSameMembers(const Json& a, const Json& b, const IsSame& isSame) {
  if (a.size() != b.size()) return false;
  for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right) {
    if (left.key() != right.key() || !isSame(left.key(), left.value(), right.value())) return false;
  }
  return true;
}

/// Unlike operator==, it tells 1 from 1.0, which are written differently.
bool isSameJson(const Json& a, const Json& b) {
  if (a.type() != b.type()) return false;
  if (a.is_array()) return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameJson);
  if (!a.is_object()) return a == b;
  return haveSameMembers(
      a, b, [](const std::string&, const Json& left, const Json& right) { return isSameJson(left, right); });
}

bool isSameOrigin(const Origin& a, const Origin& b) {
  if (a.json() == b.json()) return true;
  return a.json() && b.json() && isSameJson(*a.json(), *b.json());
}

template <typename Item>
bool haveSameOrigins(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Item& left, const Item& right) { return isSameOrigin(left.origin, right.origin); });
}

/// Of a list that the document writes itself, only whether it is one.
bool isSameMember(const Json& a, const Json& b, bool isList) {
  return isList ? a.is_null() == b.is_null() : isSameJson(a, b);
}

bool isSameCordon(const Json& a, const Json& b) {
  if (!a.is_object() || !b.is_object()) return isSameJson(a, b);
  return haveSameMembers(a, b, [](const std::string& key, const Json& left, const Json& right) {
    return isSameMember(left, right, key == "systems" || key == "sources" || key == "views");
  });
}

bool isSameRoot(const Json& a, const Json& b) {
  if (!a.is_object() || !b.is_object()) return isSameJson(a, b);
  return haveSameMembers(a, b, [](const std::string& key, const Json& left, const Json& right) {
    return key == "cordon" ? isSameCordon(left, right) : isSameMember(left, right, key == "features");
  });
}

}  // namespace

bool areIdentical(const Feature& a, const Feature& b) {
  return a == b && isSameOrigin(a.origin, b.origin) && haveSameOrigins(a.systems, b.systems);
}

bool areIdentical(const System& a, const System& b) {
  if (!(a == b) || !isSameOrigin(a.origin, b.origin) || !haveSameOrigins(a.ranges, b.ranges)) return false;
  if (a.base == b.base) return true;
  return a.base && b.base && areIdentical(*a.base, *b.base);
}

bool areIdentical(const Source& a, const Source& b) {
  return a == b && isSameOrigin(a.origin, b.origin);
}

bool areIdentical(const View& a, const View& b) {
  return a == b && isSameOrigin(a.origin, b.origin);
}

bool haveIdenticalMembers(const Document& a, const Document& b) {
  const bool haveEqualMembers = std::apply(
      [&](const auto&... member) { return ((a.*(member.pointer) == b.*(member.pointer)) && ...); }, documentMembers());
  if (a.version != b.version || !haveEqualMembers) return false;
  if (a.origin.json() == b.origin.json()) return true;
  return a.origin.json() && b.origin.json() && isSameRoot(*a.origin.json(), *b.origin.json());
}

}  // namespace cordon::scenario
