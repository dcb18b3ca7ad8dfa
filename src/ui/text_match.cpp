#include "ui/text_match.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cordon::ui {

namespace {

/// U+00C0 to U+017F without their accents; 0: stays as it is.
constexpr std::string_view kLatinBases(
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0"
    "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
    "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
    192);

/// The small letter of a code point of two UTF-8 bytes, where its bytes are as many.
char32_t smallLetter(char32_t letter) {
  if ((letter >= 0x391 && letter <= 0x3A9) || (letter >= 0x410 && letter <= 0x42F)) return letter + 0x20;
  if (letter == 0x401 || letter == 0x451) return 0x435;  // a Russian yo is often written as ye
  if (letter >= 0x400 && letter <= 0x40F) return letter + 0x50;
  return letter;
}

constexpr int kUnreachable = -1'000'000;
constexpr int kLetter = 4;
constexpr int kWordStart = 8;
constexpr int kRun = 10;

bool isSeparator(char c) {
  return c == ' ' || c == '-' || c == '_' || c == ':' || c == '/' || c == '(' || c == ',' || c == '.' || c == '\n';
}

bool startsWord(std::string_view text, std::size_t i) {
  return i == 0 || (isSeparator(text[i - 1]) && !isSeparator(text[i]));
}

}  // namespace

std::string foldedText(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      folded += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
      continue;
    }
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((byte & 0xE0U) != 0xC0 || (next & 0xC0U) != 0x80) {
      folded += text[i];
      continue;
    }
    ++i;
    const auto letter = static_cast<char32_t>(((byte & 0x1FU) << 6U) | (next & 0x3FU));
    const char base = letter >= 0xC0 && letter <= 0x17F ? kLatinBases[letter - 0xC0] : '\0';
    if (base != '\0') {
      folded += base;
      continue;
    }
    const char32_t small = smallLetter(letter);
    folded += static_cast<char>(0xC0U | (small >> 6U));
    folded += static_cast<char>(0x80U | (small & 0x3FU));
  }
  return folded;
}

std::optional<int> fuzzyScore(std::string_view wanted, std::string_view text) {
  // best[j]: the best score with the letters so far, the last of them at text[j].
  std::vector<int> best(text.size(), kUnreachable);
  std::vector<int> next(text.size());
  bool isFirst = true;
  for (const char letter : wanted) {
    if (letter == ' ') continue;
    int before = isFirst ? 0 : kUnreachable;  // the best that ends anywhere before j
    for (std::size_t j = 0; j < text.size(); ++j) {
      if (!isFirst && j > 0) before = std::max(before, best[j - 1]);
      next[j] = kUnreachable;
      if (text[j] != letter || before == kUnreachable) continue;
      const int bonus = kLetter + (startsWord(text, j) ? kWordStart : 0);
      next[j] = before + bonus;
      if (!isFirst && j > 0 && best[j - 1] != kUnreachable) next[j] = std::max(next[j], best[j - 1] + bonus + kRun);
    }
    best.swap(next);
    isFirst = false;
  }
  if (isFirst) return 0;
  const int score = best.empty() ? kUnreachable : *std::max_element(best.begin(), best.end());
  if (score == kUnreachable) return std::nullopt;
  return score * 16 - static_cast<int>(std::min<std::size_t>(text.size(), 200));
}

std::optional<int> nameScore(std::string_view wanted, std::string_view text) {
  if (wanted.empty()) return std::nullopt;
  std::size_t at = text.find(wanted);
  if (at == std::string_view::npos) return std::nullopt;
  if (at == 0) return text.size() == wanted.size() ? 4 : 3;
  for (; at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (startsWord(text, at)) return 2;
  }
  return 1;
}

}  // namespace cordon::ui
