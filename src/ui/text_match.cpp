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

/// Steps between the ways in which a command can answer: more than any text's length takes away.
constexpr int kWay = 1000;
constexpr std::size_t kMostTaken = 900;
constexpr std::size_t kLeastPart = 2;  ///< letters within a word that count

bool isSeparator(char c) {
  return c == ' ' || c == '-' || c == '_' || c == ':' || c == '/' || c == '(' || c == ',' || c == '.' || c == '\n';
}

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = text.find_first_not_of(' '); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(' ', end);
  }
  return words;
}

bool startsWord(std::string_view text, std::size_t i) {
  return i == 0 || (isSeparator(text[i - 1]) && !isSeparator(text[i]));
}

bool hasWordStart(std::string_view text, std::string_view wanted) {
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (startsWord(text, at)) return true;
  }
  return false;
}

/// Whether letters are beginnings of words of a line, put together in the line's order.
bool isInitials(std::string_view letters, std::string_view line) {
  // reached[n]: the words so far give the first n letters.
  std::string reached(letters.size() + 1, '\0');
  reached.front() = 1;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!startsWord(line, at)) continue;
    for (std::size_t n = letters.size(); n-- > 0;) {
      if (reached[n] == 0) continue;
      for (std::size_t k = 0; n + k < letters.size() && at + k < line.size(); ++k) {
        if (letters[n + k] != line[at + k]) break;
        reached[n + k + 1] = 1;
      }
    }
  }
  return reached.back() != 0;
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

std::optional<int> commandScore(std::string_view wanted, std::string_view text) {
  const std::vector<std::string_view> words = wordsOf(wanted);
  if (words.empty()) return 0;
  const std::string_view title = text.substr(0, text.find('\n'));
  const auto all = [&](const auto& holds) { return std::all_of(words.begin(), words.end(), holds); };
  const std::string_view whole(words.front().data(),
                               static_cast<std::size_t>(words.back().end() - words.front().begin()));
  int way = 0;
  if (title.starts_with(whole)) {
    way = 5;
  } else if (all([&](std::string_view word) { return hasWordStart(title, word); })) {
    way = 4;
  } else if (all([&](std::string_view word) { return hasWordStart(text, word); })) {
    way = 3;
  } else if (all([&](std::string_view word) {
               return word.size() >= kLeastPart && text.find(word) != std::string_view::npos;
             })) {
    way = 2;
  } else {
    std::string letters(wanted);
    std::erase(letters, ' ');
    for (std::size_t begin = 0; begin <= text.size() && way == 0;) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (isInitials(letters, text.substr(begin, end - begin))) way = 1;
      begin = end + 1;
    }
  }
  if (way == 0) return std::nullopt;
  return way * kWay - static_cast<int>(std::min(text.size(), kMostTaken));
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
