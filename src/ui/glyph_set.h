#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cordon::ui {

/// The characters that the font atlas holds or is to hold: those that menus and numbers need, and what was asked for.
///
/// Only the basic plane (up to U+FFFF), as ImGui draws no others.
class GlyphSet {
 public:
  /// Latin letters of Western Europe, Russian, and the signs of units, positions and keys.
  GlyphSet();

  /// Adds the characters of a UTF-8 text; bytes that are no UTF-8 are passed over. Returns whether there were new ones.
  bool note(std::string_view utf8);

  bool holds(char32_t character) const;

  /// First and last of each run of characters, ascending, then a zero: what ImGui takes as glyph ranges.
  std::vector<std::uint16_t> ranges() const;

 private:
  std::bitset<0x10000> characters_;
};

}  // namespace cordon::ui
