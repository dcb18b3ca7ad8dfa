#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <type_traits>

#include "scenario/codecs.h"
#include "scenario/suggestion.h"

/// Reads and writes structs by one table of their members: see format.h.
namespace cordon::scenario {

/// One member of a struct of the model and the JSON member that holds it.
template <typename Owner, typename Value, typename Codec>
struct Member {
  std::string_view name;
  Value Owner::*pointer;
  Codec codec;
  std::string_view alias = {};  ///< another name that is read too
};

template <typename Owner, typename Value, typename Codec>
Member(std::string_view, Value Owner::*, Codec) -> Member<Owner, Value, Codec>;
template <typename Owner, typename Value, typename Codec>
Member(std::string_view, Value Owner::*, Codec, std::string_view) -> Member<Owner, Value, Codec>;

template <typename Value>
struct IsOptional : std::false_type {};
template <typename Value>
struct IsOptional<std::optional<Value>> : std::true_type {};

/// Reads the value of one member. A JSON null stands for a member that is not there: many programs write it so.
template <typename Owner, typename Value, typename Codec>
void readMember(const Member<Owner, Value, Codec>& member, const Json& json, Owner& owner, const Place& place,
                ReadContext& context) {
  if (json.is_null()) {
    if constexpr (IsOptional<Value>::value) owner.*(member.pointer) = std::nullopt;
    return;
  }
  auto decoded = member.codec.decode(json, place, context);
  if (decoded) owner.*(member.pointer) = std::move(*decoded);
}

/// Warns where the name of an unknown member is nearly one of the known ones.
template <typename Table>
void warnOfMistypedName(const std::string& name, const Table& table, std::initializer_list<std::string_view> others,
                        const Place& place, ReadContext& context) {
  std::vector<std::string> known(others.begin(), others.end());
  std::apply([&known](const auto&... member) { (known.emplace_back(member.name), ...); }, table);
  const std::string near = nearest(name, known);
  if (!near.empty()) {
    context.warning(place, fmt::format("The member {} is unknown and ignored.", quote(name)),
                    fmt::format("Did you mean {}?", quote(near)));
  }
}

/// Reads the members of a JSON object that a table names. `others`: names that the caller reads itself.
template <typename Owner, typename... Members>
void readMembers(const std::tuple<Members...>& table, const Json& object, Owner& owner, const Place& place,
                 ReadContext& context, std::initializer_list<std::string_view> others = {}) {
  for (auto it = object.begin(); it != object.end(); ++it) {
    const std::string& name = it.key();
    const Place at = place.member(name);
    const auto readIfNamed = [&](const auto& member) {
      if (name != member.name && (member.alias.empty() || name != member.alias)) return false;
      if (name == member.alias && object.contains(std::string(member.name))) {
        context.error(at, fmt::format("\"{}\" says the same as \"{}\".", name, member.name), "Keep one of them.");
        return true;
      }
      readMember(member, it.value(), owner, at, context);
      return true;
    };
    const bool isRead = std::apply([&](const auto&... member) { return (readIfNamed(member) || ...); }, table);
    if (!isRead && std::find(others.begin(), others.end(), name) == others.end()) {
      if (context.unknownMembers != nullptr) context.unknownMembers->push_back(at.pointer());
      warnOfMistypedName(name, table, others, at, context);
    }
  }
}

/// Writes a member into a JSON object unless it means what `original`, read from that object, means.
/// `absent`: what is read where the object lacks the member.
template <typename Owner, typename Value, typename Codec>
void writeMember(const Member<Owner, Value, Codec>& member, const Owner& owner, const Owner& original,
                 const Owner& absent, Json& object) {
  const Value& value = owner.*(member.pointer);
  if (value == original.*(member.pointer)) return;
  if (!member.alias.empty()) object.erase(std::string(member.alias));
  const std::string name(member.name);
  if (value == absent.*(member.pointer)) {
    object.erase(name);
    return;
  }
  if constexpr (IsOptional<Value>::value) {
    object[name] = value ? member.codec.encode(*value) : Json(nullptr);
  } else {
    object[name] = member.codec.encode(value);
  }
}

/// writeMember() for every member of a table, in its order.
template <typename Owner, typename... Members>
void writeMembers(const std::tuple<Members...>& table, const Owner& owner, const Owner& original, const Owner& absent,
                  Json& object) {
  std::apply([&](const auto&... member) { (writeMember(member, owner, original, absent, object), ...); }, table);
}

}  // namespace cordon::scenario
