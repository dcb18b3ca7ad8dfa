#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "typography/drawing.h"

namespace cordon::typography {

/// The room that a line of text takes, pixels, relative to its position on the baseline at the left.
struct TextExtent {
  double advancePixels = 0.0;  ///< how far the pen moves
  Rect ink;                    ///< what is inked, without halo; y is negative above the baseline
  double ascentPixels = 0.0;   ///< of the font, for line spacing
  double descentPixels = 0.0;
};

/// A picture of 8-bit RGBA, premultiplied, rows from the top, no padding.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// Shapes, measures and paints text in the program's own fonts, and paints drawings.
///
/// Uses only the fonts in the folder it was opened with, whatever the machine has, so that every machine
/// measures and draws alike. One object may be used by one thread at a time.
class Typesetter {
 public:
  static Result<std::unique_ptr<Typesetter>> open(const std::filesystem::path& fontFolder);
  ~Typesetter();

  /// Measures one line of text (cached).
  TextExtent measure(std::string_view text, const TextStyle& style);

  /// Paints a drawing on a transparent picture.
  Image paint(const Drawing& drawing, int widthPixels, int heightPixels);

 private:
  class Implementation;
  explicit Typesetter(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cordon::typography
