#pragma once

#include <cairo.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "typography/font_collection.h"
#include "typography/typesetter.h"

namespace cordon::typography {

/// A glyph's outline at the reference size, y down, origin on the baseline where its pen starts.
struct GlyphOutline {
  enum class Verb : std::uint8_t { Move, Line, Curve, Close };  ///< with 1, 1, 3, 0 points
  std::vector<Verb> verbs;
  std::vector<Point> points;
};

struct PlacedGlyph {
  const GlyphOutline* outline = nullptr;  ///< owned by the shaper
  double outlineScale = 1.0;              ///< from the outline's units to pixels
  Point offset;                           ///< from the text's start on the baseline
  double widthPixels = 0.0;               ///< the pen's way over the glyph alone, without letter spacing
};

/// A line of text as outlines: what is measured and painted.
struct ShapedText {
  std::vector<PlacedGlyph> glyphs;
  TextExtent extent;
};

/// Shapes lines of text by Pango, once each.
///
/// Private to typography. One object may be used by one thread at a time.
class Shaper {
 public:
  explicit Shaper(FontCollection& fonts) : fonts_(fonts) {}

  /// The reference stays good as long as the shaper.
  const ShapedText& shape(std::string_view text, const TextStyle& style);

 private:
  /// All that changes a text's shape: not its colours.
  using Key = std::tuple<std::string, Typeface, Weight, double, double>;

  const GlyphOutline& outline(PangoFont* font, PangoGlyph glyph);

  FontCollection& fonts_;
  std::map<Key, ShapedText> texts_;
  std::map<std::pair<PangoFont*, PangoGlyph>, GlyphOutline> outlines_;
  std::vector<ObjectPointer<PangoFont>> fontsInUse_;  // keeps the addresses that outlines_ is keyed by
};

}  // namespace cordon::typography
