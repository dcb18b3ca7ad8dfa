#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/document.h"

namespace cordon::scenario {

/// One word of the format and what it means.
template <typename Value>
struct Word {
  std::string_view text;
  Value value;
};

/// The words that the format uses for an enumeration, all of them, in the order of messages.
template <typename Value>
const std::vector<Word<Value>>& words();

template <>
const std::vector<Word<Role>>& words<Role>();
template <>
const std::vector<Word<Bound>>& words<Bound>();
template <>
const std::vector<Word<Target>>& words<Target>();
template <>
const std::vector<Word<Status>>& words<Status>();
template <>
const std::vector<Word<Confidence>>& words<Confidence>();
template <>
const std::vector<Word<FeatureKind>>& words<FeatureKind>();
template <>
const std::vector<Word<Hatch>>& words<Hatch>();

/// The format's word for a value: "at_least".
template <typename Value>
std::string_view toWord(Value value) {
  for (const Word<Value>& word : words<Value>()) {
    if (word.value == value) return word.text;
  }
  return {};
}

/// The names of layers that a view may show, without the "-" that hides one.
const std::vector<std::string>& layerNames();

}  // namespace cordon::scenario
