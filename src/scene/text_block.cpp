#include "scene/text_block.h"

#include <algorithm>
#include <utility>

namespace cordon::scene {

using typography::TextAlign;
using typography::TextStyle;
using typography::Typesetter;

namespace {

/// The length in bytes of the UTF-8 character that starts at `at`.
std::size_t characterLength(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - at;
}

}  // namespace

void addLine(TextBlock& block, Typesetter& typesetter, std::string text, const TextStyle& style, double leading) {
  const double width = typesetter.measure(text, style).advancePixels;
  const double baseline =
      block.lines.empty() ? 0.84 * style.sizePixels : block.lines.back().baselinePixels + leading * style.sizePixels;
  block.widthPixels = std::max(block.widthPixels, width);
  block.heightPixels = baseline + 0.26 * style.sizePixels;
  block.lines.push_back({std::move(text), style, baseline, width});
}

void drawBlock(typography::Drawing& drawing, const TextBlock& block, typography::Point topLeft, TextAlign align) {
  for (const TextBlock::Line& line : block.lines) {
    typography::TextItem item;
    item.text = line.text;
    item.style = line.style;
    item.align = align;
    const double share = align == TextAlign::Left ? 0.0 : align == TextAlign::Center ? 0.5 : 1.0;
    item.position = {topLeft.x + share * block.widthPixels, topLeft.y + line.baselinePixels};
    drawing.items.emplace_back(std::move(item));
  }
}

std::vector<std::string> wrapText(Typesetter& typesetter, std::string_view text, const TextStyle& style,
                                  double widthPixels) {
  const auto fits = [&](const std::string& line) {
    return typesetter.measure(line, style).advancePixels <= widthPixels;
  };
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    at = end + 1;
    if (word.empty()) continue;
    const std::string longer = line.empty() ? word : line + ' ' + word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
    for (std::size_t k = 0; k < word.size();) {
      const std::size_t length = characterLength(word, k);
      const std::string grownLine = line + word.substr(k, length);
      if (!line.empty() && !fits(grownLine)) lines.push_back(std::exchange(line, {}));
      line += word.substr(k, length);
      k += length;
    }
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string shortened(Typesetter& typesetter, const std::string& text, const TextStyle& style, double widthPixels) {
  if (typesetter.measure(text, style).advancePixels <= widthPixels) return text;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    if (typesetter.measure(kept + text.substr(at, length) + "…", style).advancePixels > widthPixels) break;
    kept += text.substr(at, length);
    at += length;
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept + "…";
}

}  // namespace cordon::scene
