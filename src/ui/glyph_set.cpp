#include "ui/glyph_set.h"

#include <array>
#include <cstddef>

namespace cordon::ui {

namespace {

struct Run {
  std::uint16_t first;
  std::uint16_t last;
};

constexpr std::array<Run, 12> kAlways{{{0x20, 0x7E},
                                       {0xA0, 0xFF},
                                       {0x401, 0x401},
                                       {0x410, 0x44F},
                                       {0x451, 0x451},
                                       {0x2010, 0x2015},
                                       {0x2018, 0x2026},
                                       {0x2030, 0x2033},
                                       {0x2190, 0x2193},
                                       {0x2212, 0x2212},
                                       {0x2248, 0x2248},
                                       {0x2264, 0x2265}}};

bool isDrawable(char32_t character) {
  const bool isControl = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool isSurrogateOrPrivate = character >= 0xD800 && character <= 0xF8FF;
  return !isControl && !isSurrogateOrPrivate && character < 0xFFFE;
}

}  // namespace

GlyphSet::GlyphSet() {
  for (const Run& run : kAlways) {
    for (std::size_t c = run.first; c <= run.last; ++c) characters_.set(c);
  }
}

bool GlyphSet::note(std::string_view utf8) {
  bool grew = false;
  std::size_t i = 0;
  while (i < utf8.size()) {
    const auto lead = static_cast<unsigned char>(utf8[i++]);
    if (lead < 0x80) continue;
    const std::size_t following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t character = following == 2 ? lead & 0x0FU : lead & 0x1FU;
    std::size_t read = 0;
    while (read < following && i < utf8.size() && (static_cast<unsigned char>(utf8[i]) & 0xC0U) == 0x80) {
      character = (character << 6U) | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
      ++i;
      ++read;
    }
    if (following == 0 || following == 3 || read < following) continue;
    if (!isDrawable(character) || characters_.test(character)) continue;
    characters_.set(character);
    grew = true;
  }
  return grew;
}

bool GlyphSet::holds(char32_t character) const {
  return character < characters_.size() && characters_.test(character);
}

std::vector<std::uint16_t> GlyphSet::ranges() const {
  std::vector<std::uint16_t> ends;
  for (std::size_t c = 1; c < characters_.size(); ++c) {
    if (!characters_.test(c)) continue;
    if (!characters_.test(c - 1)) ends.push_back(static_cast<std::uint16_t>(c));
    if (c + 1 == characters_.size() || !characters_.test(c + 1)) ends.push_back(static_cast<std::uint16_t>(c));
  }
  ends.push_back(0);
  return ends;
}

}  // namespace cordon::ui
