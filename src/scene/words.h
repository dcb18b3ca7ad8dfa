#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string_view>

#include "scene/length_unit.h"
#include "scene/palette.h"
#include "scene/system_look.h"

/// What a reader chooses among, in the order in which it is offered: one table for commands, panels and options.
namespace cordon::scene {

/// One of the values to choose among.
template <typename Value>
struct Word {
  Value value;
  std::string_view text;   ///< in commands and options: "color-blind"
  std::string_view label;  ///< on a button: "Colour-blind safe"
  std::string_view title;  ///< after the name of what is chosen: "safe for the colour-blind"
};

inline constexpr std::array<Word<PaletteName>, 4> kPaletteWords{
    {{PaletteName::Standard, "standard", "Standard", "standard"},
     {PaletteName::ColorBlind, "color-blind", "Colour-blind safe", "safe for the colour-blind"},
     {PaletteName::Print, "print", "Print", "for print"},
     {PaletteName::Dark, "dark", "Dark", "dark"}}};

inline constexpr std::array<Word<FillMode>, 3> kFillWords{
    {{FillMode::Union, "union", "Union", "each system's rings as one area of one tint"},
     {FillMode::Each, "each", "Each", "each ring by itself, overlaps are denser"},
     {FillMode::Overlaps, "overlaps", "Overlaps",
      "by the number of rings that cover a place, whatever their systems; planned, reported and exercise count as "
      "deployed, hypothetical and withdrawn do not"}}};

/// Which published range of a system is drawn, besides those that are chosen by their number.
inline constexpr std::array<Word<RangeChoice>, 4> kRangeWords{
    {{RangeChoice::Default, "default", "Default", "the range that the scenario marks"},
     {RangeChoice::Min, "min", "Smallest published", "the smallest published range"},
     {RangeChoice::Max, "max", "Greatest published", "the greatest published range"},
     {RangeChoice::Span, "span", "Band from smallest to greatest", "from the smallest to the greatest range"}}};

inline constexpr std::array<Word<LengthUnit>, 3> kUnitWords{
    {{LengthUnit::Kilometers, "km", "km", "kilometres"},
     {LengthUnit::NauticalMiles, "nmi", "nmi", "nautical miles"},
     {LengthUnit::Miles, "mi", "mi", "miles"}}};

/// Languages of names.
inline constexpr std::array<Word<std::string_view>, 3> kLanguageWords{
    {{"en", "en", "English", "English"}, {"ru", "ru", "Russian", "Russian"}, {"ja", "ja", "Japanese", "Japanese"}}};
inline constexpr std::array<Word<std::string_view>, 4> kSecondLanguageWords{
    {{"", "none", "None", "none"}, kLanguageWords[0], kLanguageWords[1], kLanguageWords[2]}};

/// A value's entry. A value that the table lacks: std::invalid_argument.
template <typename Value, std::size_t count>
constexpr const Word<Value>& wordOf(const std::array<Word<Value>, count>& words, const Value& value) {
  for (const Word<Value>& word : words) {
    if (word.value == value) return word;
  }
  throw std::invalid_argument("a value without a word");
}

/// The entry of a word as commands and options have it; null where there is none.
template <typename Value, std::size_t count>
constexpr const Word<Value>* findWord(const std::array<Word<Value>, count>& words, std::string_view text) {
  for (const Word<Value>& word : words) {
    if (word.text == text) return &word;
  }
  return nullptr;
}

}  // namespace cordon::scene
