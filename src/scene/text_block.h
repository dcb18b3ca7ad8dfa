#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "typography/drawing.h"
#include "typography/typesetter.h"

namespace cordon::scene {

/// A few lines of type set one below the other.
struct TextBlock {
  struct Line {
    std::string text;
    typography::TextStyle style;
    double baselinePixels = 0.0;  ///< from the block's top
    double widthPixels = 0.0;
  };
  std::vector<Line> lines;
  double widthPixels = 0.0;
  double heightPixels = 0.0;
};

/// Adds a line below what is there; `leading` times the size is the step between baselines.
void addLine(TextBlock& block, typography::Typesetter& typesetter, std::string text, const typography::TextStyle& style,
             double leading = 1.22);

/// The block's text items, each line aligned within the block's width.
void drawBlock(typography::Drawing& drawing, const TextBlock& block, typography::Point topLeft,
               typography::TextAlign align = typography::TextAlign::Left);

/// Breaks a text into lines no wider than given, at spaces, and within words that are wider than a line.
std::vector<std::string> wrapText(typography::Typesetter& typesetter, std::string_view text,
                                  const typography::TextStyle& style, double widthPixels);

/// The text, or as much of it as fits, with an ellipsis.
std::string shortened(typography::Typesetter& typesetter, const std::string& text, const typography::TextStyle& style,
                      double widthPixels);

}  // namespace cordon::scene
